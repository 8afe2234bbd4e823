import type * as z from 'zod'
import type { Day } from '@/lib/shared/dates'
import type { Rule } from './rule.rules'
import type { deadlineRuleFile } from './rule.schema'
import type { Start } from './vocabulary.rules'

/** The rules as a country's file ships them, before any organisation has confirmed or doubted one. */

type RuleFile = z.output<typeof deadlineRuleFile>
type Way = RuleFile['firstDays'][number]

/**
 * How the first day was found when an edition was recorded. A way that was read later counts for editions from then on: an edition
 * that shipped keeps what it shipped with.
 */
export const waysOf = (
  firstDays: readonly Way[],
  { start, recordedOn }: { readonly start: Start; readonly recordedOn: Day },
): readonly Way[] => {
  const own = firstDays.filter((way) => way.start === start && (way.since ?? '') <= recordedOn)
  const latest = own.reduce((last, { since = '' }) => (since > last ? since : last), '')
  return own.filter(({ since = '' }) => since === latest)
}

export type Shipped = Rule & {
  readonly firstDays: readonly Way[]
  readonly recordedOn: Day
}

/** Every edition, in the order of the file. */
export const shippedRules = ({
  rows,
  firstDays,
}: RuleFile): readonly (Shipped & RuleFile['rows'][number])[] =>
  rows.map((row) => ({ ...row, version: row.edition, firstDays: waysOf(firstDays, row) }))

/** The newest edition of every rule. */
export const newestOf = <R extends Pick<Rule, 'code' | 'version'>>(rules: readonly R[]): readonly R[] =>
  rules.filter(({ code, version }) => !rules.some((other) => other.code === code && other.version > version))
