import { addDays, type Day, daysBetween } from '@/lib/shared/dates'

/** What the team room counts. Exact numbers of few people: nothing here is anonymous, and the page says so. */

/** Spans one may look at, in days up to today; a month unless said otherwise. */
export const SPANS = [7, 30, 90, 365] as const
export type Span = (typeof SPANS)[number]
export const toSpan = (text: string): Span | undefined => SPANS.find((days) => String(days) === text)

/** The first day of a span whose last day is today. */
export const firstDayOf = (span: Span, today: Day): Day => addDays(today, 1 - span)

/** A badge takes weeks to renew, so it is said two months ahead. */
export const SOON_DAYS = 60
/** From here on it is the first thing that is said: visits are planned that far ahead. */
export const PRESSING_DAYS = 14
/** No one has asked for it again after so long: then it is not missing, it was given up. */
export const FORGOTTEN_DAYS = 180

export type Badge = { readonly staffId: string; readonly placeId: string; readonly until: Day }

/**
 * Of each colleague and centre the badge that lasts longest, when it ends soon or has ended: what was renewed is silent.
 * The one that ended first stands first.
 */
export const listEnding = <B extends Badge>(badges: readonly B[], today: Day): B[] => {
  const last = new Map<string, B>()
  for (const badge of badges) {
    const key = `${badge.staffId} ${badge.placeId}`
    const known = last.get(key)
    if (known === undefined || known.until < badge.until) last.set(key, badge)
  }
  return [...last.values()]
    .filter(({ until }) => until <= addDays(today, SOON_DAYS) && until >= addDays(today, -FORGOTTEN_DAYS))
    .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : a.staffId < b.staffId ? -1 : 1))
}

/** The middle of what was waited: one afternoon before a locked gate does not make every visit long. Null for none. */
export const toMedian = (minutes: readonly number[]): number | null => {
  const sorted = [...minutes].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2)
}

/** How many days of a span a centre was closed for visits; days that two closures name count once. */
export const countClosedDays = (
  closures: readonly { readonly from: Day; readonly until: Day }[],
  from: Day,
  until: Day,
): number => {
  const closed = new Set<Day>()
  for (const closure of closures)
    for (let n = 0; n <= daysBetween(closure.from, closure.until); n++) {
      const day = addDays(closure.from, n)
      if (day >= from && day <= until) closed.add(day)
    }
  return closed.size
}
