import type { Day } from '@/lib/shared/dates'

/** Where a person was, from and until: the stays of a file say it, and nothing else does. */
export type Stay = {
  readonly id: string
  readonly personId: string
  readonly placeId: string
  readonly since: Day | null
  readonly until: Day | null
}

/** The first day in a centre; null when the first stay has none. */
export const startOf = (stays: readonly Pick<Stay, 'since'>[]): Day | null => {
  const days = stays.flatMap(({ since }) => (since === null ? [] : [since]))
  return days.length < stays.length ? null : (days.sort()[0] ?? null)
}

/** The last day in a centre, once every stay is over; null while one lasts. */
export const endOf = (stays: readonly Pick<Stay, 'until'>[]): Day | null => {
  const days = stays.flatMap(({ until }) => (until === null ? [] : [until]))
  return days.length < stays.length ? null : (days.sort().at(-1) ?? null)
}
