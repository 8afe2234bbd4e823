import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenRandom } from '@/tests/support/given/population'
import { drawn } from '@/tests/support/sweep'
import { type Draw, deviationOf, drawGaussian, drawLaplace, type Spent, spend, toRho } from './zcdp.rules'

/** Bounds of these tests are far below 2^32. */
function givenDraw(seed: number): Draw {
  const random = givenRandom(seed)
  return (bound) => BigInt(Math.floor(random() * Number(bound)))
}

/** Chi-square of draws against weights on -reach … reach, the tails together. */
function chiSquare(draws: readonly number[], weight: (x: number) => number, reach: number): number {
  const all = Array.from({ length: 401 }, (_, i) => i - 200)
  const whole = all.reduce((sum, x) => sum + weight(x), 0)
  const bins = [...Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach), null]
  return bins.reduce<number>((sum, bin) => {
    const inside = (x: number): boolean => (bin === null ? Math.abs(x) > reach : x === bin)
    const expected = (all.filter(inside).reduce((s, x) => s + weight(x), 0) / whole) * draws.length
    const seen = draws.filter(inside).length
    return expected < 5 ? sum : sum + (seen - expected) ** 2 / expected
  }, 0)
}

describe('exact noise', () => {
  const size = drawn(200_000, 1_000_000)

  it('of Laplace has its distribution', () => {
    const draw = givenDraw(5)
    const draws = Array.from({ length: size }, () => Number(drawLaplace(draw, 3n)))
    // 22 degrees of freedom: above 48 once in a thousand.
    expect(chiSquare(draws, (x) => Math.exp(-Math.abs(x) / 3), 10)).toBeLessThan(48)
    expect(chiSquare(draws, (x) => Math.exp(-Math.abs(x) / 4), 10)).toBeGreaterThan(200)
  }, 30_000)

  it('of Gauss has its distribution', () => {
    const draw = givenDraw(6)
    const draws = Array.from({ length: size }, () => Number(drawGaussian(draw, { over: 9n, under: 1n })))
    // 20 degrees of freedom: above 45 once in a thousand.
    expect(chiSquare(draws, (x) => Math.exp(-(x * x) / 18), 9)).toBeLessThan(45)
    expect(chiSquare(draws, (x) => Math.exp(-(x * x) / 24), 9)).toBeGreaterThan(200)
  }, 30_000)
})

describe('the budget', () => {
  it('of epsilon 1 and delta one in a million leaves a deviation of 16.9 for ten tables', () => {
    expect(toRho(1, 1e-6)).toBeCloseTo(0.01747, 4)
    expect(deviationOf(toRho(1, 1e-6), 10)).toBeCloseTo(16.9, 1)
    expect(deviationOf(toRho(2, 1e-6), 5)).toBeCloseTo(6.1, 1)
    expect(deviationOf(toRho(8, 1e-6), 20)).toBeCloseTo(3.3, 1)
  })

  it('is never overspent, in whatever order, and a release is paid once', () => {
    const asks = fc.array(
      fc.record({
        releaseId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        rho: fc.double({ min: 0.001, max: 0.02, noNaN: true }),
      }),
    )
    fc.assert(
      fc.property(asks, (all) => {
        let ledger: readonly Spent[] = []
        for (const ask of all) ledger = spend(ledger, ask, 0.03) ?? ledger
        expect(ledger.reduce((sum, one) => sum + one.rho, 0)).toBeLessThanOrEqual(0.03)
        expect(new Set(ledger.map((one) => one.releaseId)).size).toBe(ledger.length)
      }),
      { numRuns: 1000 },
    )
  })
})
