/** Closed quarters and years. Days are ISO dates (2026-09-30) of the calendar of Europe/Brussels. */
import { addDays, daysBetween } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

export const PERIOD_KINDS = vocabulary('statistics.period-kinds', ['quarter', 'year'])
export type PeriodKind = CodeOf<typeof PERIOD_KINDS>
export type Period = { kind: PeriodKind; start: string; end: string }

/** Days after its last day on which a period is closed: time to enter what was noted on paper. */
export const closingDays = 15

/** Years after its calendar year for which the frozen rows of a period are kept, and their key (app.end_snapshots says the same). */
const keptYears = 5

/** The last day of that term. A year and its quarters end together, because they are audited together. */
export const lastDayKept = ({ end }: Pick<Period, 'end'>): string =>
  `${Number(end.slice(0, 4)) + keptYears}-12-31`

const two = (n: number): string => String(n).padStart(2, '0')
const lastDayOfQuarter = ['03-31', '06-30', '09-30', '12-31'] as const

/** 2026, 3 -> the third quarter of 2026. */
export function quarterOf(year: number, quarter: 1 | 2 | 3 | 4): Period {
  const start = `${year}-${two(quarter * 3 - 2)}-01`
  return { kind: 'quarter', start, end: `${year}-${lastDayOfQuarter[quarter - 1]}` }
}

export const yearOf = (year: number): Period => ({
  kind: 'year',
  start: `${year}-01-01`,
  end: `${year}-12-31`,
})

/** '2026-Q3' or '2026': the word for a period in a URL and in a file name. */
export function toPeriodCode(period: Period): string {
  const year = period.start.slice(0, 4)
  if (period.kind === 'year') return year
  return `${year}-Q${(Number(period.start.slice(5, 7)) + 2) / 3}`
}

/** The period of a code, or null when it is none. */
export function findPeriod(code: string): Period | null {
  const match = /^(\d{4})(?:-Q([1-4]))?$/.exec(code)
  if (!match?.[1]) return null
  const year = Number(match[1])
  const quarter = Number(match[2])
  if (quarter === 1 || quarter === 2 || quarter === 3 || quarter === 4) return quarterOf(year, quarter)
  return yearOf(year)
}

/** Closed from the day after the closing days have run out. */
export const isClosed = (period: Period, today: string): boolean => addDays(period.end, closingDays) < today

/** From so many days before its last day it is told how many answers are missing: an answer counts when it was said by that day. */
const askedFrom = 45
/** And from so many on it is pressing. */
export const pressingFrom = 15

/** The quarter that ends soon, and in how many days; null when there is time. */
export function findEnding(today: string): { period: Period; days: number } | null {
  const year = Number(today.slice(0, 4))
  const quarters = [quarterOf(year, 1), quarterOf(year, 2), quarterOf(year, 3), quarterOf(year, 4)]
  const period = quarters.find(({ start, end }) => start <= today && today <= end)
  if (period === undefined || addDays(today, askedFrom) < period.end) return null
  return { period, days: daysBetween(today, period.end) }
}

/** Every period closed today that has a day since the first entry, oldest first. */
export function listClosedPeriods(firstEntry: string, today: string): Period[] {
  const from = Number(firstEntry.slice(0, 4))
  const to = Number(today.slice(0, 4))
  const periods: Period[] = []
  for (let year = from; year <= to; year++) {
    periods.push(quarterOf(year, 1), quarterOf(year, 2), quarterOf(year, 3), quarterOf(year, 4), yearOf(year))
  }
  return periods.filter((period) => period.end >= firstEntry && isClosed(period, today))
}
