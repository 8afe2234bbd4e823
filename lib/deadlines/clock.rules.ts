import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { addSpan } from './calendar.rules'
import { type Counted, countSpan, firstDayFor, isNotified, latestZero, type Notified } from './count.rules'
import { dependsOnDetained, detainedSaid } from './detained.rules'
import type { Notification } from './notification.rules'
import { instrumentOf, judgeRegime } from './regime.rules'
import {
  type Article,
  type FirstDayRule,
  isRead,
  isRelied,
  type Period,
  periodFor,
  type Rule,
} from './rule.rules'
import type { Step } from './step.rules'
import type { EventCode, Fact, Regime, Status } from './vocabulary.rules'

/**
 * The clock: one rule and one event give a date, or no date and the reason. A date is only given by a rule that was read in a
 * named source or confirmed by a coordinator; everything else is said aloud as a window, and never becomes a date in silence.
 */

export type Trigger = {
  readonly event: EventCode
  /** For a letter by post: the day it was handed to the post. */
  readonly on: Day | null
  /** By the clock, "14:30"; only periods in hours ask for it. */
  readonly at: string | null
  readonly notification: Notification | null
  readonly facts: readonly Fact[]
  /** When the application was lodged and registered: each decides the law of some rules; null without an application. */
  readonly lodgedOn: Day | null
  readonly registeredOn: Day | null
}

export const NO_DATE_REASONS = vocabulary('deadlines.no-date-reasons', [
  'dayNotKnown',
  'otherRegime',
  'notInForce',
  'readTheLetter',
  'regimeUnclear',
  'noSource',
  'generalKnowledge',
  'toConfirm',
  'notificationNotKnown',
  'range',
])
export type NoDateReason = CodeOf<typeof NO_DATE_REASONS>

export type Window = { readonly earliest: Day; readonly latest: Day }

/** What a deadline keeps of the rule it was computed with, whatever becomes of the rule. */
export type RuleSaid = {
  readonly code: string
  readonly version: number
  readonly status: Status
  readonly regime: Regime
  readonly article: Article | null
  readonly sources: readonly string[]
}

export type Computation = {
  readonly rule: RuleSaid
  readonly steps: readonly Step[]
} & (
  | {
      readonly kind: 'date'
      readonly on: Day
      /** `on`, or before it when the way of counting was read in no source: the day that is in time by any reading. */
      readonly earliest: Day
      readonly time: string | null
      /** Before an expiry: the day from which the act is possible. */
      readonly opensOn: Day | null
    }
  | { readonly kind: 'none'; readonly reason: NoDateReason; readonly window: Window | null }
)

const saidOf = ({ code, version, status, regime, article, sources }: Rule): RuleSaid => ({
  code,
  version,
  status,
  regime,
  article,
  sources,
})

const isInForce = ({ validFrom, validTo }: Rule, on: Day): boolean =>
  (validFrom === null || on >= validFrom) && (validTo === null || on < validTo)

/** Why a rule that could be counted sets no date after all. */
const doubtOf = (
  rule: Rule,
  period: Period,
  { isRegimeUnclear, isFirstDayKnown }: { isRegimeUnclear: boolean; isFirstDayKnown: boolean },
): NoDateReason | null => {
  if (isRegimeUnclear) return 'regimeUnclear'
  if (!isRelied(rule)) {
    if (rule.status === 'general_knowledge') return 'generalKnowledge'
    return rule.status === 'to_confirm' ? 'toConfirm' : 'noSource'
  }
  if (!isFirstDayKnown) return 'notificationNotKnown'
  const { min, max } = period
  return min.amount === max.amount && min.unit === max.unit ? null : 'range'
}

const opening = (rule: Rule, on: Day): Day | null =>
  rule.opens === null ? null : addSpan(on, rule.opens, rule.direction === 'before' ? -1 : 1)

/**
 * The day that is in time by any reading. How the first day of a notified period is found, and that a last day which is free
 * moves on, may be law that no one here has read: then day 1 is the day after the event, and the last day does not move.
 */
const safestDay = (rule: Rule, event: Notified, period: Period, known: FirstDayRule | null, on: Day): Day => {
  if (!isNotified(rule) || (known !== null && isRead(known))) return on
  const safest = countSpan({ ...rule, roll: 'none' }, event, period.min).on
  return safest < on ? safest : on
}

/** The earliest and the latest day that any reading allows. */
const windowOf = (
  rule: Rule,
  event: Notified,
  period: Period,
  known: FirstDayRule | null,
  first: Counted,
): Window => {
  const isOpenStart = isNotified(rule) && known === null
  const start = isOpenStart ? { ...event, on: latestZero(event.on) } : event
  const last = countSpan(rule, start, period.max, known).on
  const [earliest, latest] = last < first.on ? [last, first.on] : [first.on, last]
  return { earliest: safestDay(rule, event, period, known, earliest), latest }
}

/** Of another law only what one has to do, or what ends, is worth a reminder: what others should have done is not. */
const shortWindow = ({ meaning }: Rule, window: Window): Window | null =>
  meaning === 'act' || meaning === 'limit' ? window : null

/** The time a rule leaves in any law, for an act or a limit; no window when its day is not known or nothing is counted. */
export const leastTime = (
  rule: Rule & { readonly firstDays: readonly FirstDayRule[] },
  { on, at, notification, facts }: Trigger,
): { readonly window: Window | null } => {
  const period = periodFor(rule, facts)
  if (on === null || period === null) return { window: null }
  const notice = { notification, on, at }
  const known = firstDayFor(rule, notification, rule.firstDays)
  const first = countSpan(rule, notice, period.min, known)
  return { window: shortWindow(rule, windowOf(rule, notice, period, known, first)) }
}

/** Which law a rule belongs to, with the day that decides it. */
const regimeStep = (
  regime: Regime,
  { event, facts, lodgedOn, registeredOn }: Pick<Trigger, 'event' | 'facts' | 'lodgedOn' | 'registeredOn'>,
): Step =>
  instrumentOf(event, facts) === 'AMMR'
    ? { code: 'registered', regime, registeredOn }
    : { code: 'regime', regime, lodgedOn }

/** What a rule says of an event. A rule of another law is counted too: the shortest time that is known is better than silence. */
export const compute = (
  rule: Rule,
  { event, on, at, notification, facts, lodgedOn, registeredOn }: Trigger,
  firstDays: readonly FirstDayRule[],
): Computation => {
  const said = saidOf(rule)
  const none = (reason: NoDateReason, steps: readonly Step[] = [], window: Window | null = null) =>
    ({ rule: said, steps, kind: 'none', reason, window }) as const
  if (on === null) return none('dayNotKnown')
  const current = judgeRegime(rule.regime, { lodgedOn, registeredOn, event, facts, triggeredOn: on })
  const told: readonly Step[] = [
    { code: 'happened', event, on, at },
    ...(rule.regime === 'ANY' ? [] : [regimeStep(rule.regime, { event, facts, lodgedOn, registeredOn })]),
    ...(dependsOnDetained(rule) ? [{ code: 'held', held: detainedSaid(facts) } as const] : []),
  ]
  const period = periodFor(rule, facts)
  const notice = { notification, on, at }
  const isOther = current === 'otherRegime' || !isInForce(rule, on)
  if (period === null) return none(isOther ? 'otherRegime' : 'readTheLetter', told)
  const known = firstDayFor(rule, notification, firstDays)
  const first = countSpan(rule, notice, period.min, known)
  const steps = [...told, ...first.steps]
  const window = windowOf(rule, notice, period, known, first)
  if (current === 'otherRegime') return none('otherRegime', steps, shortWindow(rule, window))
  if (!isInForce(rule, on)) return none('notInForce', steps, shortWindow(rule, window))
  const doubt = doubtOf(rule, period, {
    isRegimeUnclear: current === 'regimeUnclear',
    isFirstDayKnown: !isNotified(rule) || known !== null,
  })
  if (doubt !== null) return none(doubt, steps, window)
  const opensOn = opening(rule, on)
  const earliest = safestDay(rule, notice, period, known, first.on)
  return {
    rule: said,
    steps: [
      ...steps,
      ...(earliest === first.on ? [] : [{ code: 'safest', on: earliest } as const]),
      ...(opensOn === null ? [] : [{ code: 'opens', on: opensOn } as const]),
    ],
    kind: 'date',
    on: first.on,
    earliest,
    time: first.time,
    opensOn,
  }
}
