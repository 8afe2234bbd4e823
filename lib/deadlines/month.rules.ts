import { addDays, addMonths, type Day, isDay } from '@/lib/shared/dates'

/** The first day of a month that an address names ("2026-12"); null for none that exists. */
export const readMonth = (text: string): Day | null => {
  const first = `${text}-01`
  // As far as a calendar is turned by hand: no request makes the database look through centuries.
  return isDay(first) && first >= '2000-01-01' && first < '2100-01-01' ? first : null
}

export const firstDayOf = (day: Day): Day => `${day.slice(0, 7)}-01`

export const lastDayOf = (month: Day): Day => addDays(addMonths(month, 1), -1)
/** As an address names it. */
export const toMonthName = (month: Day): string => month.slice(0, 7)
