/** How many people fit into the hours of a visit, from what earlier visits took. */

/** Minutes of one visitor for one person, where too few visits say it: an assumption, which the page names. */
export const ASSUMED_MINUTES = 30
/** So many visits have to say it. */
const LEAST_VISITS = 3
/** A visit that took longer for each person was not written down whole, or its other people are in files out of reach. */
const MOST_MINUTES = 90

export type PastVisit = {
  /** Inside, without the waiting. */
  readonly minutes: number
  readonly visitors: number
  readonly seen: number
}
/** Minutes of one visitor for each person. `visits`: how many earlier visits say so; 0 for the assumption. */
export type Pace = { readonly minutes: number; readonly visits: number }

/** The median over earlier visits of the minutes of their visitors by the people whom they saw. */
export const paceOf = (past: readonly PastVisit[]): Pace => {
  const each = past
    .filter(({ minutes, visitors, seen }) => minutes > 0 && visitors > 0 && seen > 0)
    .map(({ minutes, visitors, seen }) => (minutes * visitors) / seen)
    .filter((each) => each <= MOST_MINUTES)
    .sort((a, b) => a - b)
  const middle = each[Math.floor(each.length / 2)]
  if (middle === undefined || each.length < LEAST_VISITS) return { minutes: ASSUMED_MINUTES, visits: 0 }
  return { minutes: Math.max(1, Math.round(middle)), visits: each.length }
}

/** Minutes since midnight of "10:30"; null for anything else. */
export const minutesOf = (time: string | null): number | null => {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time ?? '') ?? []
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes)
}

/** How long so many people take, in minutes of the visit. No one named to go counts as one. */
export const minutesFor = (people: number, visitors: number, pace: Pace): number =>
  Math.round((people * pace.minutes) / Math.max(1, visitors))

/** How many people can be seen between two hours; null when an hour is not known. No one named to go counts as one. */
export const fitsIn = (
  hours: { readonly startsAt: string | null; readonly endsAt: string | null; readonly visitors: number },
  pace: Pace,
): number | null => {
  const [from, until] = [minutesOf(hours.startsAt), minutesOf(hours.endsAt)]
  if (from === null || until === null || until < from) return null
  return Math.floor(((until - from) * Math.max(1, hours.visitors)) / pace.minutes)
}
