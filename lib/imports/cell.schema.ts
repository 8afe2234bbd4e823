import type { IntakeGround, IntakeInput } from '@/lib/cases/intake.schema'
import type { NumberKind } from '@/lib/people/authority-number.rules'
import { toPhone } from '@/lib/people/number.rules'
import { toWhen } from '@/lib/shared/when/when.schema'
import { type DateOrder, toDateText } from './date-order.rules'
import {
  type Columns,
  DATE_FIELDS,
  type Field,
  isOwnColumn,
  LIST_FIELDS,
  type ListField,
  NUMBER_FIELDS,
  type Reason,
} from './field.rules'
import type { LeftOut } from './left-out.rules'
import type { OwnAnswer, OwnTarget } from './own-cell.schema'
import { AS_NOTE, meaningOf, OPEN, type Ways } from './word.rules'

/** How the rows of one table are read: what its columns mean, in which order its dates stand, what its words mean. */
export type Reading = Ways & {
  readonly headers: readonly string[]
  readonly columns: Columns
  readonly dateOrder: DateOrder | null
  readonly teamId: string
  /** Of rows that do not say it themselves. */
  readonly kind: string
  readonly ground: IntakeGround
  /** The fields of the organisation's own that are asked now. */
  readonly own: readonly OwnTarget[]
}

/** A cell that could not be read, or not all of it: its text goes into a note of the file. */
export type Unread = Reason & { readonly column: number; readonly text: string }
export type Contact = { readonly channel: 'phone' | 'email' | 'address'; readonly value: string }
/** What a row says beside the answers of the intake. */
export type More = {
  readonly languages: readonly string[]
  readonly nationalities: readonly string[]
  readonly contacts: readonly Contact[]
  readonly numbers: readonly { readonly kind: NumberKind; readonly text: string }[]
  /** Columns that are notes, each with its heading. */
  readonly notes: readonly { readonly column: number; readonly text: string }[]
  readonly workerId: string | null
}
export type Judged =
  | {
      readonly ok: true
      readonly input: IntakeInput
      readonly openedOn: string
      readonly more: More
      /** What it says of fields of the organisation's own. */
      readonly own: readonly OwnAnswer[]
      readonly unread: readonly Unread[]
      /** Columns whose cell means what someone said it means. */
      readonly said: readonly number[]
    }
  | { readonly ok: false; readonly reasons: readonly Reason[]; readonly left: LeftOut | null }

/** Marks that sheets put where nothing is to be said. */
export const NOTHING: ReadonlySet<string> = new Set([
  '-',
  '--',
  '—',
  '–',
  '/',
  '//',
  '.',
  '...',
  'n/a',
  'N/A',
  'na',
  'NA',
  'nihil',
  'néant',
  'nvt',
  'n.v.t.',
  's.o.',
])
/** Fields in which forms write 99 for what was not asked or not known. */
const CODED: ReadonlySet<string> = new Set([...LIST_FIELDS.codes, 'phone'])

export type Cell = { readonly field: Field; readonly column: number; readonly text: string }
/** The cells of a row that say something, with their fields. */
export const listCells = (cells: readonly string[], { columns }: Pick<Reading, 'columns'>): Cell[] =>
  columns.flatMap((field, column) => {
    const text = (cells[column] ?? '').trim()
    const isNothing =
      text === '' ||
      NOTHING.has(text) ||
      (text === '99' && CODED.has(field)) ||
      (/^\?+$/u.test(text) && NUMBER_FIELDS.has(field))
    return field === '' || isOwnColumn(field) || isNothing ? [] : [{ field, column, text }]
  })

export type Said = Partial<Record<Field, string>>
export const dateOf = (
  field: Field,
  text: string,
  { dateOrder, ground }: Pick<Reading, 'dateOrder' | 'ground'>,
): string => {
  const use = { isBirth: field === 'born', thisYear: Number(ground.on.slice(0, 4)) }
  const whole = toDateText(text, dateOrder, use)
  if (toWhen(whole) !== null || !/[([]/u.test(text)) return whole
  // "01/01/2008 (déclarée)": the day stands before the brackets, and what is in them goes into a note.
  const before = toDateText(text.replace(/[([].*/u, '').trim(), dateOrder, use)
  return toWhen(before) === null ? whole : before
}

/** The cells of a row by their fields; a date with the day before the month. */
export const cellsOf = (
  cells: readonly string[],
  reading: Pick<Reading, 'columns' | 'dateOrder' | 'ground'>,
): Said => {
  const found: Said = {}
  for (const { field, text } of listCells(cells, reading))
    found[field] ??= DATE_FIELDS.includes(field) ? dateOf(field, text, reading) : text
  return found
}

/** Words for someone of the family, in four languages. */
const KIN =
  'fils|fille|enfants?|zoon|dochter|kind(?:er(?:en)?)?|son|daughter|child(?:ren)?|m[èe]re|p[èe]re|moeder|vader|mutter|mother|father|fr[èe]re|s(?:oe|œ)ur|broer(?:tje)?|zus(?:je)?|brother|sister|bruder|schwester|b[ée]b[ée]|baby'
const HOUSEHOLD = `${KIN}|vrouw|femme|wife|frau|man|mari|husband|famille|family|gezin|familie`
const WITH = String.raw`(?:\+|&|\b(?:et|en|and|und|avec|met|with|mit)\b)`
const WHOSE = String.raw`(?:(?:sa|son|ses|haar|zijn|her|his|ihre?|seine?)\s)?(?:\d+\s)?`
/** People who came along with the one whose row it is ("+ 3 enfants"), and whose child or brother someone is: words beside a name. */
const BESIDE_NAME = new RegExp(
  String.raw`\s*(?:${WITH}\s*${WHOSE}(?:${HOUSEHOLD})(?!\p{L}).*|\((?:${KIN})(?:\s[^()]*)?\)|,\s(?:${KIN})\s.+)$`,
  'iu',
)
/** "ZADRAN Gul & ZADRAN Nazar": two whole names, each with a part in capitals. The row is about the first. */
const TWO_PEOPLE = /^((?=.*\p{Lu}{2})[^\s&+]+\s[^&+]+?)\s[&+]\s(?=.*\p{Lu}{2})[^\s&+]+\s.+$/u
export const bareName = (cell: string): string => cell.replace(BESIDE_NAME, '').replace(TWO_PEOPLE, '$1')

/** "OKAFOR alias EZE", "MBEMBA Grâce (épouse Diallo)", "Mme BAH née SOW Kadiatou", "Karwan (كاروان)": a further name within the cell of a name. */
export const namesApart = (cell: string): { readonly name: string; readonly other: string | null } => {
  const text = cell.replace(
    /^(?:mme|mlle|madame|monsieur|mr|mevr|dhr|mrs|ms|frau|herr)\.?\s+(?=\p{L}{2})/iu,
    '',
  )
  const [whole, within] =
    /\s*\((?:=|ou|or|of|alias|dite?|aka|née?|épouse|ép\.|echtgenote|geb\.)?\s*([^()]+)\)/iu.exec(text) ?? []
  const isName =
    whole !== undefined &&
    within !== undefined &&
    (!/^\s*\((?!(?:=|ou|or|of|alias|dite?|aka|née?|épouse|ép\.|echtgenote|geb\.)\s)/iu.test(whole) ||
      /^[^\p{Script=Latin}\p{N}?]+$/u.test(within))
  if (isName) return { name: text.replace(whole, '').trim(), other: within.trim() }
  // "BOUZID Karim “Kiki”"
  const [, called, nickname] = /^([^"“”„«»]{3,}?),?\s["“”„«]\s?([^"“”„«»]{2,})["“”»]$/u.exec(text) ?? []
  if (called !== undefined && nickname !== undefined && !/\s(?:alias|dite?|aka|genaamd)$/iu.test(called))
    return { name: called, other: nickname.trim() }
  const [, name, other] = /^(.{2,}?),?\s(?:alias|dite?|aka|a\.k\.a\.|genaamd)\s(.{2,})$/iu.exec(text) ?? []
  if (name !== undefined && other !== undefined)
    return { name, other: other.replace(/^["“”«\s]+|["“”»\s]+$/gu, '') }
  const born = /\s(?:née?|geb\.|geboren)\s(\p{Lu}[\p{Lu}'’-]+)(?=\s|$)/u.exec(text)
  return born?.[1] === undefined
    ? { name: text, other: null }
    : { name: text.replace(born[0], ''), other: born[1] }
}

/** The whole name that a row gives, in one piece or in two. */
export const nameOf = ({ name, givenName, familyName }: Said): string =>
  name ?? [givenName, familyName].filter((part) => part !== undefined).join(' ')

/** A day that must be whole: as a day of the calendar, or as it stands there, so that the reason can be given. */
export const wholeDay = (text: string | undefined): string => {
  if (text === undefined) return ''
  const when = toWhen(text)
  return when?.form === 'exact' ? when.day : text
}

/** "Peul, français", "Dari + Farsi": a cell of several, where it is not one word of the list itself. */
const BETWEEN = /\s*(?:[,;/+&]|\s[–—-]\s|\b(?:et|and|en|und|ou|of|or|oder)\b)\s*/u
const partsOf = (text: string): string[] =>
  text
    .replace(/\([^()]*\)/gu, (inside) => inside.replace(/[,;/+&]/gu, ' '))
    .split(BETWEEN)
    .filter((part) => part !== '')
/** "pas de français", "geen Nederlands" */
const NOT_SPOKEN = /^(?:pas de|geen|no|kein|keine|sans)\s/iu
const INTERPRETER = /tolk|interpr[eè]t|dolmetsch/iu

type Read = {
  readonly code: string
  readonly others: readonly string[]
  readonly isSaid: boolean
  readonly hasMore: boolean
}
/** What a cell of a list says, or null when no list knows it and no one said what it means. */
export const readWord = (field: ListField, text: string, reading: Ways): Read | null => {
  const { code, isSaid, hasMore = false } = meaningOf(field, text, reading)
  // "Somali, an interpreter is needed": what is said beside the language is not to be lost.
  const beside = field === 'language' && INTERPRETER.test(text)
  const whole = code === null ? null : { code, others: [], isSaid, hasMore: hasMore || beside }
  if (field !== 'language' && field !== 'nationality') return whole ?? readTwice(field, text, reading)
  // "Arabic (Darija), French": brackets belong to the one word before them, and the others count too.
  if (whole !== null && !hasMore) return whole
  const pieces = partsOf(text)
  const named = field === 'language' ? pieces.filter((part) => !NOT_SPOKEN.test(part)) : pieces
  if (whole !== null && named.length < 2) return whole
  const parts = named.map((part) => meaningOf(field, part, reading))
  const codes = parts.flatMap((part) =>
    part.code === null || part.code === OPEN || part.code === AS_NOTE ? [] : [part.code],
  )
  const [first, ...others] = [...new Set(codes)]
  if (first === undefined || codes.length < parts.length) return whole
  return {
    code: first,
    others,
    isSaid: parts.some((part) => part.isSaid),
    hasMore: beside || named.length < pieces.length || parts.some((part) => part.hasMore),
  }
}

/** "Asile / Asylum": the same answer in two languages. */
const readTwice = (field: ListField, text: string, reading: Ways): Read | null => {
  const all = text.split(' / ').map((part) => meaningOf(field, part, reading))
  const [first] = all
  if (all.length < 2 || first === undefined || first.code === null) return null
  return all.every(({ code }) => code === first.code)
    ? { code: first.code, others: [], isSaid: first.isSaid, hasMore: false }
    : null
}

/** As long as a way to reach someone may be. */
export const LONGEST_CONTACT = 300
/** Telephones of one cell: two numbers stand between strokes, and the strokes of one number are not between two. */
export const phonesOf = (text: string): string[] => {
  if (text.length > LONGEST_CONTACT) return []
  if (toPhone(text) !== null) return [text]
  // "GSM: 0470 12 34 56 (frère)": the number without the words around it.
  const bare = text
    .replace(/\([^()]*\p{L}[^()]*\)/gu, '')
    .replace(/^\p{L}[\p{L}\s.]*:?\s*(?=[+\d(])/u, '')
    .trim()
  if (bare !== text) return phonesOf(bare)
  const parts = text
    .split(/\s*(?:[;,|]|\s\/\s|\b(?:ou|of|or|et|en|and|oder|und)\b)\s*/u)
    .filter((part) => part !== '')
  return parts.length > 1 && parts.every((part) => toPhone(part) !== null) ? parts : []
}
