import { addWorkingDays, restOn } from '@/lib/holidays/working-day.rules'
import { addDays, type Day } from '@/lib/shared/dates'
import { addHours, addSpan, holidaysBetween, rollDay } from './calendar.rules'
import type { Notification } from './notification.rules'
import type { FirstDayRule, Rule, Span } from './rule.rules'
import type { Step } from './step.rules'
import { type FirstDay, NOTIFIED_STARTS } from './vocabulary.rules'

/** Counting one span from one event: the same for the rule's own period and for the one printed on a letter. */

type Start = Pick<Rule, 'start' | 'direction' | 'roll'>
export type Counted = {
  readonly on: Day
  readonly time: string | null
  readonly steps: readonly Step[]
}

export type Notified = {
  readonly notification: Notification | null
  /** The day it was handed over, presented or sent; handed to the post, when it came by post. */
  readonly on: Day
  readonly at: string | null
}

/** The day before the first that counts. */
const dayZero = (on: Day, firstDay: FirstDay): Day =>
  firstDay === 'third_working_day' ? addDays(addWorkingDays(on, 3), -1) : on

export const isNotified = ({ start }: Pick<Rule, 'start'>): boolean => NOTIFIED_STARTS.has(start)

/** What is known of the first day: the rule for this way of notification, or nothing. */
export const firstDayFor = (
  { start }: Pick<Rule, 'start'>,
  notification: Notification | null,
  firstDays: readonly FirstDayRule[],
): FirstDayRule | null =>
  firstDays.find(
    (one) => one.start === start && one.notification === notification && one.firstDay !== 'not_known',
  ) ?? null

const startSteps = (
  rule: Start,
  { notification, on }: Notified,
  known: FirstDayRule | null,
): { readonly zero: Day; readonly steps: readonly Step[] } => {
  if (!isNotified(rule)) {
    if (rule.direction === 'before') return { zero: on, steps: [] }
    return { zero: on, steps: [{ code: rule.start === 'included' ? 'dayCounted' : 'dayNotCounted', on }] }
  }
  if (known === null || notification === null)
    return { zero: on, steps: [{ code: 'earliestFirstDay', on: addDays(on, 1) }] }
  const zero = dayZero(on, known.firstDay)
  return {
    zero,
    steps: [
      {
        code: 'notified',
        notification,
        firstDay: known.firstDay,
        on: addDays(zero, 1),
        article: known.article,
        status: known.status,
      },
    ],
  }
}

const rawEnd = ({ start, direction }: Start, zero: Day, span: Span): Day => {
  if (direction === 'before') return addSpan(zero, span, -1)
  if (start !== 'included') return addSpan(zero, span)
  // The day of the event is the first one: the last is the day before the same day number, or n - 1 days on.
  if (span.unit === 'month' || span.unit === 'week' || span.unit === 'hour')
    return addDays(addSpan(zero, span), -1)
  return addSpan(addDays(zero, -1), span)
}

const inOrder = (a: Day, b: Day): readonly [Day, Day] => (a <= b ? [a, b] : [b, a])

const rollSteps = ({ roll }: Start, raw: Day, on: Day): readonly Step[] => {
  const because = restOn(raw)
  if (because === null) return []
  if (roll === 'none') return [{ code: 'notRolled', on: raw, because }]
  return [{ code: roll === 'forward' ? 'rolledForward' : 'rolledBack', from: raw, on, because }]
}

/** The end of a span, with every step on the way. `known` is null when the first day has to be the earliest possible. */
export const countSpan = (
  rule: Start,
  event: Notified,
  span: Span,
  known: FirstDayRule | null = null,
): Counted => {
  if (span.unit === 'hour') {
    const day = addDays(event.on, span.amount / 24)
    const counted: Step = { code: 'counted', amount: span.amount, unit: 'hour', on: day }
    if (event.at === null)
      return { on: day, time: null, steps: [counted, { code: 'hourNotKnown', on: event.on }] }
    const end = addHours(event.on, event.at, span.amount)
    return { ...end, steps: [counted, { code: 'endsAt', on: end.on, at: end.time }] }
  }
  // The day itself: nothing is counted.
  if (span.amount === 0 && !isNotified(rule) && rule.roll === 'none')
    return { on: event.on, time: null, steps: [] }
  const { zero, steps } = startSteps(rule, event, known)
  const raw = rawEnd(rule, zero, span)
  const on = rollDay(raw, rule.roll)
  const skipped: readonly Step[] =
    span.unit === 'working_day'
      ? holidaysBetween(...inOrder(zero, raw)).map(({ day, holiday }) => ({
          code: 'holidaySkipped',
          on: day,
          holiday,
        }))
      : []
  return {
    on,
    time: null,
    steps: [
      ...steps,
      {
        code: rule.direction === 'before' ? 'countedBack' : 'counted',
        amount: span.amount,
        unit: span.unit,
        on: raw,
      },
      ...skipped,
      ...rollSteps(rule, raw, on),
    ],
  }
}

/** The latest day a notification can have been made by a way we cannot count: the third working day, as by post. */
export const latestZero = (on: Day): Day => dayZero(on, 'third_working_day')
