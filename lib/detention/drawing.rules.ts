import { addDays, type Day, daysBetween } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { seriesOf } from './chain.rules'
import { suspensionsOf } from './counter.rules'
import { type DetentionEvent, dayOfEvent } from './event.rules'
import type { EventKind, OrderKind } from './vocabulary.rules'

/** One drawing of an episode: what stands where, as shares of the span between the first and the last day. */

export type Piece = { readonly from: number; readonly to: number }
export type DrawnOrder = Piece & {
  readonly key: string
  readonly orderKind: OrderKind
  /** Extensions within the piece. */
  readonly extensions: readonly number[]
}
export const LANES = vocabulary('detention.lanes', ['court', 'removal', 'inside'])
export type Lane = CodeOf<typeof LANES>
export type Mark = {
  readonly key: string
  readonly number: number
  readonly lane: Lane
  readonly kind: EventKind
  readonly on: Day
  readonly at: number
  /** Marks too near to each other stand in rows below one another. */
  readonly row: number
}
export type Drawing = {
  readonly from: Day
  readonly to: Day
  readonly stays: readonly (Piece & { readonly key: string; readonly placeId: string })[]
  readonly orders: readonly DrawnOrder[]
  readonly still: readonly Piece[]
  readonly marks: readonly Mark[]
  readonly rows: number
  readonly today: number | null
  readonly limit: { readonly at: number; readonly on: Day } | null
  readonly months: readonly { readonly at: number; readonly on: Day }[]
}

const LANE_OF: Readonly<Record<EventKind, Lane | null>> = {
  ordered: null,
  suspended: null,
  resumed: null,
  petition_filed: 'court',
  petition_decided: 'court',
  referral_seen: 'court',
  removal_planned: 'removal',
  removal_ended: 'removal',
  isolation_began: 'inside',
  isolation_ended: 'inside',
  hunger_strike_began: 'inside',
  hunger_strike_ended: 'inside',
  incident: 'inside',
  complaint_filed: 'inside',
  complaint_answered: 'inside',
  ended: 'removal',
}

/** Two marks nearer than this share of the width would cover each other. */
const NEAR = 0.035

const place = (marks: readonly Omit<Mark, 'row'>[]): readonly Mark[] => {
  const placed: Mark[] = []
  for (const mark of marks) {
    const taken = placed
      .filter(({ lane, at }) => lane === mark.lane && mark.at - at < NEAR)
      .map(({ row }) => row)
    placed.push({ ...mark, row: [0, 1, 2, 3].find((row) => !taken.includes(row)) ?? 3 })
  }
  return placed
}

const monthsBetween = (from: Day, to: Day): readonly Day[] => {
  const found: Day[] = []
  for (let day = `${from.slice(0, 7)}-01`; day <= to; ) {
    if (day > from) found.push(day)
    day = `${addDays(day, 31).slice(0, 7)}-01`
  }
  return found
}

/** Null when no day of the episode is known. Rows are the current ones, by day. */
export const toDrawing = (
  rows: readonly DetentionEvent[],
  {
    stays,
    end,
    today,
    limitOn,
  }: {
    readonly stays: readonly {
      readonly id: string
      readonly placeId: string
      readonly since: Day | null
      readonly until: Day | null
    }[]
    readonly end: Day | null
    readonly today: Day
    /** The last day of the present maximum, where a rule with a source sets one. */
    readonly limitOn: Day | null
  },
): Drawing | null => {
  const days = rows.flatMap((row) => dayOfEvent(row) ?? [])
  const begins = [...days, ...stays.flatMap(({ since }) => since ?? [])].sort()
  const from = begins[0]
  if (from === undefined) return null
  const last = end ?? today
  const to = [...days, last, ...(limitOn === null || end !== null ? [] : [limitOn]), addDays(from, 13)]
    .sort()
    .at(-1)
  if (to === undefined) return null
  const span = daysBetween(from, to) + 1
  const at = (day: Day): number => Math.min(1, Math.max(0, daysBetween(from, day) / span))
  const past = (day: Day): number => at(addDays(day, 1))
  const chain = seriesOf(rows)
  const starts = chain.map(({ since, orders }) => since ?? orders.flatMap((one) => dayOfEvent(one) ?? [])[0])
  const marks = rows.flatMap((row) => {
    const [on, lane] = [dayOfEvent(row), LANE_OF[row.kind]]
    return on === null || lane === null ? [] : [{ key: row.id, lane, kind: row.kind, on, at: at(on) }]
  })
  const placed = place(marks.map((mark, index) => ({ ...mark, number: index + 1 })))
  return {
    from,
    to,
    stays: stays.flatMap(({ id, placeId, since, until }) => [
      { key: id, placeId, from: at(since ?? from), to: past(until ?? last) },
    ]),
    orders: chain.flatMap(({ orders }, index) => {
      const [first, since, next] = [orders[0], starts[index], starts[index + 1]]
      if (first === undefined || since === undefined) return []
      return [
        {
          key: first.id,
          orderKind: first.orderKind,
          from: at(since),
          to: next === undefined ? past(last) : at(next),
          extensions: orders
            .filter(({ id, orderKind }) => orderKind === 'extension' && id !== first.id)
            .flatMap((one) => dayOfEvent(one) ?? [])
            .map(at),
        },
      ]
    }),
    still: suspensionsOf(rows).map(({ from: begin, until }) => ({
      from: at(begin),
      to: past(until ?? last),
    })),
    marks: placed,
    rows: Math.max(1, ...placed.map(({ row }) => row + 1)),
    today: end === null ? past(today) : null,
    limit: limitOn === null || end !== null ? null : { at: past(limitOn), on: limitOn },
    months: monthsBetween(from, to).map((on) => ({ at: at(on), on })),
  }
}
