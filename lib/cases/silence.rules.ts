import type { UnseenDays } from '@/lib/settings/setting.rules'
import { addDays, type Day, daysBetween } from '@/lib/shared/dates'
import { isClosed } from './case.rules'

/**
 * How long no one has seen the people of a file, and from which day on that is too long. Risk shortens the days; who has
 * just been moved, or is known to be gone, excuses the silence. The database keeps the same answer beside each file
 * (app.count_silence), so that lists are ordered by an index; a test holds the two equal on random histories.
 */

/** Days that may pass between two times a person is seen, in a centre and by risk. A risk the list does not know counts as medium. */
export const allowedDays = (days: UnseenDays, risk: string): number =>
  risk === 'high' ? days.high : risk === 'low' ? days.low : days.medium

export type Stay = { readonly since: Day | null; readonly isClosedCentre: boolean }
export type History = {
  readonly status: string
  readonly risk: string
  readonly openedOn: Day
  /** Days on which a person of the file was seen. */
  readonly seenOn: readonly Day[]
  /** Days on which we were told that the person is no longer there. */
  readonly goneOn: readonly Day[]
  /** Where the people of the file are now: stays without an end. */
  readonly stays: readonly Stay[]
}
export type Silence = {
  readonly lastSeenOn: Day | null
  /** In a closed centre: the day from which no one of us has seen them for too many days, having been there for as long. */
  readonly unseenOn: Day | null
  /** The day from which the silence is too long; null when it is explained. */
  readonly silenceOn: Day | null
}

const last = (days: readonly Day[]): Day | null => days.reduce<Day | null>((a, b) => later(a, b), null)
const later = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null ? a : a > b ? a : b)

/** The first day of the stays, or null when one of them began on a day we do not know. */
const firstSince = (stays: readonly Stay[]): Day | null =>
  stays.some(({ since }) => since === null)
    ? null
    : stays.reduce<Day | null>(
        (a, { since }) => (a === null || (since !== null && since < a) ? since : a),
        null,
      )

/** @param days as the organisation set them */
export const toSilence = (
  { status, risk, openedOn, seenOn, goneOn, stays }: History,
  days: UnseenDays,
): Silence => {
  const lastSeenOn = last(seenOn)
  const lastGoneOn = last(goneOn)
  const isGone = stays.length === 0 && lastGoneOn !== null && (lastSeenOn === null || lastGoneOn > lastSeenOn)
  if (isClosed(status) || isGone) return { lastSeenOn, unseenOn: null, silenceOn: null }
  const held = stays.filter(({ isClosedCentre }) => isClosedCentre)
  const isDetained = held.length > 0
  const since = firstSince(isDetained ? held : stays)
  const excusedUntil = since && addDays(since, days.held)
  const allowed = allowedDays(days, risk)
  if (!isDetained) {
    const tooLong = addDays(lastSeenOn ?? openedOn, allowed)
    return { lastSeenOn, unseenOn: null, silenceOn: later(tooLong, excusedUntil) }
  }
  const from = lastSeenOn ?? since
  // Held, never seen, and no one knows since when: that is too long from the first day of the file.
  if (from === null) return { lastSeenOn, unseenOn: openedOn, silenceOn: openedOn }
  return {
    lastSeenOn,
    unseenOn: later(addDays(from, days.held), excusedUntil),
    silenceOn: later(addDays(from, Math.min(allowed, days.held)), excusedUntil),
  }
}

/** How a silence stands on a day. Only `unseen` and `due` ask for something. */
export type SilenceState = 'unseen' | 'due' | 'fine' | 'excused'
export const SILENCE_STATES = ['unseen', 'due', 'fine', 'excused'] as const satisfies readonly SilenceState[]

export const toSilenceState = (
  { unseenOn, silenceOn }: Pick<Silence, 'unseenOn' | 'silenceOn'>,
  today: Day,
): SilenceState => {
  if (unseenOn !== null && unseenOn <= today) return 'unseen'
  if (silenceOn === null) return 'excused'
  return silenceOn <= today ? 'due' : 'fine'
}

/** Whole days without having been seen, counted from the first day of the file when it never happened. */
export const daysUnseen = (lastSeenOn: Day | null, openedOn: Day, today: Day): number =>
  Math.max(0, daysBetween(lastSeenOn ?? openedOn, today))
