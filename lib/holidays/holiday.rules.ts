import { addDays, type Day, isDay } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/**
 * The ten legal holidays of Belgium (royal decree of 18 April 1974, art. 1), in the order of a year. Days of the
 * communities and days that replace a holiday on a Sunday are holidays of an employer, and not of the law.
 */
export const HOLIDAYS = vocabulary('holidays.holidays', [
  'newYear',
  'easterMonday',
  'labourDay',
  'ascension',
  'whitMonday',
  'nationalDay',
  'assumption',
  'allSaints',
  'armistice',
  'christmas',
])
export type Holiday = CodeOf<typeof HOLIDAYS>

const pad = (number: number): string => String(number).padStart(2, '0')

/** Easter Sunday of a year in the Gregorian calendar, by the anonymous computation (the names are those of the text). */
export const easterOf = (year: number): Day => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return `${String(year).padStart(4, '0')}-${pad(Math.floor(n / 31))}-${pad((n % 31) + 1)}`
}

/** The legal holidays of a year with their days. Two may fall on one day: Ascension on 1 May, as in 2008. */
export const holidaysOf = (year: number): readonly { readonly day: Day; readonly holiday: Holiday }[] => {
  const easter = easterOf(year)
  const on = (monthAndDay: string): Day => `${easter.slice(0, 4)}-${monthAndDay}`
  const days: Readonly<Record<Holiday, Day>> = {
    newYear: on('01-01'),
    easterMonday: addDays(easter, 1),
    labourDay: on('05-01'),
    ascension: addDays(easter, 39),
    whitMonday: addDays(easter, 50),
    nationalDay: on('07-21'),
    assumption: on('08-15'),
    allSaints: on('11-01'),
    armistice: on('11-11'),
    christmas: on('12-25'),
  }
  return HOLIDAYS.codes.map((holiday) => ({ day: days[holiday], holiday }))
}

/** The legal holiday on a day, if it is one; a day that is still being typed is none. */
export const holidayOn = (day: Day): Holiday | null =>
  isDay(day) ? (holidaysOf(Number(day.slice(0, 4))).find((one) => one.day === day)?.holiday ?? null) : null
