import { addDays, addMonths, type Day, daysBetween } from '@/lib/shared/dates'
import type { Severity } from './vocabulary.rules'

/** Who is reminded of a deadline, and on which days. */

export type Recipient = 'worker' | 'deputy' | 'coordinator'
export type Reminder = { readonly on: Day; readonly to: readonly Recipient[] }

const ALL: readonly Recipient[] = ['worker', 'deputy', 'coordinator']
const NEAR: readonly Recipient[] = ['worker', 'deputy']

/** Days before, with who hears of it. A period this short is called out every day. */
const BY_SEVERITY: Readonly<Record<Severity, readonly (readonly [number, readonly Recipient[]])[]>> = {
  critical: [
    [5, ALL],
    [2, ALL],
    [1, ALL],
    [0, ALL],
  ],
  high: [
    [14, NEAR],
    [7, NEAR],
    [2, ALL],
    [0, ALL],
  ],
  normal: [
    [7, ['worker']],
    [1, ['worker']],
    [0, NEAR],
  ],
}
const SHORT_DAYS = 5
/** No reminder comes earlier, but for those that a rule has of its own. */
export const USUAL_DAYS = Math.max(
  ...Object.values(BY_SEVERITY).flatMap((reminders) => reminders.map(([days]) => days)),
)

export type Reminded = {
  readonly severity: Severity
  readonly remind: { readonly days: readonly number[]; readonly months: readonly number[] }
  /** The day that reminders count to, of a deadline or of an unconfirmed window. */
  readonly remindOn: Day
  /** The day on which the deadline was entered. */
  readonly knownOn: Day
}

/**
 * The reminders of a deadline, in the order of days, one a day. What would have been said before the deadline was known is
 * said on the day it becomes known, once.
 */
export const remindersOf = ({ severity, remind, remindOn, knownOn }: Reminded): readonly Reminder[] => {
  const usual = BY_SEVERITY[severity].map(([days, to]) => ({ on: addDays(remindOn, -days), to }))
  const own = [
    ...remind.days.map((days) => addDays(remindOn, -days)),
    ...remind.months.map((months) => addMonths(remindOn, -months)),
  ].map((on) => ({ on, to: severity === 'critical' ? ALL : NEAR }))
  const left = daysBetween(knownOn, remindOn)
  const daily =
    severity === 'critical' && left >= 0 && left <= SHORT_DAYS
      ? Array.from({ length: left + 1 }, (_, day) => ({ on: addDays(knownOn, day), to: ALL }))
      : []
  const heard = new Map<Day, Set<Recipient>>()
  for (const { on, to } of [...usual, ...own, ...daily]) {
    const day = on < knownOn ? knownOn : on
    heard.set(day, new Set([...(heard.get(day) ?? []), ...to]))
  }
  return [...heard]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, to]) => ({ on, to: ALL.filter((one) => to.has(one)) }))
}

/** Who hears of it on a day. A day that has passed unanswered is said again, to everyone, every day until it is closed. */
export const remindedOn = (reminded: Reminded, today: Day): readonly Recipient[] => {
  if (today > reminded.remindOn && today >= reminded.knownOn) return ALL
  return remindersOf(reminded).find(({ on }) => on === today)?.to ?? []
}

/**
 * The stage that counts for someone on a day: the last reminder for them up to then, or the day itself once the deadline
 * has passed; null before the first. A job that slept over a stage says it when it wakes, and only the last one.
 */
export const stageOn = (reminded: Reminded, today: Day, as: readonly Recipient[]): Day | null => {
  if (today > reminded.remindOn && today >= reminded.knownOn) return today
  const own = remindersOf(reminded).filter(({ on, to }) => on <= today && to.some((one) => as.includes(one)))
  return own.at(-1)?.on ?? null
}

/** What a colleague is to a file. A member works in it and is reminded only when it has neither worker nor deputy. */
export type RecipientRole = Recipient | 'member'

/**
 * As whom someone hears of a file's deadlines. A deputy stands in for the worker and hears what the worker hears; where
 * both are missing, everyone who works in the file does.
 */
export const hearsAs = (
  own: readonly RecipientRole[],
  all: readonly RecipientRole[],
): readonly Recipient[] => {
  const isHeld = all.includes('worker') || all.includes('deputy')
  if (!isHeld) return ALL
  const heard = own.flatMap((place) => (place === 'member' ? [] : [place]))
  return heard.includes('deputy') ? [...heard, 'worker'] : heard
}

/** From so many days before on a deadline stays on the first screen until it is closed. */
const NEAR_DAYS: Readonly<Record<Severity, number>> = { critical: SHORT_DAYS, high: 2, normal: 0 }

/** Whether a deadline stands on a colleague’s first screen: it is near or past, or they are reminded of it on this day. */
export const isPressing = (reminded: Reminded, today: Day, as: Recipient): boolean => {
  const left = daysBetween(today, reminded.remindOn)
  const isNear =
    left <= NEAR_DAYS[reminded.severity] &&
    (as !== 'coordinator' || left <= 0 || reminded.severity !== 'normal')
  return isNear || remindedOn(reminded, today).includes(as)
}
