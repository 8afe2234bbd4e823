import { describe, expect, it } from 'vitest'
import { givenGridExact } from '@/tests/support/given/grid'
import { givenRandom } from '@/tests/support/given/population'
import { findFlaw } from './certificate.rules'
import { withSolver } from './solver'
import {
  type Demand,
  type Exact,
  findExposed,
  primariesOf,
  suppress,
  toPublishedSystem,
} from './suppress.rules'

const unguarded = (width: number): Demand => ({ width, lines: [], threshold: 0 })

describe('complementary suppression', { timeout: 60_000 }, () => {
  it('repairs the handbook pattern with one cell, and proves it', async () => {
    const pattern = ['00', '01', '02', '10', '12', '21', '23', '31', '33']
    const { exact, names } = givenGridExact(
      [
        [30, 47, 64, 89],
        [90, 124, 5, 31],
        [92, 100, 59, 85],
        [800, 991, 651, 685],
      ],
      (_, name) => pattern.includes(name),
    )
    const done = await suppress(exact, unguarded(6), withSolver)
    if (done === null) throw new Error('not safe')
    const extra = [...done.hidden].filter((i) => !exact.cells[i]?.isPrimary).map((i) => names[i])
    // x/d, as the published test of another program has it.
    expect(extra).toEqual(['13'])
    expect(findFlaw(toPublishedSystem(exact, done.hidden, 6), done.certificate)).toBeNull()
  })

  it('protects two tables that share a total together: alone each needs nothing, together one cell', async () => {
    const values: Readonly<Record<string, number>> = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 }
    const letters = Object.keys(values)
    const cell = (of: string, isPrimary = false) => {
      const plus = [...of].map((one) => letters.indexOf(one))
      return { plus, value: [...of].reduce((sum, one) => sum + (values[one] ?? 0), 0), isPrimary }
    }
    const leaves = letters.map((one) => cell(one, (values[one] ?? 0) <= 3))
    const county = [cell('ABIJ'), cell('KLMN'), cell('ABIJKLMN')]
    const size = [cell('LM'), cell('ABIJKN')]
    const extraOf = async (cells: ReturnType<typeof cell>[]) => {
      const exact: Exact = { columns: letters.length, cells }
      const done = await suppress(exact, unguarded(1), withSolver)
      return [...(done?.hidden ?? [])].filter((i) => !primariesOf(exact).has(i))
    }
    expect(await extraOf([...leaves, ...county])).toEqual([])
    expect(await extraOf([...leaves, ...size, cell('ABIJKLMN')])).toEqual([])
    const together = await extraOf([...leaves, ...county, ...size])
    expect(together.map((i) => letters[i])).toEqual(['N'])
  })

  it('leaves no cell narrow in seeded tables, and is refused by no one who checks', async () => {
    const random = givenRandom(41)
    for (let i = 0; i < 4; i++) {
      const numbers = Array.from({ length: 6 }, () =>
        Array.from({ length: 5 }, () => Math.floor(60 * random() ** 3)),
      )
      const { exact, lines } = givenGridExact(numbers, (value) => value < 11)
      const demand = { width: 6, lines, threshold: 11 }
      const done = await suppress(exact, demand, withSolver)
      if (done === null) throw new Error('not safe')
      expect(findExposed(exact, demand, done.hidden)).toEqual([])
      expect(findFlaw(toPublishedSystem(exact, done.hidden, 6), done.certificate)).toBeNull()
      for (const primary of primariesOf(exact)) expect(done.hidden.has(primary)).toBe(true)
    }
  }, 60_000)
})
