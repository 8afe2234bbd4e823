/**
 * Exact numbers for a closed set of tables: small cells are withheld, and then as many others as it takes that none of
 * them can be worked out. After Kelly and Fischetti-Salazar: for a cell that is too narrow, the cheapest set of cells that
 * could change together with it is found by a linear program, and withheld as well.
 */
import { type Audit, audit, toProblem } from './audit.rules'
import type { Certificate } from './certificate.rules'
import type { Minimise, Problem } from './solver'
import type { Statement, System } from './statement.rules'

/** A table with nothing withheld, and which of its cells must be. */
export type Exact = { columns: number; cells: readonly ExactCell[] }
export type ExactCell = { plus: readonly number[]; value: number; isPrimary: boolean }
export type Suppressed = { hidden: ReadonlySet<number>; certificate: Certificate }
type Solve = <T>(problem: Problem, run: (minimise: Minimise) => Promise<T>) => Promise<T>

const roundLimit = 40

/** What a reader is told when these cells are withheld. */
export const toPublishedSystem = (exact: Exact, hidden: ReadonlySet<number>, width: number): System => ({
  columns: exact.columns,
  statements: exact.cells.map(
    ({ plus, value }, i): Statement =>
      hidden.has(i)
        ? { plus, minus: [], lower: 0, upper: Number.POSITIVE_INFINITY, width }
        : { plus, minus: [], lower: value, upper: value, width: 0 },
  ),
})

/** Own contribution: whoever is the only one in a withheld cell must not read the rest of its line from it. */
export const primariesOf = (exact: Exact): ReadonlySet<number> =>
  new Set(exact.cells.flatMap((cell, i) => (cell.isPrimary ? i : [])))

/** Null when forty rounds do not make the tables safe: then the plan goes back for a coarser one. */
export async function suppress(exact: Exact, width: number, solve: Solve): Promise<Suppressed | null> {
  const hidden = new Set(primariesOf(exact))
  let found = await auditHidden(exact, hidden, width, solve)
  for (let round = 0; round < roundLimit && found.certificate === null; round++) {
    const narrow = found.findings
      .filter((one) => !one.isSafe)
      .sort((a, b) => a.upper - a.lower - (b.upper - b.lower))
    for (const { statement } of narrow)
      for (const cell of await findPartners(exact, hidden, statement, width, solve)) hidden.add(cell)
    found = await auditHidden(exact, hidden, width, solve)
  }
  return found.certificate === null ? null : cleanUp(exact, hidden, width, solve)
}

const auditHidden = (
  exact: Exact,
  hidden: ReadonlySet<number>,
  width: number,
  solve: Solve,
): Promise<Audit> => {
  const system = toPublishedSystem(exact, hidden, width)
  return solve(toProblem(system), (minimise) => audit(system, minimise))
}

/**
 * The cheapest cells that can move with the one given: columns up and down by as much as the width, every printed sum of
 * them paid for by what it would cost to withhold it.
 */
async function findPartners(
  exact: Exact,
  hidden: ReadonlySet<number>,
  cell: number,
  width: number,
  solve: Solve,
): Promise<number[]> {
  const { columns, cells } = exact
  // A change of each column, up and down; a change of each cell, up and down; the change of the cell asked is the width.
  const rows: { indices: number[]; values: number[]; lower: number; upper: number }[] = []
  const largest = Array.from({ length: columns }, (_, column) =>
    Math.min(...cells.flatMap(({ plus, value }) => (plus.includes(column) ? value : []))),
  )
  const at = (i: number, sign: 0 | 1): number => 2 * columns + 2 * i + sign
  for (const [i, { plus }] of cells.entries())
    rows.push({
      indices: [...plus.flatMap((column) => [2 * column, 2 * column + 1]), at(i, 0), at(i, 1)],
      values: [...plus.flatMap(() => [1, -1]), -1, 1],
      lower: 0,
      upper: 0,
    })
  rows.push({ indices: [at(cell, 0), at(cell, 1)], values: [1, -1], lower: width, upper: width })
  const starts = [0]
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.indices.length)
  const columnUpper = new Float64Array(2 * (columns + cells.length)).fill(width)
  for (const [column, most] of largest.entries()) columnUpper[2 * column + 1] = Math.min(width, most)
  const cost = new Float64Array(columnUpper.length)
  for (const [i, { value }] of cells.entries()) {
    const price = hidden.has(i) ? 0 : 1 + Math.log2(1 + value)
    cost[at(i, 0)] = price
    cost[at(i, 1)] = price
  }
  const problem: Problem = {
    columns: columnUpper.length,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(rows.flatMap((row) => row.indices)),
    values: Float64Array.from(rows.flatMap((row) => row.values)),
    lower: Float64Array.from(rows, (row) => row.lower),
    upper: Float64Array.from(rows, (row) => row.upper),
    columnUpper,
  }
  const values = await solve(problem, (minimise) => minimise(cost, false))
  if (values === null) return []
  return cells.flatMap((_, i) =>
    !hidden.has(i) && Math.abs((values[at(i, 0)] ?? 0) - (values[at(i, 1)] ?? 0)) > 1e-6 ? i : [],
  )
}

/** What turned out not to be needed is printed again, dearest first. */
async function cleanUp(
  exact: Exact,
  hidden: Set<number>,
  width: number,
  solve: Solve,
): Promise<Suppressed | null> {
  const extra = [...hidden]
    .filter((i) => !exact.cells[i]?.isPrimary)
    .sort((a, b) => (exact.cells[b]?.value ?? 0) - (exact.cells[a]?.value ?? 0))
  let kept = hidden
  for (const cell of extra) {
    const fewer = new Set([...kept].filter((one) => one !== cell))
    const { certificate } = await auditHidden(exact, fewer, width, solve)
    if (certificate) kept = fewer
  }
  const { certificate } = await auditHidden(exact, kept, width, solve)
  return certificate ? { hidden: kept, certificate } : null
}
