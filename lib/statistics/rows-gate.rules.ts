/** The gate before a file of rows: laid beside every table that has left, it may not tell what the tables withhold. */
import { audit, costOf, tolerance } from './audit.rules'
import { auditFirst, type JoinTo, type Solve } from './gate.rules'
import type { Minimise } from './solver'
import { type StatedTable, type System, sumOf } from './statement.rules'

/**
 * Refused is a file with which a number that was withheld, or printed unsure, becomes narrower than it was promised; or a group
 * without a row is certain to have a person in it and certain to have fewer than k. What k people or more stand behind for
 * certain may be told: the rows tell it on purpose. `rows`: see toStatedClasses.
 */
export async function mayRowsLeave(
  rows: StatedTable,
  joinTo: JoinTo,
  k: number,
  solve: Solve,
): Promise<boolean> {
  const { found } = await auditFirst(
    joinTo([rows]),
    solve,
    async ({ system, cells }, minimise) => {
      const first = cells - rows.cells.length
      if (first === 0) return true
      const rowless = rows.cells.flatMap(({ lower }, i) => (lower === 0 ? first + i : []))
      const { findings } = await audit(system, minimise, { isHasty: true })
      const isTold = findings.some(
        ({ isSafe, bounds }) => !isSafe && (bounds === null || Math.ceil(bounds.least - tolerance) < k),
      )
      return !isTold && !(await isSmallGroupCertain(system, rowless, k, minimise))
    },
    { isWhole: true },
  )
  return found
}

/** Where the work runs out, the group counts as certain. */
async function isSmallGroupCertain(
  system: System,
  groups: readonly number[],
  k: number,
  minimise: Minimise,
): Promise<boolean> {
  /** Whether some whole population has no one in any of them. */
  const mayBeEmpty = async (some: readonly number[]): Promise<boolean> => {
    const columns = new Set(some.flatMap((index) => system.statements[index]?.plus ?? []))
    const pins = [...columns].map((column) => ({ column, lower: 0, upper: 0 }))
    return (await minimise(new Float64Array(system.columns), true, pins)) !== null
  }
  const sumIn = (values: Float64Array | null, index: number): number | null => {
    const statement = system.statements[index]
    return values && statement ? Math.round(sumOf(statement, values)) : null
  }
  // Most of them are empty in one and the same population.
  const fewest = await minimise(
    costOf(
      system,
      groups.map((index) => [index, 1]),
    ),
    false,
  )
  const empty = groups.filter((index) => sumIn(fewest, index) === 0)
  const isSettled = await mayBeEmpty(empty)
  for (const index of groups) {
    if ((isSettled && empty.includes(index)) || (await mayBeEmpty([index]))) continue
    const most = sumIn(await minimise(costOf(system, [[index, -1]]), true), index)
    if (most === null || most < k) return true
  }
  return false
}
