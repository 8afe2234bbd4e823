import type { Day } from '@/lib/shared/dates'
import { type DetentionEvent, dayOfEvent } from './event.rules'
import type { EventKind, RemovalOutcome } from './vocabulary.rules'

/** What begins and what ends it: no one has to say which belongs to which, their order does. */
const ENDS: readonly { readonly begins: EventKind; readonly ends: EventKind }[] = [
  { begins: 'petition_filed', ends: 'petition_decided' },
  { begins: 'removal_planned', ends: 'removal_ended' },
  { begins: 'isolation_began', ends: 'isolation_ended' },
  { begins: 'hunger_strike_began', ends: 'hunger_strike_ended' },
  { begins: 'complaint_filed', ends: 'complaint_answered' },
]

export type Pair<E> = { readonly begins: E; readonly ends: E | null }

/** A petition is decided by the court that had it; a complaint is answered through its channel, when one is named. */
const belongs = (begins: DetentionEvent, ends: DetentionEvent): boolean =>
  begins.court === ends.court && (ends.channel === null || begins.channel === ends.channel)

/** How a removal can end before its day comes. */
const CALLED_OFF: readonly (RemovalOutcome | null)[] = [
  'cancelled_authority',
  'cancelled_documents',
  'suspended_court',
  'medical',
  'released_before',
  'unknown',
]

/** A plan lies ahead of what ends it: it had been written before, and was called off, or its day was never known. */
const endsAhead = (plan: DetentionEvent, end: DetentionEvent): boolean =>
  plan.kind === 'removal_planned' &&
  plan.id < end.id &&
  (dayOfEvent(plan) === null || CALLED_OFF.includes(end.removalOutcome))

/**
 * Current rows, by day, as things that last: what begins, with what ends it or null while it lasts. An end takes the
 * earliest beginning that waits for one; a plan may be called off before its day.
 */
export const pairsOf = <E extends DetentionEvent>(
  rows: readonly E[],
  kind: EventKind,
): readonly Pair<E>[] => {
  const ends = ENDS.find(({ begins }) => begins === kind)?.ends
  const pairs: Pair<E>[] = []
  const end = (row: E, isEnded: (begins: E) => boolean): boolean => {
    const waiting = pairs.findIndex((pair) => pair.ends === null && isEnded(pair.begins))
    const begins = pairs[waiting]?.begins
    if (begins !== undefined) pairs.splice(waiting, 1, { begins, ends: row })
    return begins !== undefined
  }
  const left: E[] = []
  for (const row of rows) {
    if (row.kind === kind) pairs.push({ begins: row, ends: null })
    if (row.kind === ends && !end(row, (begins) => belongs(begins, row))) left.push(row)
  }
  for (const row of left) end(row, (begins) => endsAhead(begins, row))
  return pairs
}

/** Removals that someone planned and that have no outcome yet, the next one first. */
export const plannedRemovals = <E extends DetentionEvent>(rows: readonly E[]): readonly E[] =>
  pairsOf(rows, 'removal_planned').flatMap(({ begins, ends }) => (ends === null ? [begins] : []))

/** How often a removal was tried: the number counts, because a refusal leads to a new order. */
export const removalAttempts = (rows: readonly DetentionEvent[]): number =>
  rows.filter(({ kind, removalOutcome }) => kind === 'removal_ended' && removalOutcome !== 'released_before')
    .length

export type PetitionSlot =
  /** None was filed yet. */
  | { readonly code: 'now' }
  /** One waits for its decision. */
  | {
      readonly code: 'waiting'
      readonly since: Day | null
      readonly heardOn: Day | null
      readonly eventId: string
    }
  /** From a month after the last decision on; the day comes from the rule of the clocks. */
  | { readonly code: 'after'; readonly decidedOn: Day; readonly eventId: string }
  /** The last one was decided on a day that is not known to the day. */
  | { readonly code: 'dayNotExact'; readonly eventId: string }

/** When the Council Chamber may be asked for release again (Aliens Act, art. 71 to 74): every month. */
export const petitionSlot = (rows: readonly DetentionEvent[]): PetitionSlot => {
  const [last] = pairsOf(rows, 'petition_filed')
    .filter(({ begins }) => begins.court === 'council_chamber')
    .slice(-1)
  if (last === undefined) return { code: 'now' }
  if (last.ends === null) {
    const { id, heardOn } = last.begins
    return { code: 'waiting', since: dayOfEvent(last.begins), heardOn, eventId: id }
  }
  const decidedOn = dayOfEvent(last.ends)
  return decidedOn === null
    ? { code: 'dayNotExact', eventId: last.ends.id }
    : { code: 'after', decidedOn, eventId: last.ends.id }
}
