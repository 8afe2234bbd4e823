/**
 * A smaller system that says the same. Dimensions that no table crosses, not even by way of others, are counted beside each other and not
 * multiplied: whatever numbers of people they have, some population has all of them, as long as they are equally many. And people who are in
 * several snapshots are counted by which of them they are in. Every point of the smaller system is a point of the whole one and the other way
 * round, whole numbers too: what is found is put together to whole populations again, and the auditor adds those up (docs/adr/0145).
 */

import { asWhole, couple, type Group, split } from './couple.rules'
import { total } from './hierarchy.rules'
import type { Joint } from './joint.rules'
import { partsOf } from './part.rules'
import { toProblem } from './problem.rules'
import type { Minimise, Problem } from './solver'
import { dimensionsOf, type StatedTable, type Statement } from './statement.rules'

/** wrap: the solver of the smaller problem, asked and answering in columns of the whole system. */
export type Reduced = { problem: Problem; wrap: (minimise: Minimise) => Minimise }

/** In which snapshots someone can be. */
type Pattern = readonly number[]

/** Null where it would be no smaller, or where more is said than what is handled here. */
export function reduce({ system, tables, kin }: Joint): Reduced | null {
  const all = tables.flat()
  if (all.some(({ axes }) => axes.some(({ multiple }) => multiple))) return null
  const patterns = patternsOf(tables.length, kin)
  if (patterns === null) return null
  const dimensions = dimensionsOf(all)
  const parts = partsOf(dimensions, all)
  const size = dimensions.reduce((product, { leaves }) => product * leaves.length, 1)
  let columns = 0
  const take = (n: number): number => {
    columns += n
    return columns - n
  }
  // Of each part: people by what stays with them and by pattern, then of each snapshot by everything.
  const of = parts.map((part) => ({
    part,
    stable: take(part.stables * patterns.length),
    snapshots: tables.map(() => (part.isChanging ? take(part.cells.length) : 0)),
  }))
  if (columns * 2 > system.columns) return null
  const stableAt = (own: (typeof of)[number], cell: number, pattern: number): number =>
    own.stable + cell * patterns.length + pattern
  const patternsWith = tables.map((_, at) =>
    patterns.flatMap((pattern, i) => (pattern.includes(at) ? i : [])),
  )
  /** Where the people of one cell of a snapshot are counted. */
  const columnsOf = (own: (typeof of)[number], at: number, cell: number): number[] => {
    if (own.part.isChanging) return [(own.snapshots[at] ?? 0) + cell]
    return (patternsWith[at] ?? []).map((pattern) => stableAt(own, cell, pattern))
  }
  const equal = { lower: 0, upper: 0, width: 0 }
  const statements: Statement[] = []
  let index = 0
  for (const [at, own] of tables.entries())
    for (const table of own) {
      const place = of.find(({ part }) => table.axes.some((axis) => part.dimensions.includes(axis.dimension)))
      if (place === undefined) return null
      for (const { nodes } of table.cells) {
        const statement = system.statements[index++]
        if (statement === undefined) return null
        const plus = place.part.cells.flatMap(({ leaves }, cell) =>
          isIn(table, nodes, leaves) ? columnsOf(place, at, cell) : [],
        )
        statements.push({ ...statement, plus, minus: [] })
      }
    }
  const [first, ...others] = of
  if (first === undefined) return null
  const ofPattern = (own: (typeof of)[number], pattern: number): number[] =>
    Array.from({ length: own.part.stables }, (_, cell) => stableAt(own, cell, pattern))
  for (const own of others)
    for (const pattern of patterns.keys())
      statements.push({ ...equal, plus: ofPattern(own, pattern), minus: ofPattern(first, pattern) })
  for (const own of of)
    if (own.part.isChanging)
      for (const at of tables.keys())
        for (let stable = 0; stable < own.part.stables; stable++)
          statements.push({
            ...equal,
            plus: own.part.cells.flatMap((one, cell) =>
              one.stable === stable ? (own.snapshots[at] ?? 0) + cell : [],
            ),
            minus: (patternsWith[at] ?? []).map((pattern) => stableAt(own, stable, pattern)),
          })

  /** What the auditor asks for is a sum of cells, so each part has its own share of what a place costs. */
  const project = (cost: Float64Array): Float64Array => {
    const small = new Float64Array(columns)
    for (const at of tables.keys()) {
      const start = at * size
      const ground = cost[start] ?? 0
      for (const [turn, own] of of.entries())
        for (const [cell, { place }] of own.part.cells.entries()) {
          const share = (cost[start + place] ?? 0) - (turn === 0 ? 0 : ground)
          for (const column of columnsOf(own, at, cell)) small[column] = (small[column] ?? 0) + share
        }
    }
    return small
  }

  const lift = (found: Float64Array): Float64Array => {
    const values = asWhole(found)
    const whole = new Float64Array(system.columns)
    const people: Group[][] = tables.map(() => [])
    for (const [turn, pattern] of patterns.entries()) {
      const groups = couple(
        of.map((own) =>
          Array.from({ length: own.part.stables }, (_, cell) => values[stableAt(own, cell, turn)] ?? 0),
        ),
      )
      for (const at of pattern) people[at]?.push(...groups)
    }
    for (const [at, met] of people.entries()) {
      let groups = met.map(({ cells, mass }) => ({ cells, place: 0, mass }))
      for (const [turn, own] of of.entries()) {
        const rest = own.part.cells.map((_, cell) =>
          own.part.isChanging ? (values[(own.snapshots[at] ?? 0) + cell] ?? 0) : Number.POSITIVE_INFINITY,
        )
        groups = groups.flatMap((group) => split(group, own.part, group.cells[turn] ?? 0, rest))
      }
      for (const { place, mass } of groups) whole[at * size + place] = (whole[at * size + place] ?? 0) + mass
    }
    return whole
  }
  return {
    problem: toProblem({ columns, statements }),
    wrap: (minimise) => async (cost, integral, pins) => {
      if (pins !== undefined && pins.length > 0) throw new Error('a smaller system has no single columns')
      const found = await minimise(project(cost), integral)
      return found && lift(found)
    },
  }
}

/** One system of snapshots that are no kin, or of one and its parts; all others are left whole. */
function patternsOf(snapshots: number, kin: Joint['kin']): readonly Pattern[] | null {
  const [own, ...more] = kin
  if (own === undefined) return Array.from({ length: snapshots }, (_, at) => [at])
  const { whole, parts, isAll } = own
  if (more.length > 0 || parts.length + 1 !== snapshots) return null
  return Array.from({ length: 2 ** parts.length }, (_, bits) => [
    whole,
    ...parts.filter((_, i) => Math.floor(bits / 2 ** i) % 2 === 1),
  ]).filter((pattern) => !isAll || pattern.length > 1)
}

const isIn = (
  { axes }: StatedTable,
  nodes: readonly string[],
  leaves: ReadonlyMap<string, string>,
): boolean =>
  axes.every(({ dimension, nodeOf }, i) => {
    const node = nodes[i]
    return node === total || nodeOf.get(leaves.get(dimension) ?? '') === node
  })
