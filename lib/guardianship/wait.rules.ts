import { addSpan } from '@/lib/deadlines/calendar.rules'
import { type Birth, majorityOf } from '@/lib/people/age.rules'
import { addDays, type Day, daysBetween } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** How long a minor waits for a guardian, and how long they still are one. */

/** Working days after the report at which the application asks what happened. No law known to us names a period. */
const ALARM_DAYS = [5, 15] as const
export type Alarm = (typeof ALARM_DAYS)[number]

export type Wait = {
  readonly since: Day
  readonly days: number
  /** The last alarm whose day has come; null before the first. */
  readonly alarm: Alarm | null
}

export const waitOf = (since: Day, today: Day): Wait => ({
  since,
  days: Math.max(0, daysBetween(since, today)),
  alarm: ALARM_DAYS.findLast((amount) => addSpan(since, { amount, unit: 'working_day' }, 1) <= today) ?? null,
})

/** How long before the eighteenth birthday the application reminds: three spans, the longest first. */
const AHEAD = vocabulary('guardianship.ahead', ['six_months', 'three_months', 'thirty_days'])
export type Ahead = CodeOf<typeof AHEAD>

export type Countdown = {
  readonly earliest: Day
  readonly latest: Day
  /** Days to the earlier of the two. Below nought the day may have passed. */
  readonly days: number
  /** The last reminder whose day has come. */
  readonly reached: Ahead | null
  /** The later day has passed: by no claim are they a minor any more. */
  readonly isOver: boolean
}

const SPANS = {
  six_months: { amount: 6, unit: 'month' },
  three_months: { amount: 3, unit: 'month' },
  thirty_days: { amount: 30, unit: 'calendar_day' },
} as const satisfies Record<Ahead, unknown>

/** The day on which a reminder begins. */
export const remindsOn = (ahead: Ahead, majority: Day): Day => addSpan(majority, SPANS[ahead], -1)

/** How long a reminder of six or three months stands on the first screen before it makes room. */
const STANDS_DAYS = 14
const isWithin = (from: Day, until: Day, today: Day): boolean => from <= today && today < until

/**
 * The day that reminders count to: the birthday, or of a range its last day, because until then the person is treated as a minor.
 * The first day of a range is no alarm: it is as good as any other of the year, and the page says "between … and …".
 */
const countsTo = ({ earliest, latest }: Pick<Countdown, 'earliest' | 'latest'>): Day =>
  earliest === latest ? earliest : latest

/**
 * The reminder that stands on the first screen today: the first two for a fortnight each, the last one from thirty days before
 * until a fortnight after the day; of a range until its last day, when by no claim the person is a minor any more.
 */
export const reminderOf = (days: Pick<Countdown, 'earliest' | 'latest'>, today: Day) => {
  const day = countsTo(days)
  const stands = days.earliest === days.latest ? STANDS_DAYS : 1
  return (
    AHEAD.codes.find((ahead) => {
      const from = remindsOn(ahead, day)
      return isWithin(
        from,
        addDays(ahead === 'thirty_days' ? day : from, ahead === 'thirty_days' ? stands : STANDS_DAYS),
        today,
      )
    }) ?? null
  )
}

/** Both ends of the day on which they turn eighteen; null when no claim bounds it. */
export const countdownOf = (birth: Birth, today: Day): Countdown | null => {
  const majority = majorityOf(birth)
  if (majority === null) return null
  const { earliest, latest } = majority
  return {
    earliest,
    latest,
    days: daysBetween(today, earliest),
    reached: AHEAD.codes.findLast((ahead) => remindsOn(ahead, countsTo(majority)) <= today) ?? null,
    isOver: latest <= today,
  }
}

/**
 * Whether a minor of whose guardianship nothing is recorded may be here without parents: the main person of a file in which no
 * parent stands, or anyone in a file that is kept for one. A relative is no parent; only a decision says that they are not alone.
 */
export const mayBeAlone = ({
  kind,
  role,
  others,
}: {
  readonly kind: string
  readonly role: string
  /** What the others in the file are to its main person. */
  readonly others: readonly string[]
}): boolean => kind === 'uam' || (role === 'principal' && !others.includes('parent'))
