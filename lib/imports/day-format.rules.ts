import { addDays, type Day } from '@/lib/shared/dates'

// A sheet keeps a day as a number and says by the format of its cell that it is one (ECMA-376-1, 18.8.30 numFmt).

/** Formats that every program knows by number and that show a day; 27 to 36 and 50 to 58 are
 * those of East Asia. */
const isKnownDay = (id: number): boolean =>
  (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 50 && id <= 54) || [22, 36, 57, 58].includes(id)

/** Whether a format shows a day: one that shows hours alone does not, and colours, words and signs are not looked at. */
export const isDayFormat = (id: number, template: string | undefined): boolean =>
  template === undefined
    ? isKnownDay(id)
    : /[dy]/i.test(template.replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./g, '').replace(/general/gi, ''))

/** Day 60 of a sheet is a 29 February 1900 that never was; from the next one on they count from 30 December 1899. */
const SINCE_1900: Day = '1899-12-30'
const SINCE_1904: Day = '1904-01-01'
/** 31 December 9999, the last day of a sheet. */
const LAST = 2_958_465

/** The day of a number in a sheet, or null when it is none. */
export const dayOfSerial = (serial: number, is1904: boolean): Day | null => {
  const days = Math.floor(serial)
  if (!(days >= 1 && days <= LAST)) return null
  if (is1904) return addDays(SINCE_1904, days)
  return addDays(SINCE_1900, days < 60 ? days + 1 : days)
}
