import type { Day } from '@/lib/shared/dates'
import type { Notification } from './notification.rules'
import type {
  Act,
  Effect,
  EventCode,
  Fact,
  FirstDay,
  Meaning,
  Regime,
  Roll,
  Severity,
  Start,
  Status,
  Unit,
} from './vocabulary.rules'

/** One dated, sourced rule of the law: what starts the clock, how long it runs, and how sure we are of it. */

/** Rules for victims of trafficking: their title in a list of many files would say what the file is about. */
export const saysKindOfFile = (code: string): boolean => code.startsWith('THB_')

export type Span = { readonly amount: number; readonly unit: Unit }

/** A period; when the law or the sources leave a range, both ends. `when` names the fact that makes it this one. */
export type Period = { readonly when: Fact | null; readonly min: Span; readonly max: Span }

export type Predicate = {
  readonly all: readonly Fact[]
  readonly any: readonly Fact[]
  readonly none: readonly Fact[]
  /** Not when all of these are true together. */
  readonly notAll: readonly Fact[]
}

export type Article = { readonly text: string; readonly status: Status }

export type Rule = {
  readonly code: string
  readonly version: number
  readonly meaning: Meaning
  readonly event: EventCode
  readonly when: Predicate
  readonly regime: Regime
  readonly start: Start
  readonly direction: 'after' | 'before'
  /** The first whose `when` is true counts; none means that the period stands on the letter only. */
  readonly periods: readonly Period[]
  /** Before an expiry: how long before it the act becomes possible. */
  readonly opens: Span | null
  readonly roll: Roll
  readonly severity: Severity
  readonly remind: { readonly days: readonly number[]; readonly months: readonly number[] }
  readonly suspensive: Effect | null
  readonly article: Article | null
  readonly sources: readonly string[]
  readonly status: Status
  readonly validFrom: Day | null
  readonly validTo: Day | null
  readonly closedBy: readonly Act[]
  readonly family: string
}

/** How the first day of a period is found for a way of notification, and where that is read. */
export type FirstDayRule = {
  readonly start: Start
  readonly notification: Notification
  readonly firstDay: FirstDay
  readonly article: string | null
  readonly status: Status
}

/** True for a way of finding the first day that was read in its law, or confirmed. */
export const isRead = ({ status }: Pick<FirstDayRule, 'status'>): boolean =>
  status === 'verified' || status === 'confirmed'

/** True for a rule that may set a date by itself: read in a named source, or confirmed by a coordinator. */
export const isRelied = ({ status, sources }: Pick<Rule, 'status' | 'sources'>): boolean =>
  status === 'confirmed' || (status === 'verified' && sources.length > 0)

/** The period of a rule for these facts. */
export const periodFor = ({ periods }: Pick<Rule, 'periods'>, facts: readonly Fact[]): Period | null =>
  periods.find(({ when }) => when === null || facts.includes(when)) ?? null

const holds = ({ all, any, none, notAll }: Predicate, facts: readonly Fact[]): boolean =>
  all.every((fact) => facts.includes(fact)) &&
  (any.length === 0 || any.some((fact) => facts.includes(fact))) &&
  !none.some((fact) => facts.includes(fact)) &&
  (notAll.length === 0 || !notAll.every((fact) => facts.includes(fact)))

/** The rules that an event starts, given what is true of it. The regime is judged by the clock, which says why. */
export const rulesStartedBy = <R extends Pick<Rule, 'event' | 'when'>>(
  rules: readonly R[],
  event: EventCode,
  facts: readonly Fact[],
): readonly R[] => rules.filter((rule) => rule.event === event && holds(rule.when, facts))
