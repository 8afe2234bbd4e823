import { describe, expect, it } from 'vitest'
import {
  findEnding,
  findPeriod,
  isClosed,
  listClosedPeriods,
  quarterOf,
  toPeriodCode,
  yearOf,
} from './period.rules'

describe('periods', () => {
  it('close fifteen days after their last day', () => {
    const quarter = quarterOf(2026, 3)
    expect(quarter).toEqual({ kind: 'quarter', start: '2026-07-01', end: '2026-09-30' })
    expect(isClosed(quarter, '2026-10-15')).toBe(false)
    expect(isClosed(quarter, '2026-10-16')).toBe(true)
  })

  it('are listed from the first entry on, only when closed', () => {
    expect(listClosedPeriods('2025-11-03', '2026-07-20').map(toPeriodCode)).toEqual([
      '2025-Q4',
      '2025',
      '2026-Q1',
      '2026-Q2',
    ])
    expect(listClosedPeriods('2026-11-03', '2026-11-24')).toEqual([])
  })

  it.each(['2026-Q1', '2026-Q4', '2024'])('are named and found again: %s', (code) => {
    const period = findPeriod(code)
    expect(period && toPeriodCode(period)).toBe(code)
  })

  it.each(['2026-Q5', '2026-1', '26', '', '2026-Q1; drop'])('of another name are none: %s', (code) => {
    expect(findPeriod(code)).toBeNull()
  })

  it('of a year hold its four quarters', () => {
    expect(yearOf(2026).start).toBe(quarterOf(2026, 1).start)
    expect(yearOf(2026).end).toBe(quarterOf(2026, 4).end)
  })
})

describe('a quarter that ends soon', () => {
  it.each([
    ['2026-11-15', null],
    ['2026-11-16', 45],
    ['2026-12-16', 15],
    ['2026-12-31', 0],
    ['2027-01-01', null],
    ['2028-02-15', 45],
  ] as const)('on %s: %s days', (today, days) => expect(findEnding(today)?.days ?? null).toBe(days))
})
