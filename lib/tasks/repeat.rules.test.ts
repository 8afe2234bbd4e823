import { describe, expect, it } from 'vitest'
import { nextDue } from './repeat.rules'

describe('a task that comes again', () => {
  it.each([
    ['month_held', '2026-11-30', '2026-11-30', '2026-12-30'],
    ['month_held', '2027-01-31', '2027-01-31', '2027-02-28'],
    // Done late: what was missed does not come again, and the day of the month stays.
    ['month_held', '2026-08-31', '2026-11-05', '2026-11-30'],
    // Done early, it is due a month after its day.
    ['month_open', '2026-12-10', '2026-11-30', '2027-01-10'],
    ['week_open', '2026-11-27', '2026-11-30', '2026-12-04'],
    ['week_held', null, '2026-11-30', '2026-12-07'],
  ] as const)('%s, due on %s and done on %s, is due on %s', (repeat, dueOn, today, next) => {
    expect(nextDue(repeat, dueOn, today)).toBe(next)
  })
})
