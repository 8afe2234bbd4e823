import { addDays, type Day, dayOf } from '@/lib/shared/dates'

const HOUR = 3_600_000
const LONGEST = 36 * HOUR
const DAY = 24 * HOUR
/** A text that no one went on writing is forgotten here; its sealed copy has gone, or goes, to the server. */
export const DRAFT_KEPT = 7 * DAY
/** What has arrived stays so long, for a server that must be restored from a copy. */
export const ARRIVED_KEPT = 7 * DAY

/** The first instant in Brussels of a day: two hours before midnight UTC in summer, one in winter. */
const startOf = (day: Day): number => {
  const midnight = Date.parse(`${day}T00:00:00.000Z`)
  const start = [2, 1].map((ahead) => midnight - ahead * HOUR).find((at) => dayOf(new Date(at)) === day)
  if (start === undefined) throw new Error('a day that begins in Brussels at neither hour')
  return start
}

/** Until when what is taken along for a visit on `on` is kept. */
export const untilOf = (on: Day, now: number): number => Math.min(startOf(addDays(on, 1)), now + LONGEST)
