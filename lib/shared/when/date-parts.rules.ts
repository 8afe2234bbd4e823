import { monthNumber } from './month.rules'

/** What is typed into the three boxes of a date. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string }

export const NO_PARTS: DateParts = { day: '', month: '', year: '' }

/** "4", "04", "avr", "April" -> "4"; null when it is no month or could be two ("jui"). */
export const toMonth = (typed: string): string | null => {
  const month = monthNumber(typed)
  return month === null ? null : String(month)
}

/**
 * The boxes as one text: '' when all are empty, "2026-11-24" when they are a date, and otherwise something that no
 * calendar knows but that still holds what was typed, so that the schema says no and nothing is lost.
 */
export const toFieldText = ({ day, month, year }: DateParts): string => {
  const typed = [day, month, year].map((part) => part.trim())
  if (typed.every((part) => part === '')) return ''
  const number = toMonth(month)
  if (number === null || !/^\d{1,2}$/.test(day.trim()) || !/^\d{4}$/.test(year.trim()))
    return `${year.trim()}-${month.trim()}-${day.trim()}`
  return `${year.trim()}-${number.padStart(2, '0')}-${day.trim().padStart(2, '0')}`
}

/** The text of a field to its boxes: without leading zeros, as one would write them. */
export const toParts = (text: string): DateParts => {
  if (text === '') return NO_PARTS
  const [year = '', month = '', day = ''] = text.split('-', 3)
  const short = (part: string) => part.replace(/^0(?=\d$)/, '')
  return { day: short(day), month: short(month), year }
}
