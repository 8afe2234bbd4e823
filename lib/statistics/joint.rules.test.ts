import { describe, expect, it } from 'vitest'
import { givenOrganisation, protect } from '@/tests/support/attacks/organisations'
import { passGate } from './gate.rules'
import { findKin, toJoint, toJoints } from './joint.rules'
import { quarterOf, yearOf } from './period.rules'
import { toProblem } from './problem.rules'
import { NoPopulation, toBudget, withSolver } from './solver'
import type { StatedTable } from './statement.rules'

const [first, second, third, fourth] = [
  quarterOf(2026, 1),
  quarterOf(2026, 2),
  quarterOf(2026, 3),
  quarterOf(2026, 4),
]
const year = yearOf(2026)

describe('snapshots that share people', () => {
  it.each([
    {
      intention: 'a year is its last quarter when nobody was there before',
      shares: [fourth, year],
      empty: [first, second, third],
      kin: [{ whole: 1, parts: [0], isAll: true }],
    },
    {
      intention: 'a year has more than its quarter when others are not told',
      shares: [fourth, year],
      empty: [first, second],
      kin: [{ whole: 1, parts: [0], isAll: false }],
    },
    {
      intention: 'four quarters are the year, in whatever order they come',
      shares: [fourth, year, second, first, third],
      empty: [],
      kin: [{ whole: 1, parts: [0, 2, 3, 4], isAll: true }],
    },
    { intention: 'two quarters share nobody for certain', shares: [third, fourth], empty: [], kin: [] },
    {
      intention: 'two copies of one period hold the same people',
      shares: [fourth, fourth],
      empty: [],
      kin: [{ whole: 1, parts: [0], isAll: true }],
    },
  ])('$intention', ({ shares, empty, kin }) => {
    const days = shares.flatMap((one) => one ?? [])
    expect(
      findKin(
        days,
        empty.flatMap((one) => one ?? []),
      ),
    ).toEqual(kin)
  })
})

const table = (value: number, isExact: boolean, width: number): StatedTable => ({
  axes: [
    {
      dimension: 'age',
      multiple: false,
      nodeOf: new Map([
        ['a', 'a'],
        ['b', 'b'],
      ]),
    },
  ],
  cells: ['a', 'b'].map((node) => ({
    nodes: [node],
    lower: isExact ? value : 0,
    upper: isExact ? value : 40,
    width,
  })),
  isExact,
})
const widthsIn = (tables: readonly StatedTable[]) =>
  toJoint([{ days: year, tables }], [], 5).system.statements.map(({ width }) => width)

describe('a width', () => {
  it('falls only where the same group is printed exactly on purpose, alone or in parts', () => {
    const total: StatedTable = {
      ...table(0, false, 5),
      cells: [{ nodes: ['total'], lower: 0, upper: 40, width: 1 }],
    }
    expect(widthsIn([table(0, false, 5), total, table(12, true, 0)])).toEqual([0, 0, 0, 0, 0])
    // What a plan withholds keeps its own, and leaves that of others.
    const half: StatedTable = {
      ...table(12, true, 0),
      cells: [
        { nodes: ['a'], lower: 12, upper: 12, width: 0 },
        { nodes: ['b'], lower: 0, upper: Number.POSITIVE_INFINITY, width: 6 },
      ],
    }
    expect(widthsIn([table(0, false, 5), total, half])).toEqual([0, 5, 1, 0, 6])
    expect(widthsIn([table(0, false, 5), total])).toEqual([5, 5, 1])
  })
})

describe('an audit', () => {
  it('ends by its work: the same question has the same answer, whatever the clock says', async () => {
    const { quarters, empty } = givenOrganisation(2, 300, 400)
    const [snapshot] = quarters
    if (snapshot === undefined) throw new Error('it has a quarter')
    const { table: asked, policy } = protect(snapshot, 'partner/peopleByAge/age/all')
    const ask = async (work: number): Promise<string> => {
      const budget = toBudget(work)
      const gated = await passGate(
        asked,
        (own) => toJoints([], { days: snapshot.days, tables: own }, empty, 5),
        policy,
        (problem, run) => withSolver(problem, run, budget),
      ).catch(() => null)
      return gated === null ? 'refused' : JSON.stringify(gated.certificate)
    }
    expect(await ask(0)).toBe('refused')
    const answer = await ask(1_000_000_000)
    expect(answer).not.toBe('refused')
    expect(await ask(1_000_000_000)).toBe(answer)
  })
})

describe('what changes for someone within a year', () => {
  const ends = (unknown: number, removed: number): StatedTable => ({
    axes: [
      {
        dimension: 'end',
        multiple: false,
        nodeOf: new Map([
          ['unknown', 'unknown'],
          ['removed', 'removed'],
        ]),
      },
    ],
    cells: [
      { nodes: ['unknown'], lower: unknown, upper: unknown, width: 0 },
      { nodes: ['removed'], lower: removed, upper: removed, width: 0 },
    ],
  })
  const agrees = (quarter: StatedTable, whole: StatedTable) => {
    const [joint] = toJoints(
      [{ days: fourth, tables: [quarter] }],
      { days: year, tables: [whole] },
      [first, second, third],
      5,
    )
    if (joint === undefined) throw new Error('no system')
    const { system } = joint
    return withSolver(
      toProblem(system),
      async (minimise) => (await minimise(new Float64Array(system.columns), false)) !== null,
    ).catch((error: unknown) => {
      if (error instanceof NoPopulation) return 'contradicted'
      throw error
    })
  }

  it('may differ between a quarter and its year, and the number of people may not', async () => {
    // Held when the quarter ended, and removed before the year was frozen.
    expect(await agrees(ends(40, 0), ends(0, 40))).toBe(true)
    expect(await agrees(ends(40, 0), ends(0, 39))).toBe('contradicted')
    expect(await agrees(ends(40, 0), ends(0, 41))).toBe('contradicted')
  })
})
