import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawn } from '@/tests/support/sweep'
import { costOf, tolerance } from './audit.rules'
import { toJoint } from './joint.rules'
import { quarterOf, yearOf } from './period.rules'
import { toProblem } from './problem.rules'
import { reduce } from './reduce.rules'
import { type Minimise, NoPopulation, withSolver } from './solver'
import { type StatedTable, sumOf } from './statement.rules'

const leaves = {
  centre: ['a', 'b', 'c', 'd', 'e'],
  sex: ['f', 'm'],
  age: ['minor', 'adult'],
  end: ['removed', 'other_end'],
}
type Dimension = keyof typeof leaves
const crosses = [
  ['centre'],
  ['sex', 'end'],
  ['age'],
  ['sex'],
] as const satisfies readonly (readonly Dimension[])[]

/** Someone in the year: what stays with them, in which quarters they were met, and how it ended in each. */
type Someone = Record<'centre' | 'sex' | 'age', string> & { in: readonly string[]; ends: readonly string[] }
const someone = fc.record({
  centre: fc.constantFrom(...leaves.centre),
  sex: fc.constantFrom(...leaves.sex),
  age: fc.constantFrom(...leaves.age),
  in: fc.subarray(['0', '1'], { minLength: 1 }),
  ends: fc.array(fc.constantFrom(...leaves.end), { minLength: 3, maxLength: 3 }),
})

/** A table of some of them as it is printed: each number a little unsure, small ones more. */
const tableOf = (dimensions: readonly Dimension[], people: readonly Someone[], turn: number): StatedTable => {
  const leafOf = (one: Someone, dimension: Dimension): string =>
    (dimension === 'end' ? one.ends[turn] : one[dimension]) ?? ''
  const nodes = dimensions.reduce<string[][]>(
    (all, dimension) => all.flatMap((own) => [...leaves[dimension], 'total'].map((node) => [...own, node])),
    [[]],
  )
  return {
    axes: dimensions.map((dimension) => ({
      dimension,
      multiple: false,
      nodeOf: new Map(leaves[dimension].map((leaf) => [leaf, leaf])),
    })),
    cells: nodes.map((own) => {
      const n = people.filter((one) =>
        own.every((node, i) => node === 'total' || leafOf(one, dimensions[i] ?? 'sex') === node),
      ).length
      return { nodes: own, lower: n < 3 ? 0 : n - 1, upper: n < 3 ? 4 : n + 1, width: 3 }
    }),
  }
}

const periods = [quarterOf(2026, 3), quarterOf(2026, 4), yearOf(2026)]
const jointOf = (people: readonly Someone[], isAll: boolean) => {
  const of = (own: readonly Someone[], turn: number) => crosses.map((one) => tableOf(one, own, turn))
  const shares = periods.map((days, turn) => ({
    days,
    tables: of(turn === 2 ? people : people.filter((one) => one.in.includes(String(turn))), turn),
  }))
  return toJoint(shares, [{ whole: 2, parts: [0, 1], isAll }], 5)
}

describe('a smaller system', { timeout: 120_000 }, () => {
  it('leaves every cell as much as the whole one does, and what it finds is a population of the whole one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someone, { maxLength: 40 }), fc.boolean(), async (people, isAll) => {
        const { system, ...rest } = jointOf(people, isAll)
        const small = reduce({ system, ...rest })
        if (small === null) throw new Error('it is no smaller')
        const ends = async (minimise: Minimise, isSmall: boolean): Promise<number[]> => {
          const out = []
          for (let at = 0; at < rest.cells; at += 5)
            for (const sign of [1, -1]) {
              const values = await minimise(costOf(system, [[at, sign]]), false)
              const statement = system.statements[at]
              if (values === null || statement === undefined) throw new Error('nothing was found')
              for (const one of isSmall ? system.statements : []) {
                expect(sumOf(one, values)).toBeGreaterThan(one.lower - tolerance)
                expect(sumOf(one, values)).toBeLessThan(one.upper + tolerance)
              }
              out.push(Math.round(sumOf(statement, values) * 1e4) / 1e4)
            }
          return out
        }
        const whole = await withSolver(toProblem(system), (minimise) => ends(minimise, false))
        const found = await withSolver(small.problem, (minimise) => ends(small.wrap(minimise), true))
        expect(found).toEqual(whole)
      }),
      { numRuns: drawn(12, 300), seed: 20_261_201 },
    )
  })

  it('contradicts itself where the whole one does', async () => {
    const people: Someone[] = Array.from({ length: 20 }, () => ({
      centre: 'a',
      sex: 'f',
      age: 'adult',
      in: ['0'],
      ends: ['removed', 'removed', 'removed'],
    }))
    const joint = jointOf(people, true)
    // More in a quarter than in the year.
    const statements = joint.system.statements.map((one, i) =>
      i === 0 ? { ...one, lower: 30, upper: 32 } : one,
    )
    const small = reduce({ ...joint, system: { ...joint.system, statements } })
    if (small === null) throw new Error('it is no smaller')
    const cost = new Float64Array(joint.system.columns)
    await expect(withSolver(small.problem, (minimise) => small.wrap(minimise)(cost, false))).rejects.toThrow(
      NoPopulation,
    )
  })

  it('is not made where one table crosses everything, or where more than a year and its parts hang together', () => {
    const one = tableOf(['centre', 'sex', 'age'], [], 0)
    expect(reduce(toJoint([{ days: yearOf(2026), tables: [one] }], [], 5))).toBeNull()
    const shares = periods.map((days) => ({ days, tables: crosses.map((own) => tableOf(own, [], 0)) }))
    const kin = [
      { whole: 2, parts: [0], isAll: false },
      { whole: 2, parts: [1], isAll: false },
    ]
    expect(reduce(toJoint(shares, kin, 5))).toBeNull()
  })
})
