import { addDays, type Day, daysBetween } from '@/lib/shared/dates'
import type { Strand } from './strand.rules'

/** One clock for all procedures of a file: what ran, what runs, and what is ahead, as shares of the days between two ends. */

/** A procedure on a line of its own: each time that it ran, from its first day; `until` is null while it lasts. */
export type Running = {
  readonly strand: Strand
  readonly times: readonly { readonly from: Day; readonly until: Day | null }[]
}
/** Something on a day: it happened, or it is ahead. */
export type Marked = {
  readonly key: string
  readonly strand: Strand
  readonly on: Day
  readonly isLoud: boolean
}

type Piece = { readonly from: number; readonly to: number }
export type Lane = {
  readonly strand: Strand
  readonly ran: readonly Piece[]
  /** From today to the last day that is known ahead. */
  readonly ahead: Piece | null
  readonly marks: readonly {
    readonly key: string
    readonly at: number
    readonly isPast: boolean
    readonly isLoud: boolean
  }[]
}
export type Clock = {
  readonly from: Day
  readonly to: Day
  readonly today: number
  readonly months: readonly { readonly on: Day; readonly at: number }[]
  readonly lanes: readonly Lane[]
}

/** What lies further away than this would press everything near together. */
const BACK = 182
const AHEAD = 182
/** So many days are shown ahead of today and before it in any case. */
const LEAST = 14
/** Nearer to an end than this, the name of a month would run out of the drawing. */
const EDGE = 0.04

const monthsBetween = (from: Day, to: Day): readonly Day[] => {
  const found: Day[] = []
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = `${addDays(day, 31).slice(0, 7)}-01`)
    if (day > from) found.push(day)
  return found
}

const earliest = (days: readonly Day[], floor: Day): Day => [...days, floor].sort()[0] ?? floor
const latest = (days: readonly Day[], floor: Day): Day => [...days, floor].sort().at(-1) ?? floor

/** What has nothing to show has no lane. */
export const toClock = (running: readonly Running[], marked: readonly Marked[], today: Day): Clock => {
  const [oldest, furthest] = [addDays(today, -BACK), addDays(today, AHEAD)]
  const days = [
    ...running.flatMap(({ times }) => times.map(({ from }) => latest([oldest], from))),
    ...marked.map(({ on }) => on).filter((on) => on >= oldest && on <= furthest),
  ]
  const from = earliest(days, addDays(today, -LEAST))
  const to = latest(days, addDays(today, LEAST))
  const span = daysBetween(from, to) + 1
  const at = (day: Day): number => Math.min(1, Math.max(0, daysBetween(from, day) / span))
  return {
    from,
    to,
    today: at(today),
    months: monthsBetween(from, to)
      .map((on) => ({ on, at: at(on) }))
      .filter((month) => month.at > EDGE && month.at < 1 - EDGE),
    lanes: running.flatMap(({ strand, times }) => {
      const own = marked.filter((one) => one.strand === strand && one.on >= from && one.on <= to)
      const last = latest(
        own.map(({ on }) => on),
        today,
      )
      if (times.length + own.length === 0) return []
      return {
        strand,
        ran: times.map((time) => ({ from: at(time.from), to: at(time.until ?? today) })),
        ahead: last === today ? null : { from: at(today), to: at(last) },
        marks: own.map(({ key, on, isLoud }) => ({ key, at: at(on), isPast: on <= today, isLoud })),
      }
    }),
  }
}
