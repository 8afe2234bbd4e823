import { describe, expect, it } from 'vitest'
import { pauseSeconds, THROTTLES } from './throttle.rules'

describe('failures', () => {
  it.each([
    [1, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [9, 480],
    [10, 900],
    [11, 900],
    [100_000, 900],
  ])('after %i the account pauses for %i seconds', (failures, seconds) => {
    expect(pauseSeconds(failures, THROTTLES.account)).toBe(seconds)
  })

  it('never pause longer than a quarter of an hour, whatever is counted', () => {
    for (const rule of Object.values(THROTTLES))
      expect(pauseSeconds(1_000_000, rule)).toBeLessThanOrEqual(900)
  })
})
