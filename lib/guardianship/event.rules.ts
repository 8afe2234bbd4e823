import type { Notification } from '@/lib/deadlines/vocabulary.rules'
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
  readonly concerns: string | null
  readonly replaces: string | null
  /** The first day it can have been, or the day it was recorded. */
  readonly standsOn: Day
}

/** The day it happened, where that is known to the day. */
export const dayOfEvent = ({ on }: Pick<GuardianshipEvent, 'on'>): Day | null =>
  isKnown(on) && on.form === 'exact' ? on.day : null

type Tied = Pick<GuardianshipEvent, 'id' | 'kind' | 'replaces' | 'concerns'>

/**
 * What stands: rows in whose place no other stands, and that are no mistake themselves. What answers a row answers also the
 * one that stands in its place now.
 */
export const standing = <E extends Tied>(events: readonly E[]): readonly E[] => {
  const nextOf = new Map(events.flatMap((one) => (one.replaces === null ? [] : [[one.replaces, one.id]])))
  const lastOf = (id: string, seen: readonly string[] = []): string => {
    const next = nextOf.get(id)
    return next === undefined || seen.includes(id) ? id : lastOf(next, [...seen, id])
  }
  return events
    .filter(({ id, kind }) => kind !== 'taken_back' && !nextOf.has(id))
    .map((one) => (one.concerns === null ? one : { ...one, concerns: lastOf(one.concerns) }))
}

/** A row and every row in whose place it stands, the latest first. */
export const chainOf = <E extends Tied>(event: E, events: readonly E[]): readonly E[] => {
  const before = events.find(({ id }) => id === event.replaces)
  return before === undefined ? [event] : [event, ...chainOf(before, events)]
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const keyOf = (one: GuardianshipEvent): string =>
  [
    dayOfEvent(one) ?? one.standsOn,
    // Without an hour it is told before what has one, but being found never before being missing.
    String(EVENT_KINDS.indexOf(one.kind)).padStart(2, '0'),
    one.at ?? '',
    one.id,
  ].join(' ')

/** In the order it happened: by day, on one day as a guardianship runs, then in the order it was written. */
export const inOrder = <E extends GuardianshipEvent>(events: readonly E[]): readonly E[] =>
  [...events].sort((a, b) => text(keyOf(a), keyOf(b)))

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
