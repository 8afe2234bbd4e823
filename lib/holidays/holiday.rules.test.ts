import { describe, expect, it } from 'vitest'
import { easterOf, holidayOn, holidaysOf } from './holiday.rules'

/** Gauss's way to Easter with Lichtenberg's correction: another road to the same day. */
const easterByGauss = (year: number): string => {
  const k = Math.floor(year / 100)
  const m = 15 + Math.floor((3 * k + 3) / 4) - Math.floor((8 * k + 13) / 25)
  const s = 2 - Math.floor((3 * k + 3) / 4)
  const a = year % 19
  const d = (19 * a + m) % 30
  const r = Math.floor((d + Math.floor(a / 11)) / 29)
  const og = 21 + d - r
  const sz = 7 - ((year + Math.floor(year / 4) + s) % 7)
  const oe = 7 - ((((og - sz) % 7) + 7) % 7)
  return new Date(Date.UTC(year, 2, og + oe)).toISOString().slice(0, 10)
}

describe('legal holidays of Belgium', () => {
  it.each([
    {
      year: 2026,
      days: ['01-01', '04-06', '05-01', '05-14', '05-25', '07-21', '08-15', '11-01', '11-11', '12-25'],
    },
    {
      year: 2027,
      days: ['01-01', '03-29', '05-01', '05-06', '05-17', '07-21', '08-15', '11-01', '11-11', '12-25'],
    },
    {
      year: 2028,
      days: ['01-01', '04-17', '05-01', '05-25', '06-05', '07-21', '08-15', '11-01', '11-11', '12-25'],
    },
  ])('of $year', ({ year, days }) => {
    expect(holidaysOf(year).map(({ day }) => day)).toEqual(days.map((day) => `${year}-${day}`))
  })

  it('finds Easter by two roads for six centuries', () => {
    const years = Array.from({ length: 600 }, (_, index) => 1900 + index)
    expect(years.filter((year) => easterOf(year) !== easterByGauss(year))).toEqual([])
  })

  it.each([
    { day: '2027-03-29', holiday: 'easterMonday' },
    { day: '2027-03-28', holiday: null },
    { day: '2026-11-11', holiday: 'armistice' },
    // Holidays of a community, of an employer, and the day that replaces 15 August on a Sunday.
    { day: '2026-07-11', holiday: null },
    { day: '2026-11-15', holiday: null },
    { day: '2027-08-16', holiday: null },
    { day: '2027-13-', holiday: null },
    { day: '', holiday: null },
  ])('on $day: $holiday', ({ day, holiday }) => {
    expect(holidayOn(day)).toBe(holiday)
  })
})
