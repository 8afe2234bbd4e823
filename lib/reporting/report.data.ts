import 'server-only'
import { listWords } from '@/lib/cases/word.data'
import type { CountWork, Work } from '@/lib/db/work'
import { listFields } from '@/lib/fields/field.data'
import { listProjects } from '@/lib/projects/project.data'
import type { CountReach } from '@/lib/shared/count-reach'
import { dayOf } from '@/lib/shared/dates'
import { allOf, meant, type Search } from '@/lib/shared/search'
import { type Cell, countFigures, countUncertains } from './count.data'
import { type Counted, type CountedColumn, inColumns } from './counted.rules'
import { DIMENSION_IDS, type DimensionId, dimensionOf } from './dimension.rules'
import { type FigureId, figureOf } from './figure.rules'
import { type OwnDimension, toOwnDimensions } from './own-dimension.rules'
import { type Column, canBreak, type Question, readQuestion } from './question.rules'
import { listSaved } from './saved.data'
import { toStandard } from './standard.rules'

/** The reaches an account may count in, the widest last. */
export const reachesOf = ({ actor }: Pick<Work, 'actor'>): readonly CountReach[] => [
  ...(actor.role === 'admin' || actor.role === 'guest' ? [] : (['own'] as const)),
  ...(actor.leads.length > 0 ? (['team'] as const) : []),
  ...(actor.role === 'admin' || actor.capabilities.includes('reads_figures')
    ? (['organisation'] as const)
    : []),
]

/** An admin without the capability counts visits, group sessions and enquiries, which name no one, and nothing else. */
export const mayCount = ({ actor }: Pick<Work, 'actor'>, reach: CountReach, figure: FigureId): boolean =>
  reach !== 'organisation' ||
  actor.capabilities.includes('reads_figures') ||
  OF_THE_ORGANISATION.includes(figureOf(figure).fact)
const OF_THE_ORGANISATION: readonly string[] = [
  'visit',
  'group',
  'observation',
  'closed_day',
  'group_session',
  'enquiry',
]

const valuesOf = (cells: readonly Cell[], split: string | null) =>
  new Map(cells.filter((cell) => cell.split === split).map(({ by, value }) => [by, value]))

const onlyOf = (question: Question, { only }: Column) => [...question.only, ...(only === null ? [] : [only])]

/** What a question asks of each of its columns; null of one that does not know a condition. */
const askedOf = (question: Question) => {
  const { from, until, offices, by, split, columns } = question
  const asked = columns.map((column) => {
    const { figure } = column
    const only = onlyOf(question, column)
    // The number without the condition would be read as the number with it.
    if (!only.every(({ dimension }) => canBreak(figure, dimension))) return null
    return {
      figure,
      from,
      until,
      offices,
      only,
      by: canBreak(figure, by) ? by : null,
      split: split !== null && canBreak(figure, split) ? split : null,
    }
  })
  const first = asked[0] ?? null
  const months =
    first !== null && canBreak(first.figure, 'month') ? { ...first, by: 'month' as const, split: null } : null
  return { question, asked, months }
}

/** Everything that questions of one reach ask, in one view of the rows: what is about the same rows is read once. */
export const countQuestions = async (
  counting: CountWork,
  questions: readonly Question[],
): Promise<readonly Counted[]> => {
  const plans = questions.map(askedOf)
  const all = plans.flatMap(({ asked, months }) => [...asked, months]).filter((one) => one !== null)
  const tables = await countFigures(counting, all)
  const doubts = await countUncertains(counting, all)
  const cellsOf = (one: (typeof all)[number] | null) => (one === null ? [] : (tables[all.indexOf(one)] ?? []))
  return plans.map(({ question, asked, months }): Counted => {
    const columns = question.columns.flatMap((column, at): CountedColumn[] => {
      const one = asked[at] ?? null
      if (one === null) return [{ column, split: null, values: new Map(), isBroken: false, isKnown: false }]
      const cells = cellsOf(one)
      const parts = one.split === null ? [] : [...new Set(cells.flatMap((cell) => cell.split ?? []))].sort()
      return [...parts, null].map((part) => ({
        column,
        split: part,
        values: valuesOf(cells, part),
        isBroken: one.by !== null,
        isKnown: true,
      }))
    })
    return {
      columns,
      uncertain: asked.map((one) => (one === null ? 0 : (doubts[all.indexOf(one)] ?? 0))),
      months: months === null ? null : knownOf(valuesOf(cellsOf(months), null)),
    }
  })
}

export const countQuestion = async (work: Work, question: Question): Promise<Counted> => {
  const [counted] = await work.counts(question.reach, (counting) => countQuestions(counting, [question]))
  if (counted === undefined) throw new Error('a question was not counted')
  return counted
}

const knownOf = (values: ReadonlyMap<string | null, number | null>): ReadonlyMap<string, number | null> =>
  new Map([...values].flatMap(([key, value]) => (key === null ? [] : [[key, value] as const])))

const LISTS = [
  ...new Set(
    DIMENSION_IDS.codes.flatMap((id: DimensionId) => {
      const { words } = dimensionOf(id)
      return words.by === 'list' ? [words.list] : []
    }),
  ),
]

export const readOffices = (work: Work) =>
  work.tx.team.findMany({
    where: { organisationId: work.actor.organisationId },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })

/** The own fields that reports count by, in the words of a moment. */
export const listOwnDimensions = async (work: Work, at = work.now): Promise<readonly OwnDimension[]> =>
  toOwnDimensions(await listFields(work), at)

/** The names of places, offices, codes and own fields that a table may have to say; of the fields as they were called at a moment. */
export const readReportWords = async (work: Work, at = work.now) => ({
  words: await listWords(work, LISTS),
  places: await work.tx.place.findMany({
    select: {
      slug: true,
      position: true,
      kind: true,
      labelEn: true,
      labelFr: true,
      labelNl: true,
      labelDe: true,
    },
    orderBy: [{ kind: 'asc' }, { position: 'asc' }],
  }),
  /** The offices that `team` reaches. */
  leads: work.actor.leads,
  projects: await listProjects(work),
  bodies: await work.tx.helpBody.findMany({ select: { slug: true, name: true } }),
  offices: await readOffices(work),
  own: await listOwnDimensions(work, at),
})
export type ReportWords = Awaited<ReturnType<typeof readReportWords>>

/** The parts of an address that was kept. */
export const toRaw = (question: string): Search => {
  const search = new URLSearchParams(question)
  return Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]))
}

/** The report of an address: what is asked, what was counted, and what one may ask instead. */
export const readReport = async (work: Work, search: Search) => {
  const reaches = reachesOf(work)
  const widest = reaches.at(-1)
  const today = dayOf(work.now)
  const names = await readReportWords(work)
  const asked = readQuestion(search, { today, reach: widest ?? 'own', own: names.own })
  const reach = reaches.includes(asked.reach) ? asked.reach : (widest ?? 'own')
  const begun = allOf(search, 'column').length === 0
  const first = begun
    ? {
        ...asked,
        ...toStandard(mayCount(work, reach, 'people_met') ? 'detention' : 'visits', { today, reach }),
        from: asked.from,
        until: asked.until,
      }
    : asked
  const allowed = first.columns.filter(({ figure }) => mayCount(work, reach, figure))
  const question: Question = {
    ...first,
    reach,
    columns: allowed.length > 0 ? allowed : [{ figure: 'visits', only: null }],
  }
  const saved = await listSaved(work)
  return {
    question,
    reaches,
    today,
    /** Nothing was asked: the page says what waits. */
    begun,
    /** The saved question that was opened. */
    opened: meant(search, 'saved', (text) => saved.find(({ id }) => id === text)?.id),
    /** Asked for, and not within what this account may count. */
    withheld: first.columns.length - allowed.length,
    /** One’s own caseload leaves by its own export: a count of a few files would be a list of them. */
    leaves: reach !== 'own',
    counted: inColumns(await countQuestion(work, question), question, names.own),
    names,
    countedAt: work.now,
    readerId: work.actor.id,
    saved,
    /** Offices with which a question may be shared. */
    teams: await work.tx.team.findMany({
      where: { id: { in: [...work.actor.teams] } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
    countsPeople: mayCount(work, reach, 'people_met'),
  }
}
export type Report = Awaited<ReturnType<typeof readReport>>
