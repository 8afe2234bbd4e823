import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/shared/dates'
import { DEFAULT_YEARS, dueOn, ruleFor } from './retention.rules'

describe('when a file falls due', () => {
  it('is so many years after its closing, on the same day', () => {
    expect(dueOn('2021-11-25', 5)).toBe('2026-11-25')
    expect(dueOn('2024-02-29', 4)).toBe('2028-02-29')
    expect(dueOn('2024-02-29', 5)).toBe('2029-02-28')
  })

  it('never comes earlier for a file that is closed later, nor for more years', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1995-01-01', n))
    fc.assert(
      fc.property(days, fc.nat({ max: 400 }), fc.integer({ min: 1, max: 50 }), (day, later, years) => {
        expect(dueOn(addDays(day, later), years) >= dueOn(day, years)).toBe(true)
        expect(dueOn(day, years + 1) > dueOn(day, years)).toBe(true)
      }),
    )
  })

  it('is by the rule of its kind, and else by the one that no one has set', () => {
    const rule = { kind: 'thb', years: 10, source: 'Policy of 2026', setOn: '2026-01-05' }
    expect(ruleFor([rule], 'thb')).toBe(rule)
    expect(ruleFor([rule], 'asylum')).toMatchObject({ years: DEFAULT_YEARS, source: '' })
  })
})
