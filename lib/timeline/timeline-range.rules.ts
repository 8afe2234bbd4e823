/** Which part of a timeline is meant: whole days, and what was touched since a moment. */
import type { Day } from '@/lib/shared/dates'

export type Range = {
  readonly from?: Day | null
  /** The day itself is not part of it. */
  readonly before: Day | null
  readonly since: Date | null
}

export const isWithin = (
  { from = null, before, since }: Range,
  { on, touchedAt }: { readonly on: Day; readonly touchedAt: Date },
): boolean =>
  (from === null || on >= from) && (before === null || on < before) && (since === null || touchedAt > since)

/** The newest first, as many as are asked for. */
export const newest = (days: readonly Day[], take: number): Day[] =>
  days.toSorted((a, b) => b.localeCompare(a)).slice(0, take)
