import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/**
 * Numbers of a sheet. No sentence holds one: it names where the number stands, `{tel:…}` a telephone, `{days:…}`, `{workdays:…}` and
 * `{months:…}` the period of a rule, so that a number that changes changes on every sheet in every language.
 */
export const NUMBER_KINDS = vocabulary('sheets.number-kinds', ['tel', 'days', 'workdays', 'months'])
export type NumberKind = CodeOf<typeof NUMBER_KINDS>
export type Named = { readonly kind: NumberKind; readonly key: string }
export type Piece = string | Named

const NAMED = /\{(tel|days|workdays|months):([A-Za-z0-9_-]+)\}/

/** A line in pieces: words, and the numbers it names. */
export const piecesOf = (line: string): Piece[] => {
  const [before = '', kind, key, ...rest] = line.split(NAMED)
  const known = NUMBER_KINDS.match(kind)
  if (known === null || key === undefined) return before === '' ? [] : [before]
  const start = line.indexOf(`{${known}:${key}}`) + known.length + key.length + 3
  return [
    ...(before === '' ? [] : [before]),
    { kind: known, key },
    ...(rest.length === 0 ? [] : piecesOf(line.slice(start))),
  ]
}

export const namedIn = (lines: readonly string[]): Named[] =>
  lines.flatMap(piecesOf).filter((piece) => typeof piece !== 'string')

/** A digit that someone typed, in any of the scripts. */
export const hasDigit = (line: string): boolean =>
  piecesOf(line).some((piece) => typeof piece === 'string' && /\p{Nd}/u.test(piece))

type Span = { readonly amount: number; readonly unit: string }
const UNIT_OF: Readonly<Record<string, string>> = {
  days: 'calendar_day',
  workdays: 'working_day',
  months: 'month',
}
/** How long a rule says, where it says one thing in the unit of the sentence; null otherwise, and the sheet leaves a blank. */
export const spanOf = (
  kind: NumberKind,
  periods: readonly { readonly when: unknown; readonly min: Span; readonly max: Span }[],
): number | null => {
  const [only, ...others] = periods
  if (only === undefined || others.length > 0 || only.when !== null) return null
  const { min, max } = only
  return min.amount === max.amount && min.unit === max.unit && min.unit === UNIT_OF[kind] ? min.amount : null
}
