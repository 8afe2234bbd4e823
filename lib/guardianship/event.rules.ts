import type { Notification } from '@/lib/deadlines/notification.rules'
import type { Day } from '@/lib/shared/dates'
import { isKnown, type When } from '@/lib/shared/when/when.rules'
import { EVENT_KINDS, type EventKind, type Form, type Outcome } from './vocabulary.rules'

/** One row of what happened, as the rules read it. */
export type GuardianshipEvent = {
  readonly id: string
  readonly personId: string
  readonly kind: EventKind
  readonly outcome: Outcome | null
  readonly form: Form | null
  readonly on: When | null
  readonly at: string | null
  readonly notifiedOn: Day | null
  readonly notification: Notification | null
  readonly atBorder: boolean
  /** Of a doubt at the border, the day of arrival there: the period to decide about the age runs from it. */
  readonly arrivedOn: Day | null
  readonly concerns: string | null
  readonly replaces: string | null
  /** The first day it can have been, or the day it was recorded. */
  readonly standsOn: Day
}

/** The day it happened, where that is known to the day. */
export const dayOfEvent = ({ on }: Pick<GuardianshipEvent, 'on'>): Day | null =>
  isKnown(on) && on.form === 'exact' ? on.day : null

const dayOr = (one: GuardianshipEvent): Day => dayOfEvent(one) ?? one.standsOn
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const keyOf = (one: GuardianshipEvent): string =>
  [
    dayOr(one),
    // Without an hour it is told before what has one, but being found never before being missing.
    String(EVENT_KINDS.rank(one.kind)).padStart(2, '0'),
    one.at ?? '',
    one.id,
  ].join(' ')

/** Ends and beginnings of one day, each in its own order, turn by turn: no one ends who has not begun. */
const inTurn = <E extends GuardianshipEvent>(rows: readonly E[], hasGuardian: boolean): E[] => {
  const ends = rows.filter(({ kind }) => kind === 'guardian_ended')
  const begins = rows.filter(({ kind }) => kind === 'guardian_appointed')
  const [first, then] = hasGuardian ? [ends, begins] : [begins, ends]
  return Array.from({ length: Math.max(first.length, then.length) }, (_, at) => [
    ...first.slice(at, at + 1),
    ...then.slice(at, at + 1),
  ]).flat()
}

/**
 * In the order it happened: by day, on one day as a guardianship runs, then in the order it was written. On one day an end stands
 * before the guardian who takes over; where no one was guardian before, it is the end of the one who began that very day.
 */
export const inOrder = <E extends GuardianshipEvent>(events: readonly E[]): readonly E[] => {
  const rows = [...events].sort((a, b) => text(keyOf(a), keyOf(b)))
  const turns = rows.filter(({ kind }) => kind === 'guardian_appointed' || kind === 'guardian_ended')
  for (const { personId } of new Map(turns.map((one) => [one.personId, one])).values()) {
    const own = turns.filter((one) => one.personId === personId)
    let before: E | undefined
    for (const day of new Set(own.map(dayOr))) {
      const ofDay = own.filter((one) => dayOr(one) === day)
      const slots = ofDay.map((one) => rows.indexOf(one))
      const turned = inTurn(ofDay, before?.kind === 'guardian_appointed')
      for (const [at, one] of turned.entries()) rows[slots[at] ?? 0] = one
      before = turned.at(-1)
    }
  }
  return rows
}

/** Two rows that tell of the same: the same kind of the same minor, with the same day and the same answer. */
export const isSame = (one: GuardianshipEvent, other: GuardianshipEvent): boolean =>
  one.id !== other.id &&
  one.kind === other.kind &&
  one.personId === other.personId &&
  one.outcome === other.outcome &&
  one.form === other.form &&
  one.concerns === other.concerns &&
  dayOfEvent(one) !== null &&
  dayOfEvent(one) === dayOfEvent(other)
