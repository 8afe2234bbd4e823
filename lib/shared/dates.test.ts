import { describe, expect, it } from 'vitest'
import { addDays, dayOf, daysBetween, isDay, toDate, toDay } from './dates'

describe('days', () => {
  it.each([
    {
      intention: 'late evening in UTC is the next day in Brussels',
      at: '2026-06-30T22:30:00Z',
      day: '2026-07-01',
    },
    { intention: 'winter time is one hour ahead', at: '2026-12-31T22:59:00Z', day: '2026-12-31' },
    { intention: 'the night the clock changes', at: '2026-10-25T00:30:00Z', day: '2026-10-25' },
  ])('$intention', ({ at, day }) => {
    expect(dayOf(new Date(at))).toBe(day)
  })

  it('counts over a leap day and a clock change', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2)
    expect(toDay(toDate('2026-11-24'))).toBe('2026-11-24')
  })

  it('refuses days that no calendar has', () => {
    expect(isDay('2026-02-30')).toBe(false)
    expect(isDay('24/11/2026')).toBe(false)
    expect(isDay('2026-11-24')).toBe(true)
  })
})
