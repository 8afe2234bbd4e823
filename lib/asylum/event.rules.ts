import type { Letter } from '@/lib/deadlines/letter.rules'
import type { Notification } from '@/lib/deadlines/notification.rules'
import type { Fact } from '@/lib/deadlines/vocabulary.rules'
import { current } from '@/lib/registers/event-chain.rules'
import type { Day } from '@/lib/shared/dates'
import { isKnown, type When } from '@/lib/shared/when/when.rules'
import {
  EVENT_KINDS,
  type EventKind,
  type Form,
  type Ground,
  type Outcome,
  type Suspensive,
} from './vocabulary.rules'

/** One row of what happened, as the rules read it. */
export type AsylumEvent = {
  readonly id: string
  readonly applicationId: string
  readonly kind: EventKind
  readonly outcome: Outcome | null
  readonly form: Form | null
  readonly ground: Ground | null
  readonly country: string | null
  readonly suspensive: Suspensive | null
  readonly on: When | null
  readonly notifiedOn: Day | null
  readonly notification: Notification | null
  readonly letter: Letter | null
  readonly facts: readonly Fact[]
  readonly concerns: string | null
  readonly replaces: string | null
  /** The first day it can have been, or the day it was recorded. */
  readonly standsOn: Day
}

/** The day a period counts from: the one on which a letter was notified, else the day itself when it is exact. */
export const countedDay = ({ notifiedOn, on }: Pick<AsylumEvent, 'notifiedOn' | 'on'>): Day | null =>
  notifiedOn ?? (isKnown(on) && on.form === 'exact' ? on.day : null)

const rank = ({ kind }: AsylumEvent): string => String(EVENT_KINDS.rank(kind)).padStart(2, '0')

/** In the order it happened: by day, on one day as the procedure runs, and never before what an event answers. */
export const inOrder = <E extends AsylumEvent>(events: readonly E[]): readonly E[] => {
  const byId = new Map(events.map((one) => [one.id, one]))
  const own = (one: AsylumEvent): string => `${countedDay(one) ?? one.standsOn} ${rank(one)}`
  const key = (one: E, seen: readonly string[] = []): string => {
    const answered = one.concerns === null ? undefined : byId.get(one.concerns)
    if (answered === undefined || seen.includes(one.id)) return own(one)
    const before = `${key(answered, [...seen, one.id])} ${rank(one)}`
    return before > own(one) ? before : own(one)
  }
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  return [...events].sort((a, b) => text(key(a), key(b)) || text(a.id, b.id))
}

/**
 * What a row may answer: rows that stand, and none that answers the row it replaces, however far back. Otherwise a corrected
 * appeal could answer the judgment that answers itself.
 */
export const mayAnswer = <E extends AsylumEvent>(
  events: readonly E[],
  replaces: string | null,
): readonly E[] => {
  const stands = current(events)
  const reaches = (one: E | undefined): boolean =>
    one !== undefined &&
    (one.id === replaces || reaches(stands.find(({ id }) => id === one.concerns && id !== one.id)))
  return replaces === null ? stands : stands.filter((one) => !reaches(one))
}

/** Two rows that tell of the same: the same kind on the same way, with the same day and the same answer. */
export const isSame = (one: AsylumEvent, other: AsylumEvent): boolean =>
  one.id !== other.id &&
  one.kind === other.kind &&
  one.applicationId === other.applicationId &&
  one.outcome === other.outcome &&
  one.form === other.form &&
  one.concerns === other.concerns &&
  countedDay(one) !== null &&
  countedDay(one) === countedDay(other)
