import { describe, expect, it } from 'vitest'
import { readConfidential, readDenials, readNamed } from '@/tests/support/attacks/archives'
import {
  layPlanBesideTables,
  layRowsBesideTables,
  layYearBesideQuarters,
} from '@/tests/support/attacks/beside'
import { givenOrganisation } from '@/tests/support/attacks/organisations'
import { drawn } from '@/tests/support/sweep'

/*
 * Someone with every archive that an organisation gave out. Of each attack the same code reads what the engine frr2 gave out, and
 * must read something, or it proves nothing. Two organisations here, four in a sweep, forty by `npm run stress -- archives`.
 */
const sum = async (
  seeds: readonly number[],
  of: (seed: number) => Promise<{ narrow: number; of: number }>,
) => {
  const found = { narrow: 0, of: 0 }
  for (const seed of seeds.slice(0, drawn(2, 4))) {
    const one = await of(seed)
    found.narrow += one.narrow
    found.of += one.of
  }
  return found
}
const small = (seed: number) => givenOrganisation(seed, 130, 420)
const large = (seed: number) => givenOrganisation(seed, 520, 1000)

describe('organisations', { timeout: 240_000 }, () => {
  it('tell nothing of confidential releases by the certificate of a public archive (B1)', async () => {
    const found = await sum([1, 2, 3, 4], (seed) => readConfidential(small(seed), 'public'))
    expect(found.narrow).toBe(0)
    expect(found.of).toBeGreaterThan(drawn(15, 30))
    expect((await sum([1, 2], (seed) => readConfidential(small(seed), 'everything'))).narrow).toBeGreaterThan(
      5,
    )
  })

  it('keep every number as wide as promised beside a year and its quarters (B2)', async () => {
    const found = await sum([2, 4, 6, 38], (seed) => layYearBesideQuarters(large(seed), 'joint'))
    expect(found.narrow).toBe(0)
    expect(found.of).toBeGreaterThan(drawn(50, 100))
    expect((await sum([2, 8], (seed) => layYearBesideQuarters(large(seed), 'alone'))).narrow).toBeGreaterThan(
      5,
    )
  })

  it('say of no group by what they withhold that one answer holds for nearly everyone (B3)', async () => {
    expect((await sum([5, 6, 8, 9], async (seed) => readDenials(large(seed), 'coarser'))).narrow).toBe(0)
    expect((await sum([5, 8], async (seed) => readDenials(large(seed), 'withheld'))).narrow).toBeGreaterThan(
      1,
    )
  })

  it('keep every earlier number as wide as promised beside an exact plan (B4)', async () => {
    const found = await sum([1, 6, 10, 33], (seed) => layPlanBesideTables(large(seed), 'kept'))
    expect(found.narrow).toBe(0)
    expect(found.of).toBeGreaterThan(drawn(25, 50))
    expect(
      (await sum([11, 33], (seed) => layPlanBesideTables(large(seed), 'nothing'))).narrow,
    ).toBeGreaterThan(0)
  })

  it('name no number of people behind which fewer than eleven may stand (B5)', async () => {
    expect(readNamed(1, 'keyed')).toMatchObject({ narrow: 0, of: 6 })
    expect(readNamed(1, 'nearest').narrow).toBeGreaterThan(0)
  })

  it('keep every number as wide as promised beside a file of rows', async () => {
    expect((await sum([3, 5, 7, 8], (seed) => layRowsBesideTables(large(seed)))).narrow).toBe(0)
  })
})
