import { addDays, type Day, daysBetween } from '@/lib/shared/dates'
import { type Series, seriesOf } from './chain.rules'
import { type DetentionEvent, dayOfEvent } from './event.rules'
import type { Ground, OrderKind } from './vocabulary.rules'

/** How long a person has been detained, and how long under the present order, told step by step. */

export type CounterStep =
  | { readonly code: 'began'; readonly on: Day }
  | { readonly code: 'noOrder' | 'lacksFirst' }
  | { readonly code: 'ordered'; readonly on: Day; readonly ground: Ground; readonly eventId: string }
  | { readonly code: 'extended'; readonly on: Day | null; readonly ground: Ground; readonly eventId: string }
  /** The term starts again; so many days had counted. */
  | {
      readonly code: 'reset'
      readonly on: Day
      readonly orderKind: OrderKind
      readonly ground: Ground
      readonly before: number | null
      readonly eventId: string
    }
  | { readonly code: 'dayNotExact'; readonly eventId: string }
  /** The clock stood still; `until` is the last day that does not count, null while it stands still. */
  | { readonly code: 'suspended'; readonly from: Day; readonly until: Day | null; readonly days: number }
  | { readonly code: 'underOrder'; readonly from: Day; readonly to: Day; readonly days: number }
  | { readonly code: 'total'; readonly from: Day; readonly to: Day; readonly days: number }

export type Counter = {
  readonly steps: readonly CounterStep[]
  /** All days since the first one in a centre, the first and the last included; null when the first is not known. */
  readonly total: number | null
  /** Days that count towards the maximum of the present order; null when the day it runs from is not known. */
  readonly underOrder: number | null
}

type Interval = { readonly from: Day; readonly until: Day | null }

/** When the clock stood still, from "suspended" to the day before "resumed". One that is said twice counts once. */
export const suspensionsOf = (rows: readonly DetentionEvent[]): readonly Interval[] => {
  const found: Interval[] = []
  for (const row of rows) {
    const day = dayOfEvent(row)
    const last = found.at(-1)
    const isStill = last !== undefined && last.until === null
    if (day === null) continue
    if (row.kind === 'suspended' && !isStill) found.push({ from: day, until: null })
    if (row.kind === 'resumed' && isStill) found.splice(-1, 1, { from: last.from, until: addDays(day, -1) })
  }
  return found
}

const overlap = (from: Day, to: Day, { from: start, until }: Interval, last: Day): number => {
  const [begin, end] = [start > from ? start : from, until === null || until > last ? last : until]
  return Math.max(0, daysBetween(begin, end < to ? end : to) + 1)
}

/** Days from one day to another, both included, less those on which the clock stood still. */
const counted = (from: Day, to: Day, still: readonly Interval[], last: Day): number =>
  Math.max(0, daysBetween(from, to) + 1) - still.reduce((sum, one) => sum + overlap(from, to, one, last), 0)

const orderSteps = (
  series: Series,
  previous: Series | undefined,
  still: readonly Interval[],
  last: Day,
): readonly CounterStep[] => {
  const [first, ...extensions] = series.orders
  if (first === undefined) return []
  const { id: eventId, ground, orderKind } = first
  const extended = (series.lacksFirst ? series.orders : extensions).map(
    (order): CounterStep => ({
      code: 'extended',
      on: dayOfEvent(order),
      ground: order.ground,
      eventId: order.id,
    }),
  )
  if (series.lacksFirst) return [{ code: 'lacksFirst' }, ...extended]
  if (series.since === null) return [{ code: 'dayNotExact', eventId }, ...extended]
  const before =
    previous === undefined || previous.since === null
      ? null
      : counted(previous.since, addDays(series.since, -1), still, last)
  return [
    previous === undefined && orderKind === 'initial'
      ? { code: 'ordered', on: series.since, ground, eventId }
      : { code: 'reset', on: series.since, orderKind, ground, before, eventId },
    ...extended,
  ]
}

/**
 * The counter of an episode: `start` is the first day in a centre as its stays say, `end` the last one, null while it lasts.
 * Rows are the current ones. A day that is not known to the day is never guessed: what hangs on it is not counted.
 */
export const countDays = (
  rows: readonly DetentionEvent[],
  { start, end, today }: { readonly start: Day | null; readonly end: Day | null; readonly today: Day },
): Counter => {
  const last = end ?? today
  const chain = seriesOf(rows)
  const still = suspensionsOf(rows).filter(({ from }) => from <= last)
  const present = chain.at(-1)
  const total = start === null ? null : Math.max(0, daysBetween(start, last) + 1)
  const since = present?.since ?? null
  const underOrder = since === null ? null : counted(since, last, still, last)
  return {
    steps: [
      ...(start === null ? [] : [{ code: 'began', on: start } as const]),
      ...(chain.length === 0 ? [{ code: 'noOrder' } as const] : []),
      ...chain.flatMap((series, index) => orderSteps(series, chain[index - 1], still, last)),
      ...still.map(
        ({ from, until }): CounterStep => ({
          code: 'suspended',
          from,
          until,
          days: overlap(from, last, { from, until }, last),
        }),
      ),
      ...(since === null || underOrder === null
        ? []
        : [{ code: 'underOrder', from: since, to: last, days: underOrder } as const]),
      ...(start === null || total === null
        ? []
        : [{ code: 'total', from: start, to: last, days: total } as const]),
    ],
    total,
    underOrder,
  }
}
