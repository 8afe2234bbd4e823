import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CodeOf } from '@/lib/shared/vocabulary'
import { givenRandom } from '@/tests/support/given/population'
import { hierarchyOf, total } from './hierarchy.rules'
import { dimensions } from './measure.rules'
import {
  axesOf,
  drawTable,
  epsilonOf,
  mayPay,
  type NoisePerson,
  noiseEpsilon,
  noisePlans,
  noiseTables,
  noiseVariance,
  type Payment,
  partsOf,
  partsOfOrganisation,
  partsOfPeriod,
  printNoise,
  toPrinted,
} from './noise.rules'
import { quarterOf, yearOf } from './period.rules'
import { toDraw, toNoise, toOrder } from './snapshot-key'

const domains = {
  centre: ['north', 'south', 'hill'],
  office: [],
  topic: ['health', 'family', 'food', 'law'],
  signal: [],
}
const hierarchies = new Map(dimensions.codes.map((one) => [one, hierarchyOf(one, domains)]))
const leavesOf = (dimension: 'centre' | 'nationality' | 'age' | 'topic'): string[] => [
  ...(hierarchies.get(dimension)?.levels[0]?.nodeOf.keys() ?? []),
]
const keyOf = (seed: number): Uint8Array => Buffer.alloc(32, seed)

function givenPeople(n: number, seed: number): NoisePerson[] {
  const random = givenRandom(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(random() ** 2 * list.length)] ?? ''
  return Array.from({ length: n }, () => ({
    centre: [pick(leavesOf('centre'))],
    nationality: [pick(leavesOf('nationality'))],
    age: [pick(leavesOf('age'))],
    topic: [...new Set([pick(leavesOf('topic')), pick(leavesOf('topic')), pick(leavesOf('topic'))])],
  }))
}

const wholeOf = (nodes: readonly string[]): boolean => nodes.every((node) => node === total)

describe('one person', () => {
  it('changes no more cells of a table than was paid for, and each by one', () => {
    const one = fc.record({
      centre: fc.constantFrom(...leavesOf('centre')).map((leaf) => [leaf]),
      nationality: fc.constantFrom(...leavesOf('nationality')).map((leaf) => [leaf]),
      age: fc.constantFrom(...leavesOf('age')).map((leaf) => [leaf]),
      topic: fc.shuffledSubarray(leavesOf('topic')),
    })
    const most = new Map<string, number>()
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 8 }),
        one,
        fc.constantFrom(...noisePlans.codes),
        (people, newcomer, plan) => {
          let square = 0
          for (const axes of axesOf(plan, hierarchies)) {
            const { answers } = noiseTables[plan]
            const without = drawTable(axes, people, answers, () => 0n)
            const beside = drawTable(axes, [...people, newcomer], answers, () => 0n)
            for (const [name, n] of beside) square += (n - (without.get(name) ?? 0)) ** 2
          }
          expect(square).toBeLessThanOrEqual(partsOf(plan))
          most.set(plan, Math.max(most.get(plan) ?? 0, square))
        },
      ),
    )
    // The bound is reached: nothing is paid that no one can cost.
    expect(Object.fromEntries(most)).toEqual({ people: 3, ages: 2, subjects: 3 })
  })
})

describe('printed numbers', () => {
  it('are the true ones, rounded, where nothing is added', () => {
    const people = givenPeople(3000, 4)
    for (const plan of ['people', 'ages'] as const)
      for (const { axes, cells } of printNoise(plan, people, hierarchies, () => 0n))
        for (const { nodes, value, lower, upper } of cells) {
          const n = people.filter((person) =>
            axes.every(
              ({ dimension, nodeOf }, i) =>
                nodes[i] === total || nodeOf.get(person[dimension]?.[0] ?? '') === nodes[i],
            ),
          ).length
          expect(Math.abs(value - n), nodes.join()).toBeLessThanOrEqual(2.5)
          expect(lower <= n && n <= upper).toBe(true)
        }
  })

  it('have one total in all tables of a plan', () => {
    const people = givenPeople(700, 5)
    for (const plan of ['people', 'ages'] as const) {
      const tables = printNoise(plan, people, hierarchies, toNoise(keyOf(3), plan))
      const wholes = tables.map(({ cells }) => cells.find(({ nodes }) => wholeOf(nodes))?.value)
      expect(new Set(wholes).size).toBe(1)
    }
    const [topics] = printNoise('subjects', people, hierarchies, toNoise(keyOf(3), 'subjects'))
    expect(topics?.cells.some(({ nodes }) => nodes.includes(total))).toBe(false)
  })

  it('are never under nought and multiples of five', () => {
    expect(toPrinted(-14, 37)).toEqual({ value: 0, lower: 0, upper: 15 })
    expect(toPrinted(-0.2, 37).value).toBe(0)
    expect(toPrinted(98, 37)).toEqual({ value: 100, lower: 85, upper: 115 })
  })

  it('have the true number between their bounds in nineteen of twenty', () => {
    const people = givenPeople(400, 6)
    for (const plan of noisePlans.codes) {
      const truth = printNoise(plan, people, hierarchies, () => 0n)
      let cells = 0
      let inside = 0
      for (let seed = 1; seed <= 12; seed++)
        for (const [at, table] of printNoise(plan, people, hierarchies, toNoise(keyOf(seed), plan)).entries())
          for (const [i, { lower, upper }] of table.cells.entries()) {
            const n = truth[at]?.cells[i]?.value ?? -1
            cells += 1
            if (lower <= n && n <= upper) inside += 1
          }
      expect(inside / cells, plan).toBeGreaterThan(0.95)
      // The bounds are not so wide that they say nothing.
      expect(cells).toBeGreaterThan(40)
    }
  })
})

describe('noise from the key of a snapshot', () => {
  it('has the exact distribution of its variance', () => {
    const size = 20_000
    const noise = toNoise(keyOf(9), 'people')
    const draws = Array.from({ length: size }, (_, i) => Number(noise(`cell ${i}`)))
    const weight = (x: number): number => Math.exp(-(x * x) / (2 * Number(noiseVariance)))
    const whole = Array.from({ length: 201 }, (_, i) => weight(i - 100)).reduce((a, b) => a + b, 0)
    let chi = 0
    for (let x = -15; x <= 15; x++) {
      const expected = (weight(x) / whole) * size
      chi += (draws.filter((one) => one === x).length - expected) ** 2 / expected
    }
    // 31 cells and the tails: above 62 once in a thousand.
    expect(chi).toBeLessThan(62)
    expect(Math.abs(draws.reduce((a, b) => a + b, 0) / size)).toBeLessThan(0.2)
  })

  it('is the same when asked again, and another for another cell, plan or key', () => {
    const list = (key: number, plan: CodeOf<typeof noisePlans>, from: number) =>
      Array.from({ length: 40 }, (_, i) => toNoise(keyOf(key), plan)(`c${from + i}`))
    const first = list(1, 'people', 0)
    expect(list(1, 'people', 0)).toEqual(first)
    for (const other of [list(2, 'people', 0), list(1, 'ages', 0), list(1, 'people', 40)])
      expect(other.filter((one, i) => one === first[i]).length).toBeLessThan(15)
  })

  it('draws evenly under a bound that no power of two divides', () => {
    const draw = toDraw(keyOf(4), 'even')
    const counts = [0, 0, 0, 0, 0, 0, 0]
    for (let i = 0; i < 14_000; i++) {
      const drawn = Number(draw(7n))
      counts[drawn] = (counts[drawn] ?? 0) + 1
    }
    expect(counts).toHaveLength(7)
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(180)
    expect(draw(1n)).toBe(0n)
  })

  it('chooses among many answers of someone by their own coin', () => {
    const chosen = Array.from({ length: 200 }, (_, i) =>
      toOrder(keyOf(1), i)(['a', 'b', 'c', 'd']).slice(0, 3),
    )
    for (const code of ['a', 'b', 'c', 'd'])
      expect(Math.abs(chosen.filter((one) => one.includes(code)).length - 150)).toBeLessThan(30)
  })
})

describe('the budget', () => {
  it('of five parts keeps epsilon two for a period, and a sixth would not', () => {
    expect(partsOfPeriod).toBe(5)
    expect(epsilonOf(partsOfPeriod)).toBeLessThanOrEqual(noiseEpsilon)
    expect(epsilonOf(partsOfPeriod + 1)).toBeGreaterThan(noiseEpsilon)
    expect(epsilonOf(partsOfOrganisation)).toBeCloseTo(6, 1)
  })

  it('is never overspent on any day nor by an organisation, in whatever order plans and periods are asked for', () => {
    const periods = [2020, 2021, 2022, 2023].flatMap((year) => [
      quarterOf(year, 1),
      quarterOf(year, 2),
      quarterOf(year, 3),
      quarterOf(year, 4),
      yearOf(year),
    ])
    const asks = fc.array(
      fc.record({ period: fc.constantFrom(...periods), plan: fc.constantFrom(...noisePlans.codes) }),
      { maxLength: 60 },
    )
    const sum = (list: readonly Payment[]) => list.reduce((all, { parts }) => all + parts, 0)
    fc.assert(
      fc.property(asks, (all) => {
        const paid: Payment[] = []
        for (const { period, plan } of all) {
          const snapshotId = `${period.kind} ${period.start}`
          const isKnown = paid.some((one) => one.snapshotId === snapshotId && one.plan === plan)
          const may = mayPay(paid, { id: snapshotId, ...period }, plan)
          if (isKnown) expect(may).toBe(true)
          else if (may) paid.push({ snapshotId, plan, parts: partsOf(plan), period })
        }
        for (const day of periods.map(({ start }) => start))
          expect(
            sum(paid.filter(({ period }) => period.start <= day && day <= period.end)),
          ).toBeLessThanOrEqual(5)
        expect(sum(paid)).toBeLessThanOrEqual(40)
      }),
      { numRuns: 1000 },
    )
  })
})
