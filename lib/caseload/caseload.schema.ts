import { ABSENT } from '@/lib/cases/gap.rules'
import { SEVERITIES } from '@/lib/cases/severity.rules'
import { meanings, meant, type Search, says } from '@/lib/shared/search'
import { isId, isNumber, isObject, isText } from '@/lib/shared/shape'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/**
 * The caseload in an address: what narrows it, its order, and how it looks. An address is a view: it can be sent, kept and
 * saved, so it holds ids and codes only. What cannot be read is left out, never an error.
 */

/** What narrows the list. Each may have several values; `not` turns one round; `none` asks for what is empty. */
export const FIELDS = vocabulary('cases.fields', [
  'worker',
  'contact',
  'gap',
  'missing',
  'status',
  'risk',
  'kind',
  'centre',
  'signal',
  'nationality',
  'age',
  'guardian',
  'own',
])
export type Field = CodeOf<typeof FIELDS>
export const NONE = 'none'
export const CONTACTS = vocabulary('cases.contacts', ['unseen', 'due', 'excused', 'never'])
/** What the claims of an age say of a person in the file, as minority says it (lib/people). */
export const AGES = vocabulary('cases.ages', ['minor', 'disputed', 'adult', 'unknown'])
/** A person of an open file who is treated as a minor, may be here without parents, and has no guardian (lib/guardianship). */
export const GUARDIANS = vocabulary('cases.guardians', ['awaited'])
/** What a file lacks for a step that comes (lib/cases/gap.rules.ts), or anything of it. */
export const ANY_GAP = 'any'
/** What is not recorded in a file, whatever comes next. */
export const LACKS = vocabulary('cases.lacks', [
  'step',
  'date',
  'late',
  'place',
  'since',
  'age',
  'nationality',
  'language',
  'interpreter',
])
export type Lack = CodeOf<typeof LACKS>

/** What an own field of the organisation holds (lib/fields): its id, and a code, or `-any` and `-none` for whether it is answered at all. */
export const OWN_ANSWERED = { any: '-any', none: '-none' } as const
export const readOwnValue = (text: string): { readonly fieldId: string; readonly code: string } | null => {
  const [fieldId, code] = [text.slice(0, 36), text.slice(37)]
  return isId(fieldId) && /^_[a-z0-9_-]{1,41}$/.test(text.slice(36)) ? { fieldId, code } : null
}
export const writeOwnValue = (fieldId: string, code: string): string => `${fieldId}_${code}`

const isCode = (text: string): boolean => /^[a-z0-9_-]{1,40}$/.test(text)
const isIn =
  (list: readonly string[]) =>
  (text: string): boolean =>
    list.includes(text)
const IS_VALUE: Readonly<Record<Field, (text: string) => boolean>> = {
  worker: isId,
  contact: isIn(CONTACTS.codes),
  gap: isIn([ANY_GAP, ...ABSENT.codes]),
  missing: isIn(LACKS.codes),
  status: isCode,
  risk: isCode,
  kind: isCode,
  centre: isCode,
  signal: isIn([...SEVERITIES.codes, NONE]),
  nationality: (text) => /^([A-Z]{2,3}|none)$/.test(text),
  age: isIn(AGES.codes),
  guardian: isIn(GUARDIANS.codes),
  own: (text) => readOwnValue(text) !== null,
}
const MOST_VALUES = 30

export type Condition = { readonly values: readonly string[]; readonly isNot: boolean }
export type Filters = Readonly<Partial<Record<Field, Condition>>>

export const ORDERS = vocabulary('cases.orders', ['danger', 'silence', 'step', 'contact', 'opened', 'code'])
export type Order = CodeOf<typeof ORDERS>
export type Sort = { readonly by: Order; readonly isDown: boolean }
export const FIRST_SORT: Sort = { by: 'danger', isDown: false }

/** Columns that can be chosen, in their order; who it is and why now always stand there. */
export const COLUMNS = vocabulary('cases.columns', [
  'person',
  'place',
  'silence',
  'contact',
  'step',
  'worker',
  'status',
  'missing',
  'signals',
  'own',
])
export type ColumnKey = CodeOf<typeof COLUMNS>
/** What fits on one line of a laptop, and answers: who, where, seen when, what next. */
export const FIRST_COLUMNS: readonly ColumnKey[] = ['person', 'place', 'silence', 'step']

/** Where the last page ended: the number of its rank, ids, codes and dates only, and how many rows were passed. */
export type Cursor = { rank: number; key: string; id: string; passed: number }
const MOST_PASSED = 1_000_000
const isCount = (value: unknown): value is number =>
  isNumber(value) && Number.isInteger(value) && value >= 0 && value <= MOST_PASSED
const isCursor = isObject({
  rank: isCount,
  key: (value): value is string => isText(value) && /^[0-9A-Z-]{1,20}$/.test(value),
  id: isId,
  passed: isCount,
})

export type Address = {
  readonly filters: Filters
  readonly sort: Sort
  readonly columns: readonly ColumnKey[]
  readonly isRoomy: boolean
  /** The saved view someone came from: only a hint which tab is meant, it gives no right. */
  readonly view: string | null
  readonly after: Cursor | null
}
export type Raw = Search

// Plain ASCII, so the browser's own base64 does: Buffer would bring 7 kB of script to every browser.
export const writeCursor = (at: Cursor): string =>
  btoa(JSON.stringify(at)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

const readCursor = (text: string): Cursor | null => {
  if (text.length > 300) return null
  try {
    const read: unknown = JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')))
    return isCursor(read) ? read : null
  } catch {
    return null
  }
}

const readSort = (text: string): Sort | null => {
  const by = ORDERS.match(text.replace(/^-/, ''))
  // The order of danger has one direction.
  return by === null ? null : { by, isDown: text.startsWith('-') && by !== 'danger' }
}

export const readSearch = (raw: Raw): Address => {
  const turned = meanings(raw, 'not', FIELDS.match)
  const filters = Object.fromEntries(
    FIELDS.codes.flatMap((field): [Field, Condition][] => {
      const known = meanings(raw, field, (value) => (IS_VALUE[field](value) ? value : null))
      const values = [...new Set(known)].slice(0, MOST_VALUES).sort()
      return values.length === 0 ? [] : [[field, { values, isNot: turned.includes(field) }]]
    }),
  )
  const chosen = meanings(raw, 'column', COLUMNS.match)
  // Addresses and views of the time when every column stood there unless it was put away, and lines were dense when asked.
  const hidden = meanings(raw, 'hide', COLUMNS.match)
  says(raw, 'dense', '1')
  const isShown = (column: ColumnKey): boolean =>
    chosen.length > 0 ? chosen.includes(column) : FIRST_COLUMNS.includes(column) && !hidden.includes(column)
  return {
    filters,
    sort: meant(raw, 'sort', readSort) ?? FIRST_SORT,
    columns: COLUMNS.codes.filter(isShown),
    isRoomy: says(raw, 'roomy', '1'),
    view: meant(raw, 'view', (id) => (isId(id) ? id : null)),
    after: meant(raw, 'after', readCursor),
  }
}

/** The query of an address in one fixed order, so that equal views are equal texts. Neither the page nor the tab is in it. */
export const writeQuery = ({
  filters,
  sort = FIRST_SORT,
  columns = FIRST_COLUMNS,
  isRoomy = false,
}: Pick<Address, 'filters'> & Partial<Address>): string => {
  const query = new URLSearchParams()
  for (const field of FIELDS.codes)
    for (const value of filters[field]?.values ?? []) query.append(field, value)
  for (const field of FIELDS.codes) if (filters[field]?.isNot === true) query.append('not', field)
  const order = `${sort.isDown ? '-' : ''}${sort.by}`
  if (order !== FIRST_SORT.by) query.set('sort', order)
  if (columns.join() !== FIRST_COLUMNS.join()) for (const column of columns) query.append('column', column)
  if (isRoomy) query.set('roomy', '1')
  return query.toString()
}

/** The address of the caseload. */
export const writeSearch = (
  address: Pick<Address, 'filters'> & Partial<Address>,
  page: string | null = null,
): string => {
  const query = new URLSearchParams(writeQuery(address))
  if (address.view) query.set('view', address.view)
  if (page !== null) query.set('after', page)
  const text = query.toString()
  return text === '' ? '/cases' : `/cases?${text}`
}

/** The query of an address or a saved view, read again. */
export const readQuery = (text: string): Address => {
  const raw: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(text)) raw[name] = [...(raw[name] ?? []), value]
  return readSearch(raw)
}
