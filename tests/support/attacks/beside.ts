import { publicPolicy } from '@/lib/statistics/disclosure.rules'
import { countPlan, exactDimensions } from '@/lib/statistics/exact.rules'
import { hierarchyOf } from '@/lib/statistics/hierarchy.rules'
import { findBest } from '@/lib/statistics/lattice.rules'
import { passPlan } from '@/lib/statistics/plan-gate.rules'
import { toProblem } from '@/lib/statistics/problem.rules'
import { levelsWithTotal, rowModel, subjects, toShown } from '@/lib/statistics/rows.rules'
import { withSolver } from '@/lib/statistics/solver'
import { groupsOf, toStatedRows } from '@/lib/statistics/stated.rules'
import type { StatedTable, System } from '@/lib/statistics/statement.rules'
import { givenDomains } from '../given/population'
import type { Read } from './archives'
import { type Auditing, joinTold, type Organisation, type PublishedTables, releaseOne } from './organisations'

const crossed = ['peopleByAge', 'partner/peopleByAge/age/all', 'partner/peopleByCentre/centre,age/all']

/**
 * B2. Someone lays the tables of a year beside those of its quarters: anyone who is in a quarter is in the year, and the quarters
 * together are the year.
 */
export async function layYearBesideQuarters(organisation: Organisation, how: Auditing): Promise<Read> {
  const tables: PublishedTables[] = []
  for (const snapshot of [...organisation.quarters, organisation.year])
    for (const code of crossed) {
      const one = await releaseOne(organisation, tables, snapshot, code, how)
      if (one) tables.push(one)
    }
  const [joint] = joinTold(organisation, tables, organisation.year, 'joint')([])
  if (joint === undefined) throw new Error('nothing to solve')
  return solveRanges(joint.system, joint.cells)
}

/** Of earlier cells that a plan does not print: they keep their width, or lose it, as they did before. */
export type Owing = 'kept' | 'nothing'

/** B4. Someone lays an exact plan beside the rounded tables that left before it. */
export async function layPlanBesideTables(
  organisation: Organisation,
  owing: Owing,
): Promise<Read & { refused: boolean }> {
  const snapshot = organisation.year
  const told: PublishedTables[] = []
  for (const code of ['peopleByAge', 'peopleByCentreAge', 'partner/peopleByCentre/centre,age/all']) {
    const one = await releaseOne(organisation, told, snapshot, code)
    if (one) told.push(one)
  }
  const people = snapshot.records.flatMap((one) =>
    one.unit === 'person'
      ? { key: one.rk, leaves: [one.centre ?? '', one.nationality ?? '', one.ageBand], codes: [] }
      : [],
  )
  const hierarchies = new Map(exactDimensions.map((one) => [one, hierarchyOf(one, givenDomains)]))
  const tables = countPlan('centre', people, hierarchies)
  const owed = (tables: readonly StatedTable[]): StatedTable[] =>
    tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => (owing === 'kept' ? cell : { ...cell, width: 0 })),
    }))
  const before = told.map((one) => ({ ...one, stated: owed(one.stated) }))
  const gated = await passPlan(tables, joinTold(organisation, before, snapshot, 'joint'), withSolver)
  if (gated === null) return { narrow: 0, of: 0, refused: true }
  const [joint] = joinTold(organisation, told, snapshot, 'joint')(gated.stated)
  if (joint === undefined) throw new Error('nothing to solve')
  const cells = told
    .flatMap((one) => one.stated.flatMap((table) => table.cells.length))
    .reduce((a, b) => a + b, 0)
  // And afterwards a rounded table of the same people, which is owed no doubt where the plan prints its groups.
  return { ...(await solveRanges(joint.system, cells)), refused: false }
}

/** Ends of every cell that is still owed more than doubt, by two linear programs each: broken numbers of people are the wider ones. */
async function solveRanges(system: System, cells: number): Promise<Read> {
  const owed = system.statements.slice(0, cells).filter(({ width }) => width > 1)
  return withSolver(toProblem(system), async (minimise) => {
    let narrow = 0
    for (const { plus, width } of owed) {
      const end = async (sign: number): Promise<number> => {
        const cost = new Float64Array(system.columns)
        for (const column of plus) cost[column] = sign
        const values = await minimise(cost, false)
        if (values === null) throw new Error('no population agrees')
        return plus.reduce((sum, column) => sum + (values[column] ?? 0), 0)
      }
      if (Math.floor((await end(-1)) + 1e-6) - Math.ceil((await end(1)) - 1e-6) < width) narrow += 1
    }
    return { narrow, of: owed.length }
  })
}

/** Rows of a quarter, and then tables of the same people and of the year; nothing withheld may become narrow by them. */
export async function layRowsBesideTables(organisation: Organisation): Promise<Read> {
  const snapshot = organisation.quarters.at(-1) ?? organisation.year
  const levels = subjects.who.dimensions.map((one) => levelsWithTotal(hierarchyOf(one, givenDomains)))
  const rows = snapshot.records.flatMap((one) =>
    one.unit === 'person'
      ? { quasi: [one.centre ?? '', one.nationality ?? '', one.ageBand], sensitive: [] }
      : [],
  )
  const best = rows.length < 300 ? null : findBest(rows, levels, rowModel)
  if (best === null) return { narrow: 0, of: 0 }
  const columns = subjects.who.dimensions.map((dimension, i) => ({
    dimension,
    groups: groupsOf(levels[i]?.[best.node[i] ?? 0]?.nodeOf ?? new Map()),
  }))
  const shown = toShown(best, levels).map(({ quasi }) => quasi)
  const removed = Math.round(best.removed / 10) * 10
  const file: PublishedTables = {
    snapshot,
    kind: 'rows',
    table: null,
    stated: [toStatedRows(columns, shown, { isSample: false, removed })],
    policy: publicPolicy,
  }
  const told: PublishedTables[] = [file]
  for (const [own, code] of [
    [snapshot, 'peopleByCentre'],
    [organisation.year, 'peopleByCentre'],
  ] as const) {
    const one = await releaseOne(organisation, told, own, code)
    if (one) told.push(one)
  }
  const tables = told.filter((one) => one.kind === 'table')
  const last = tables.at(-1)
  if (last === undefined) return { narrow: 0, of: 0 }
  const rest = told.filter((one) => one !== last)
  const [joint] = joinTold(organisation, rest, last.snapshot, 'joint')(last.stated)
  if (joint === undefined) return { narrow: 0, of: 0 }
  return solveRanges(joint.system, joint.cells)
}
