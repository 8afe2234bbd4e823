import { describe, expect, it } from 'vitest'
import { countClosedDays, firstDayOf, listEnding, toMedian, toSpan } from './team.rules'

const today = '2026-11-24'
const badge = (staffId: string, until: string, placeId = 'civ') => ({ staffId, placeId, until })

describe('the team room', () => {
  it('knows its spans and no other, today among them', () => {
    expect([toSpan('90'), toSpan('31')]).toEqual([90, undefined])
    expect(firstDayOf(7, today)).toBe('2026-11-18')
  })

  it('names badges that end, and not those that were renewed or given up', () => {
    const badges = [
      badge('soon', '2027-01-23'),
      badge('later', '2027-01-24'),
      badge('ended', '2026-11-23'),
      badge('renewed', '2026-11-20'),
      badge('renewed', '2027-11-20'),
      badge('long ago', '2026-05-27'),
      badge('soon', '2026-11-24', 'cim'),
    ]
    expect(listEnding(badges, today).map(({ staffId, until }) => `${staffId} ${until}`)).toEqual([
      'ended 2026-11-23',
      'soon 2026-11-24',
      'soon 2027-01-23',
    ])
  })

  it.each([
    [[], null],
    [[20], 20],
    [[5, 240, 10], 10],
    [[10, 21], 16],
  ])('the middle of %j is %s', (minutes, median) => {
    expect(toMedian(minutes)).toBe(median)
  })

  it('counts a closed day once, and only days of the span', () => {
    const closures = [
      { from: '2026-11-10', until: '2026-11-20' },
      { from: '2026-11-19', until: '2026-11-21' },
      { from: '2026-11-24', until: '2026-12-04' },
    ]
    expect(countClosedDays(closures, '2026-11-18', today)).toBe(5)
  })
})
