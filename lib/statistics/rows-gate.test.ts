import { describe, expect, it } from 'vitest'
import { codes, joinTo, release } from '@/tests/support/attacks/linear'
import { givenDomains, givenPopulation } from '@/tests/support/given/population'
import { hierarchyOf } from './hierarchy.rules'
import { findBest } from './lattice.rules'
import { levelsWithTotal, rowModel, subjects, toShown } from './rows.rules'
import { mayRowsLeave } from './rows-gate.rules'
import { withSolver } from './solver'
import { groupsOf, toStatedClasses } from './stated.rules'
import type { StatedCell, StatedTable } from './statement.rules'

const places = { north: ['n'], south: ['s'] }
const ages = { adult: ['a'], minor: ['m'] }
const axes = [
  { dimension: 'centre', groups: places },
  { dimension: 'age', groups: ages },
] as const
/** A file in which the three minors of the north were left out; no one says how many were. */
const classes = [
  ...Array.from({ length: 27 }, () => ['north', 'adult']),
  ...Array.from({ length: 40 }, () => ['south', 'adult']),
  ...Array.from({ length: 20 }, () => ['south', 'minor']),
]
const rows = (isSample = false) => toStatedClasses(axes, classes, { isSample, removed: 0 })

const axis = (dimension: string, groups: Readonly<Record<string, readonly string[]>>) => ({
  dimension,
  multiple: false,
  nodeOf: new Map(
    Object.entries(groups).flatMap(([node, leaves]) => leaves.map((leaf): [string, string] => [leaf, node])),
  ),
})
const exact = (node: string, value: number): StatedCell => ({
  nodes: [node],
  lower: value,
  upper: value,
  width: 0,
})
const rounded = (node: string, value: number): StatedCell => ({
  nodes: [node],
  lower: value - 9,
  upper: value + 9,
  width: 1,
})
const byPlace = (...cells: StatedCell[]): StatedTable => ({ axes: [axis('centre', places)], cells })
const may = (before: readonly StatedTable[], file = rows()) =>
  mayRowsLeave(file, joinTo(before), 11, withSolver)

describe('a file of rows beside tables that have left', { timeout: 60_000 }, () => {
  it('leaves beside none, and beside rounded numbers', async () => {
    expect(await may([])).toBe(true)
    expect(await may([byPlace(rounded('north', 30), rounded('south', 60), rounded('total', 90))])).toBe(true)
  })

  it('is refused when a total makes a group without a row certain: thirty less the twenty-seven shown', async () => {
    expect(await may([byPlace(exact('north', 30), exact('south', 60))])).toBe(false)
    // Of a sample no one knows how many of the thirty were not drawn.
    expect(await may([byPlace(exact('north', 30), exact('south', 60))], rows(true))).toBe(true)
    // No one was left out where as many are shown as there are.
    expect(await may([byPlace(exact('south', 60))])).toBe(true)
  })

  it('is refused when a number that was withheld for few people comes out, not when it comes out for k', async () => {
    const withheld = (node: string, age: string): StatedCell => ({
      nodes: [node, age],
      lower: 0,
      upper: 19,
      width: 5,
    })
    const crossed = (...cells: StatedCell[]): StatedTable => ({
      axes: [axis('centre', places), axis('age', ages)],
      cells,
    })
    // The rows themselves show twenty minors of the south: on purpose, in a class of twenty.
    expect(await may([crossed({ ...withheld('south', 'minor'), upper: 40 })])).toBe(true)
    const total = { nodes: ['north', 'total'], lower: 28, upper: 31, width: 1 }
    expect(await may([crossed(total)])).toBe(false)
    expect(await may([crossed({ ...total, lower: 21 })])).toBe(true)
    expect(await may([crossed({ ...total, lower: 21 }, withheld('north', 'minor'))])).toBe(false)
  })

  it('leaves beside the tables that most ask for, of an invented quarter', async () => {
    const records = givenPopulation(500, 2, new Uint8Array(32).fill(6))
    const { dimensions } = subjects.who
    const levels = dimensions.map((one) => levelsWithTotal(hierarchyOf(one, givenDomains)))
    const people = records.flatMap((one) =>
      one.unit === 'person'
        ? { quasi: [one.centre ?? '', one.nationality ?? '', one.ageBand], sensitive: [] }
        : [],
    )
    const best = findBest(people, levels, rowModel)
    if (best === null) throw new Error('no rows')
    const columns = dimensions.map((dimension, i) => ({
      dimension,
      groups: groupsOf(levels[i]?.[best.node[i] ?? 0]?.nodeOf ?? new Map()),
    }))
    const shown = toShown(best, levels).map(({ quasi }) => quasi)
    const file = toStatedClasses(columns, shown, { isSample: false, removed: best.removed })
    const before = await release(records, codes.public.slice(0, 3))
    expect(before).toHaveLength(3)
    expect(
      await may(
        before.map(({ stated }) => stated),
        file,
      ),
    ).toBe(true)
  })
})
