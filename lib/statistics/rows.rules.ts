/**
 * Rows of single people for a researcher or a partner: what may be asked, how fine it leaves, and the check of what is printed.
 * The choices are few on purpose: two files of the same people with other columns could be laid side by side.
 */
import { type CodeOf, rest, vocabulary } from '@/lib/shared/vocabulary'
import { countValues, type Row } from './class.rules'
import { type Hierarchy, total } from './hierarchy.rules'
import { type Best, distance, type Model, removedShares } from './lattice.rules'
import type { Dimension, Unit } from './measure.rules'

export const rowSubjects = vocabulary('statistics.row-subjects', ['who', 'topics', 'signals', 'trafficking'])
/** What a file of rows tells beside who people are: nothing, what was talked about, whether a person was worried, the procedure. */
export type RowSubject = CodeOf<typeof rowSubjects>

/** One model for everyone. k as in the CTDC's public files; limits of the design of disclosure control § 3.7. */
export const rowModel: Model = { k: 11, distinct: 3, maxShare: 0.8, t: 0.3, suppression: 0.05 }

/** From here on a file holds four of five people, so that no one knows whether a person is in it. */
export const sampledFrom = 2_000
export const sampleShare = 0.8

/** More yes-or-no columns than that leave no class in which all of them stay unsure. */
const mostColumns = 3

type Subject = {
  /** Whose rows: everyone who was met, or who has a procedure. */
  base: Unit
  /** Where the sensitive values stand; null: there are none. */
  unit: Unit | null
  dimensions: readonly Dimension[]
}
export const subjects: Readonly<Record<RowSubject, Subject>> = {
  who: { base: 'person', unit: null, dimensions: ['centre', 'nationality', 'age'] },
  topics: { base: 'person', unit: 'topic', dimensions: ['centre', 'nationality', 'age'] },
  signals: { base: 'person', unit: 'signal', dimensions: ['centre', 'nationality', 'age'] },
  trafficking: { base: 'trafficking', unit: 'trafficking', dimensions: ['nationality', 'age'] },
}

/** A frozen person: their leaves, and the codes of the subject that they carry. */
export type FrozenPerson = { key: number; leaves: readonly string[]; codes: readonly string[] }

/** HTCDS 2.0 says whether a person may have been trafficked or was; who turned out not to be, or left, is neither. */
const statusOf = (codes: readonly string[]): string => {
  if (codes.includes('recognised')) return 'actual'
  return codes.includes('ended') ? 'ended' : 'possible'
}

export type Sensitive = { names: readonly string[]; dropped: readonly string[]; rows: readonly Row[] }

/**
 * Rows with the sensitive columns that may stay. A column is dropped when fewer than k people carry its rarer value, or one
 * value holds for more people than it may in a class; of the others the three that say least about each person are kept.
 */
export function toRows(
  subject: RowSubject,
  people: readonly FrozenPerson[],
  listed: readonly string[],
): Sensitive {
  if (subject === 'who') return { names: [], dropped: [], rows: people.map(toRow(() => [])) }
  if (subject === 'trafficking')
    return { names: ['status'], dropped: [], rows: people.map(toRow(({ codes }) => [statusOf(codes)])) }
  rest(subject, 'topics signals')
  const asked: readonly (readonly [name: string, has: (codes: readonly string[]) => boolean])[] =
    subject === 'signals'
      ? [['any', (codes) => codes.length > 0]]
      : listed.map((code) => [code, (codes) => codes.includes(code)])
  const columns = asked
    .map(([name, has]) => ({ name, has, yes: people.filter(({ codes }) => has(codes)).length }))
    .map((one) => ({ ...one, larger: Math.max(one.yes, people.length - one.yes) }))
  const fits = columns.filter(
    ({ larger }) => people.length - larger >= rowModel.k && larger <= rowModel.maxShare * people.length,
  )
  const kept = [...fits]
    .sort((a, b) => a.larger - b.larger || (a.name < b.name ? -1 : 1))
    .slice(0, mostColumns)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const names = kept.map(({ name }) => name)
  return {
    names,
    dropped: columns.map(({ name }) => name).filter((name) => !names.includes(name)),
    rows: people.map(toRow(({ codes }) => kept.map(({ has }) => (has(codes) ? 'yes' : 'no')))),
  }
}

const toRow =
  (sensitiveOf: (person: FrozenPerson) => readonly string[]) =>
  (person: FrozenPerson): Row => ({ quasi: person.leaves, sensitive: sensitiveOf(person) })

/** Levels of a dimension from the leaf up, with everyone as the last one. */
export const levelsWithTotal = ({ levels }: Hierarchy) => [
  ...levels,
  { id: total, nodeOf: new Map([...(levels[0]?.nodeOf.keys() ?? [])].map((leaf) => [leaf, total])) },
]

/** What both admins read about a file of rows; nothing in it is a count of people who are not in the file. */
export type RowFacts = {
  subject: RowSubject
  columns: readonly { dimension: Dimension; level: string }[]
  sensitive: readonly string[]
  dropped: readonly string[]
  /** Rows of the file, rounded: how many exactly says the file. */
  people: number
  /** Left out to protect someone, rounded and 0 below twenty (table.rules). */
  removed: number
  isSample: boolean
  classes: number
  smallest: number
  /** How sure a link to a class is on average: 1 is certain. */
  risk: number
  /** Least different values, largest share and largest distance of a sensitive column in any class; null without columns. */
  distinct: number | null
  share: number | null
  distance: number | null
  /** Part of what could have been told that is lost, 0 to 1. */
  loss: number
  /** Continents and 'other' that lost more than a fifth of their rows. */
  unfair: readonly string[]
}

type Measured = Pick<RowFacts, 'classes' | 'smallest' | 'distinct' | 'share' | 'distance'>

/** The printed rows, read again without anything the search believed. Null when they do not keep the model. */
export function checkRows(
  shown: readonly Row[],
  everybody: readonly ReadonlyMap<string, number>[],
): Measured | null {
  const found = measureRows(shown, everybody)
  return found !== null && (found.distance ?? 0) <= rowModel.t ? found : null
}

/**
 * The same without the distance of a group from everyone, which only those can judge who know everyone: how many gave
 * each value, of each sensitive column. Null when the rows do not keep the rest of the model.
 */
export function measureRows(
  shown: readonly Row[],
  everybody: readonly ReadonlyMap<string, number>[],
): Measured | null {
  const classes = new Map<string, Row[]>()
  for (const row of shown) {
    const name = JSON.stringify(row.quasi)
    const own = classes.get(name) ?? []
    own.push(row)
    classes.set(name, own)
  }
  const lists = [...classes.values()]
  const smallest = Math.min(...lists.map((list) => list.length))
  const each = lists.flatMap((list) =>
    everybody.map((all, at) => {
      const counts = countValues(list, at)
      return {
        enough: counts.size >= Math.min(rowModel.distinct, all.size),
        distinct: counts.size,
        share: Math.max(...counts.values()) / list.length,
        distance: distance(counts, all),
      }
    }),
  )
  const isKept =
    lists.length > 0 &&
    smallest >= rowModel.k &&
    each.every((one) => one.enough && one.share <= rowModel.maxShare)
  if (!isKept) return null
  const found = { classes: lists.length, smallest }
  if (each.length === 0) return { ...found, distinct: null, share: null, distance: null }
  return {
    ...found,
    distinct: Math.min(...each.map((one) => one.distinct)),
    share: Math.max(...each.map((one) => one.share)),
    distance: Math.max(...each.map((one) => one.distance)),
  }
}

/** Rows with the nodes that are printed, in the order of their content: the order of a file says nothing. */
export const toShown = (
  best: Best,
  levels: readonly (readonly { nodeOf: ReadonlyMap<string, string> }[])[],
) =>
  best.kept
    .map(({ quasi, sensitive }) => ({
      quasi: quasi.map((leaf, i) => levels[i]?.[best.node[i] ?? 0]?.nodeOf.get(leaf) ?? ''),
      sensitive,
    }))
    .sort((a, b) => {
      const [x, y] = [JSON.stringify(a), JSON.stringify(b)]
      return x < y ? -1 : Number(x > y)
    })

/** A group is named as unfairly treated only when it is large enough to be named at all; the others are one group. */
export function listUnfair(
  rows: readonly Row[],
  kept: readonly Row[],
  groupOf: (row: Row) => string,
): string[] {
  const sizes = new Map<string, number>()
  for (const row of rows) sizes.set(groupOf(row), (sizes.get(groupOf(row)) ?? 0) + 1)
  const named = (row: Row): string => ((sizes.get(groupOf(row)) ?? 0) >= 20 ? groupOf(row) : 'other')
  const pooled = rows.filter((row) => named(row) === 'other').length
  return [...removedShares(rows, kept, named)]
    .flatMap(([group, share]) => (share > 0.2 && (group !== 'other' || pooled >= 20) ? group : []))
    .sort()
}
