/** The gate before a plan of exact tables: planned together, and laid beside everything that left before. */
import {
  exactLeast,
  exactWidth,
  linkPlan,
  type PlannedCell,
  type PlannedTable,
  toStatedPlan,
} from './exact.rules'
import { auditFirst, type Gated, type JoinTo, proveAll, type Solve } from './gate.rules'
import type { StatedTable } from './statement.rules'
import { type Exact, suppress } from './suppress.rules'

export type GatedPlan = Pick<Gated, 'certificate' | 'joint'> & {
  isHidden: (cell: PlannedCell) => boolean
  stated: readonly StatedTable[]
  /** Different numbers of the plan: printed, withheld, and those in which a person is. */
  printed: number
  withheld: number
  filled: number
}

/** So many numbers more may be withheld because of what left before; anyone who needs more asks for another plan or period. */
const mostMore = 6

/**
 * Tables of a plan with what has to be withheld for their own sake, and while a number of theirs or an earlier one would become
 * narrow, the smallest number that they print as well. Null when that does not help, or takes more work than there is.
 */
export async function passPlan(
  tables: readonly PlannedTable[],
  joinTo: JoinTo,
  solve: Solve,
): Promise<GatedPlan | null> {
  const { exact: asked, lines, placeOf } = linkPlan(tables)
  let exact = asked
  for (let more = 0; more <= mostMore; more++) {
    const done = await suppress(exact, { width: exactWidth, lines, threshold: exactLeast }, solve)
    if (done === null) return null
    const isHidden = (cell: PlannedCell): boolean => done.hidden.has(placeOf.get(cell) ?? -1)
    const stated = tables.map((table) => toStatedPlan(table, isHidden))
    const { joint, found } = await auditFirst(joinTo(stated), solve, proveAll)
    if (found.certificate)
      return {
        certificate: found.certificate,
        joint,
        isHidden,
        stated,
        printed: exact.cells.length - done.hidden.size,
        withheld: done.hidden.size,
        // A place that no one comes from is no loss.
        filled: exact.cells.filter(({ value }) => value > 0).length,
      }
    const next = withholdSmallest(exact, done.hidden)
    if (next === null) return null
    exact = next
  }
  return null
}

function withholdSmallest(exact: Exact, hidden: ReadonlySet<number>): Exact | null {
  const printed = exact.cells.flatMap((cell, i) =>
    hidden.has(i) || cell.value === 0 ? [] : { i, value: cell.value },
  )
  const [first] = printed.sort((a, b) => a.value - b.value || a.i - b.i)
  if (first === undefined) return null
  return {
    ...exact,
    cells: exact.cells.map((cell, i) => (i === first.i ? { ...cell, isPrimary: true } : cell)),
  }
}
