import type { Day } from '@/lib/shared/dates'
import { compareWhen } from '@/lib/shared/when/order.rules'
import type { When } from '@/lib/shared/when/when.rules'
import type {
  Channel,
  Court,
  EndReason,
  Escort,
  EventKind,
  Ground,
  IsolationGround,
  OrderKind,
  PetitionOutcome,
  RemovalKind,
  RemovalOutcome,
  Withdrawal,
} from './vocabulary.rules'

/** One row of an episode: what happened, or what is said of an earlier row. Rows are never changed. */
export type DetentionEvent = {
  readonly id: string
  readonly kind: EventKind
  /** Null when nobody asked. */
  readonly on: When | null
  /** By the clock, "14:30". */
  readonly at: string | null
  /** The row in whose place this one stands. */
  readonly replaces: string | null
  /** Set on a row that takes another one away and puts nothing in its place. */
  readonly withdrawnBecause: Withdrawal | null
  readonly orderKind: OrderKind | null
  readonly ground: Ground | null
  /** The last day as printed on the order. */
  readonly printedEnd: Day | null
  readonly byMinister: boolean
  readonly publicOrder: boolean
  readonly court: Court | null
  readonly petitionOutcome: PetitionOutcome | null
  readonly removalKind: RemovalKind | null
  readonly removalOutcome: RemovalOutcome | null
  readonly destination: string | null
  readonly escort: Escort | null
  readonly isolationGround: IsolationGround | null
  readonly channel: Channel | null
  readonly endReason: EndReason | null
}

/** The day the law counts from: a day, or nothing. */
export const dayOfEvent = ({ on }: Pick<DetentionEvent, 'on'>): Day | null =>
  on !== null && on.form === 'exact' ? on.day : null

/** By the day it can have been first; what happened on one day, in the order in which it was written. */
export const byWhen = (a: DetentionEvent, b: DetentionEvent): number =>
  compareWhen(a.on, b.on) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The rows that count, by day: nobody put another in their place, and nobody took them away. */
export const standing = <E extends DetentionEvent>(events: readonly E[]): readonly E[] => {
  const replaced = new Set(events.map(({ replaces }) => replaces))
  return events
    .filter(({ id, withdrawnBecause }) => withdrawnBecause === null && !replaced.has(id))
    .sort(byWhen)
}

/** What stood in the place of a row before it was corrected, the latest first. */
export const earlierOf = <E extends DetentionEvent>(
  { replaces }: Pick<DetentionEvent, 'replaces'>,
  events: readonly E[],
): readonly E[] => {
  const before = events.find(({ id }) => id === replaces)
  return before === undefined ? [] : [before, ...earlierOf(before, events)]
}

/** Rows that were taken away, with what was said of them. */
export const withdrawn = <E extends DetentionEvent>(
  events: readonly E[],
): readonly { readonly event: E; readonly by: E }[] =>
  events.flatMap((by) => {
    const event = by.withdrawnBecause === null ? undefined : events.find(({ id }) => id === by.replaces)
    return event === undefined ? [] : [{ event, by }]
  })

/**
 * Of two standing rows of one kind on one day the later one may tell of the same event: two colleagues heard of it. Both
 * count until somebody says so. The answer leads from the later row to the earlier one.
 */
export const perhapsTheSame = (rows: readonly DetentionEvent[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const first = new Map<string, string>()
  for (const one of [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const day = dayOfEvent(one)
    if (day === null) continue
    const key = [one.kind, day, one.court, one.channel, one.orderKind].join(' ')
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, one.id)
    else found.set(one.id, earlier)
  }
  return found
}
