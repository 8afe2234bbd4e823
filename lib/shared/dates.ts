/** A day by the calendar, "2026-11-24". Days of the law and of visits are days in Brussels, not instants. */
export type Day = string

const ZONE = 'Europe/Brussels'
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in Brussels at an instant. */
export const dayOf = (instant: Date): Day => parts.format(instant)

/** A database date (midnight UTC) to its day. */
export const toDay = (date: Date): Day => date.toISOString().slice(0, 10)

/** A day to the value a database date column takes. */
export const toDate = (day: Day): Date => new Date(`${day}T00:00:00.000Z`)

export const addDays = (day: Day, days: number): Day =>
  toDay(new Date(toDate(day).getTime() + days * 86_400_000))

/** The same day number of another month; its last day when it has no such number (Judicial Code, art. 54). */
export const addMonths = (day: Day, months: number): Day => {
  const date = toDate(day)
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return toDay(
    new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date.getUTCDate(), last))),
  )
}

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((toDate(to).getTime() - toDate(from).getTime()) / 86_400_000)

/** True for a day that the calendar knows: "2026-02-30" is not one. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && toDay(date) === text
}
/** The day of a text; null for any other text. */
export const readDay = (text: string): Day | null => (isDay(text) ? text : null)
