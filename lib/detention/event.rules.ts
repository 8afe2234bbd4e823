import type { Day } from '@/lib/shared/dates'
import type { CodeOf } from '@/lib/shared/vocabulary'
import { compareWhen } from '@/lib/shared/when/order.rules'
import type { When } from '@/lib/shared/when/when.rules'
import {
  type Coded,
  EVENT_KINDS,
  type EventKind,
  ORDER_KINDS,
  type TOLD_PEOPLE,
  type Withdrawal,
} from './vocabulary.rules'

/** One row of an episode: what happened, or what is said of an earlier row. Rows are never changed. */
export type DetentionEvent = Coded & {
  readonly id: string
  readonly kind: EventKind
  /** Null when no one asked. */
  readonly on: When | null
  /** By the clock, "14:30". */
  readonly at: string | null
  /** The row in whose place this one stands. */
  readonly replaces: string | null
  /** Set on a row that takes another one away and puts nothing in its place. */
  readonly withdrawnBecause: Withdrawal | null
  /** Of such a row, the one that tells of the same. */
  readonly sameAs: string | null
  /** The last day as printed on the order. */
  readonly printedEnd: Day | null
  readonly byMinister: boolean
  readonly publicOrder: boolean
  readonly destination: string | null
  /** The day of the hearing, known before the decision or told with it. */
  readonly heardOn: Day | null
  /** Of a decision of a court, the day it was served: from then on an appeal runs. */
  readonly servedOn: Day | null
  readonly toldTo: readonly CodeOf<typeof TOLD_PEOPLE>[]
}

/** The day the law counts from: a day, or nothing. */
export const dayOfEvent = ({ on }: Pick<DetentionEvent, 'on'>): Day | null =>
  on !== null && on.form === 'exact' ? on.day : null

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The place of a kind on one day: what is ordered comes before what is asked, and that before its answer and the end. */
const rank = ({ kind }: DetentionEvent): number => EVENT_KINDS.rank(kind === 'resumed' ? 'suspended' : kind)

/** Of an order, what decides the place of several on one day, no matter who wrote theirs first. */
const saying = ({ orderKind, ground, printedEnd, byMinister, publicOrder }: DetentionEvent): string =>
  orderKind === null
    ? ''
    : [ORDER_KINDS.rank(orderKind), ground, printedEnd, byMinister, publicOrder].join(' ')

/**
 * By the day it can have been first; on one day as an episode runs, so that the order of writing decides nothing but which of
 * two alike rows comes first.
 */
export const byWhen = (a: DetentionEvent, b: DetentionEvent): number =>
  compareWhen(a.on, b.on) || rank(a) - rank(b) || text(saying(a), saying(b)) || text(a.id, b.id)

/** The rows that count, by day: no one put another in their place, and no one took them away. */
export const current = <E extends DetentionEvent>(events: readonly E[]): readonly E[] => {
  const replaced = new Set(events.map(({ replaces }) => replaces))
  return events
    .filter(({ id, withdrawnBecause }) => withdrawnBecause === null && !replaced.has(id))
    .sort(byWhen)
}

/** By the row that stands: itself, every row in whose place it stands, and those that were said to be the same. */
export const standsFor = (
  events: readonly Pick<DetentionEvent, 'id' | 'replaces' | 'withdrawnBecause' | 'sameAs'>[],
): ReadonlyMap<string, ReadonlySet<string>> => {
  const nextOf = new Map(events.flatMap((one) => (one.replaces === null ? [] : [[one.replaces, one]])))
  const lastOf = (id: string, seen: readonly string[] = []): string | null => {
    const next = nextOf.get(id)
    if (next === undefined) return id
    const to = next.withdrawnBecause === null ? next.id : next.sameAs
    return to === null || seen.includes(to) ? null : lastOf(to, [...seen, id])
  }
  const rows = new Map<string, Set<string>>()
  for (const { id, withdrawnBecause } of events) {
    const last = withdrawnBecause === null ? lastOf(id) : null
    if (last !== null) rows.set(last, (rows.get(last) ?? new Set()).add(id))
  }
  return rows
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
 * Of two current rows of one kind on one day the later one may tell of the same event: two colleagues heard of it. Both
 * count until someone says so. The answer leads from the later row to the earlier one.
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
