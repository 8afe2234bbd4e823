import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toRecordKey } from '@/tests/support/record-key'
import { addKeys, type Count, cellKey, emptyCount, tabulate } from './cube.rules'
import {
  checkPopulation,
  isTelling,
  publicPolicy as policy,
  protect,
  type Rounded,
  roundCell,
  roundRandomly,
} from './disclosure.rules'
import { measures } from './measure.rules'
import { toUniform } from './snapshot-key'
import { protectTable } from './table.rules'

const key = new Uint8Array(32).fill(7)
const u = toUniform(key)
const people = (persons: number, cell: number, households = [1, 2, 3, 4, 5]): Count => ({
  ...emptyCount,
  persons,
  key: cell,
  households: new Set(households),
})
/** One cell without axes, as it is printed. */
const protectOne = (count: Count, unit: 'persons' | 'events' = 'persons') =>
  protect({ axes: [], sensitivities: [], counts: new Map([['', count]]), unit, people: 600, policy, u })
const axisOf = (nodes: readonly string[]) => ({ nodes, nodeOf: new Map(nodes.map((node) => [node, node])) })

describe('keyed rounding', () => {
  it.each([
    { intention: 'a multiple stays, whatever the coin', n: 30, coin: 0, v: 30 },
    { intention: 'a low coin rounds up', n: 23, coin: 0.29, v: 30 },
    { intention: 'the boundary rounds down', n: 23, coin: 0.3, v: 20 },
    { intention: 'a high coin rounds down', n: 29, coin: 0.95, v: 20 },
    { intention: 'one person may become ten', n: 1, coin: 0.05, v: 10 },
    { intention: 'nobody stays nobody', n: 0, coin: 0, v: 0 },
  ])('$intention', ({ n, coin, v }) => expect(roundRandomly(n, 10, coin)).toBe(v))

  it('gives the value of the published formula for a fixed key', () => {
    // Computed with another language: int(hmac_sha256(07 × 32, "frr1|12345")[:8]) >> 11, over 2^53.
    expect(u(12345)).toBeCloseTo(0.01795770153724774, 15)
  })

  it('lands on one of the two neighbouring multiples', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer(), (n, cell) => {
        const v = roundRandomly(n, 10, u(cell))
        expect([Math.floor(n / 10) * 10, Math.ceil(n / 10) * 10]).toContain(v)
      }),
    )
  })

  it('is right on average over keys, within four standard errors', () => {
    for (const n of [1, 3, 7, 11, 18, 25, 99]) {
      const draws = 4000
      const part = (n % 10) / 10
      const mean =
        Array.from({ length: draws }, (_, i) => roundRandomly(n, 10, toUniform(key)(i * 7919 + n))).reduce(
          (a, b) => a + b,
          0,
        ) / draws
      expect(Math.abs(mean - n)).toBeLessThan(4 * 10 * Math.sqrt((part * (1 - part)) / draws) + 1e-9)
    }
  })

  it('gives the same people the same number in every table and order', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { minLength: 1, maxLength: 60 }), fc.integer(), (ids, seed) => {
        const atoms = ids.map((id, i) => ({
          leaves: [['a'], [String(i % 3)]],
          persons: 1,
          key: toRecordKey(key, id),
          households: [i],
        }))
        const shuffled = [...atoms].sort((a, b) => ((a.key ^ seed) < (b.key ^ seed) ? -1 : 1))
        const crossed = tabulate([axisOf(['a']), axisOf(['0', '1', '2'])], shuffled, [])
        const alone = tabulate([axisOf(['a'])], atoms, [])
        const inCross = crossed.get(cellKey(['a', 'total'])) ?? emptyCount
        const inTable = alone.get('a') ?? emptyCount
        expect(roundCell(inCross, 'persons', policy, u)).toEqual(roundCell(inTable, 'persons', policy, u))
      }),
    )
  })

  it('adds record keys in 32 bits, in any grouping', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 2, maxLength: 50 }), fc.nat(48), (keys, at) => {
        const cut = at % keys.length
        const sum = (own: readonly number[]): number => own.reduce(addKeys, 0)
        expect(addKeys(sum(keys.slice(0, cut)), sum(keys.slice(cut)))).toBe(sum(keys))
      }),
    )
  })
})

describe('the threshold', () => {
  it('prints no number below twenty and never a zero, and each stands for eleven people at least', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer(), (n, cell) => {
        const [one] = protectOne(people(n, cell))
        if (one?.flag === 'rounded') {
          expect(one.value).toBeGreaterThanOrEqual(20)
          expect(n).toBeGreaterThanOrEqual(11)
        }
        expect(one?.lower).toBeLessThanOrEqual(n)
        expect(one?.upper).toBeGreaterThanOrEqual(n)
        if (n < 11) expect(one).toMatchObject({ flag: 'withheld', value: null, lower: 0, upper: 19 })
        if (n >= 20) expect(one?.flag).toBe('rounded')
      }),
      { numRuns: 500 },
    )
  })

  it('judges from the rounded value alone: other counts with equal values print alike', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(90), { minLength: 1, maxLength: 12 }), (counts) => {
        const axis = axisOf(counts.map((_, i) => `n${i}`))
        const table = (own: readonly number[]) =>
          protect({
            axes: [axis],
            sensitivities: ['sensitive'],
            counts: new Map(own.map((n, i) => [`n${i}`, people(n, i)])),
            unit: 'persons',
            people: 600,
            policy,
            u: () => 0.999,
          })
        // A coin of 0.999 always rounds down, so n and n rounded down have equal values.
        expect(table(counts)).toEqual(table(counts.map((n) => n - (n % 10))))
      }),
    )
  })

  it('withholds a number that stands on fewer than five households', () => {
    const [one] = protectOne(people(40, 1, [1, 2, 3, 4]))
    expect(one).toMatchObject({ flag: 'withheld', value: null, lower: 0, upper: 609 })
  })
})

describe('events', () => {
  const count = (persons: number, events: number, largest: number): Count => ({
    ...people(persons, 3),
    events,
    eventKey: 5,
    largest,
  })

  it.each([
    {
      intention: 'many events of few people stay hidden',
      persons: 10,
      events: 50,
      largest: 5,
      printable: false,
    },
    {
      intention: 'few events of many people stay hidden',
      persons: 60,
      events: 10,
      largest: 1,
      printable: false,
    },
    { intention: 'one person may not be a fifth', persons: 30, events: 24, largest: 5, printable: false },
    { intention: 'a twentieth is fine', persons: 30, events: 100, largest: 5, printable: true },
  ])('$intention', ({ persons, events, largest, printable }) => {
    expect(roundCell(count(persons, events, largest), 'events', policy, u).printable).toBe(printable)
  })

  it('never lets one person add more than five to a total', () => {
    const atoms = ['a', 'b', 'c'].map((leaf) => ({ leaves: [leaf], events: 4, key: 1, largest: 4 }))
    expect(tabulate([axisOf(['a', 'b', 'c'])], [], atoms).get('total')).toMatchObject({
      events: 12,
      largest: 5,
    })
  })

  it('says no upper bound that is wrong: few people may have many events, and one of many may have most', () => {
    const [one] = protectOne(count(5, 25, 5), 'events')
    expect(one).toMatchObject({ flag: 'withheld', lower: 0, upper: 3045 })
  })
})

describe('homogeneity', () => {
  const values = (entries: Record<string, number>): Map<string, Rounded> =>
    new Map(
      Object.entries(entries).map(([cell, v]) => [
        cell,
        { v, value: v, clustered: false, printable: v >= policy.threshold },
      ]),
    )

  it('fires on the third class of the twelve patients (Machanavajjhala 2007), a hundred of each', () => {
    const axes = [axisOf(['c1', 'c2', 'c3']), axisOf(['cancer', 'heart', 'viral'])]
    const rounded = values({
      'c1|cancer': 0,
      'c1|heart': 200,
      'c1|viral': 200,
      'c1|total': 400,
      'c2|cancer': 100,
      'c2|heart': 100,
      'c2|viral': 200,
      'c2|total': 400,
      'c3|cancer': 400,
      'c3|heart': 0,
      'c3|viral': 0,
      'c3|total': 400,
      'total|cancer': 500,
      'total|heart': 300,
      'total|viral': 400,
      'total|total': 1200,
    })
    const isOne = (cell: string): boolean => cell.startsWith('c3') || cell.startsWith('total')
    const without = new Map([...rounded].filter(([cell]) => !isOne(cell)))
    expect(isTelling(axes, ['plain', 'sensitive'], rounded, policy)).toBe(true)
    expect(isTelling(axes, ['plain', 'sensitive'], without, policy)).toBe(false)
  })

  it.each([
    { intention: 'nine in ten is allowed', sensitivity: 'sensitive', entries: [90, 20, 100], fires: false },
    {
      intention: 'more than nine in ten is not',
      sensitivity: 'sensitive',
      entries: [100, 20, 110],
      fires: true,
    },
    {
      intention: 'eight in ten is the limit for signals',
      sensitivity: 'high',
      entries: [90, 20, 100],
      fires: true,
    },
    {
      intention: 'a group too small to be printed is withheld anyway',
      sensitivity: 'high',
      entries: [10, 0, 10],
      fires: false,
    },
    {
      intention: 'centres are no secret of anybody',
      sensitivity: 'plain',
      entries: [100, 20, 110],
      fires: false,
    },
  ] as const)('$intention', ({ sensitivity, entries: [a, b, total], fires }) => {
    expect(isTelling([axisOf(['a', 'b'])], [sensitivity], values({ a, b, total }), policy)).toBe(fires)
  })

  it('never prints one value that says nearly everything about its group, and withholds none for it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 2, maxLength: 6 }), fc.integer(), (counts, seed) => {
        const leaves = counts.map((_, i) => `s${i}`)
        const persons = counts.flatMap((n, i) =>
          n === 0 ? [] : { leaves: [[`s${i}`]], persons: n, key: seed + i, households: [1, 2, 3, 4, 5] },
        )
        const { axes, cells } = protectTable({
          measure: measures.peopleBySignal,
          hierarchies: [
            {
              dimension: 'signal',
              levels: [{ id: 'signal', nodeOf: new Map(leaves.map((one) => [one, one])) }],
            },
          ],
          atoms: { persons, events: [] },
          people: 2000,
          policy,
          u,
        })
        const whole = cells.find((cell) => cell.nodes.every((node) => node === 'total'))
        for (const cell of cells) {
          if (cell === whole || axes.length === 0) continue
          if (cell.value === null) expect(cell.upper).toBe(19)
          else expect(cell.value).toBeLessThanOrEqual(0.8 * (whole?.value ?? 0))
        }
      }),
    )
  })
})

describe('the population', () => {
  it.each([
    { intention: 'ninety-nine people can never be asked about', v: 100, verdict: 'tooFew' },
    { intention: 'a hundred and one for certain', v: 110, verdict: 'oneDimensionOnly' },
    { intention: 'four hundred and ninety-nine cannot be crossed', v: 500, verdict: 'oneDimensionOnly' },
    { intention: 'five hundred and one for certain', v: 510, verdict: 'enough' },
  ] as const)('$intention', ({ v, verdict }) => expect(checkPopulation(v, policy)).toBe(verdict))
})
