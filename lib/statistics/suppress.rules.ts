/**
 * Exact numbers for a closed set of tables: small cells are withheld, and then as many others as it takes that none of
 * them can be worked out. After Kelly and Fischetti-Salazar: for a cell that is too narrow, the cheapest set of cells that
 * could change together with it is found by a linear program, and withheld as well.
 */
import { type Audit, audit, type Finding } from './audit.rules'
import type { Certificate } from './certificate.rules'
import { toProblem } from './problem.rules'
import type { Minimise, Problem } from './solver'
import type { Statement, System } from './statement.rules'

/** A table with nothing withheld, and which of its cells must be. */
export type Exact = { columns: number; cells: readonly ExactCell[] }
export type ExactCell = { plus: readonly number[]; value: number; isPrimary: boolean }
export type Suppressed = { hidden: ReadonlySet<number>; certificate: Certificate }

/** What a printed line says: these cells make up that one. All are places in the list of cells. */
export type Line = { whole: number; parts: readonly number[] }
/** What withholding a cell costs; a cell with more people in it is missed more. */
export type PriceOf = (value: number) => number
export const logPrice: PriceOf = (value) => 1 + Math.log2(1 + value)
type Solve = <T>(problem: Problem, run: (minimise: Minimise) => Promise<T>) => Promise<T>

const roundLimit = 40
/**
 * So many questions to the solver may cost what only makes tables fuller: about a minute for thousands of cells, and more than any
 * plan of an organisation needs. Not a time, because the same tables must be the same on every machine.
 */
const cleanUpQuestions = 2_000

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

/** width: what each withheld cell is owed. lines, threshold: see findExposed; without lines no one is guarded. */
export type Demand = { width: number; lines: readonly Line[]; threshold: number }

/**
 * Own contribution: a person who stands in a withheld cell takes themselves out of its line. So of a line whose sum is printed,
 * two withheld cells at least have a person in them, and together they hold as many people as a printed number must stand for.
 * Gives the lines that fail.
 */
export const findExposed = (
  { cells }: Exact,
  { lines, threshold }: Pick<Demand, 'lines' | 'threshold'>,
  hidden: ReadonlySet<number>,
): readonly Line[] =>
  lines.filter(({ whole, parts }) => {
    const values = parts.flatMap((i) => (hidden.has(i) ? (cells[i]?.value ?? 0) : []))
    if (hidden.has(whole) || values.length === 0) return false
    const people = values.reduce((sum, one) => sum + one, 0)
    return values.filter((one) => one > 0).length < 2 || people < threshold
  })

export const primariesOf = (exact: Exact): ReadonlySet<number> =>
  new Set(exact.cells.flatMap((cell, i) => (cell.isPrimary ? i : [])))

/** owners: of each cell withheld for the sake of another, whose. questions: asked of the solver so far. */
type Search = {
  exact: Exact
  demand: Demand
  solve: Solve
  priceOf: PriceOf
  owners: Map<number, number>
  questions: number
}

/** Null when forty rounds do not make the tables safe: then the plan goes back for a coarser one. */
export async function suppress(
  exact: Exact,
  demand: Demand,
  solve: Solve,
  priceOf: PriceOf = logPrice,
): Promise<Suppressed | null> {
  const search: Search = { exact, demand, solve, priceOf, owners: new Map(), questions: 0 }
  const hidden = new Set(primariesOf(exact))
  for (let round = 0; round < roundLimit; round++) {
    for (const line of findExposed(exact, demand, hidden)) guard(search, line, hidden)
    const { findings, certificate } = await auditHidden(search, hidden)
    if (certificate && findExposed(exact, demand, hidden).length === 0) return cleanUp(search, hidden)
    const narrow = findings.filter((one) => !one.isSafe).sort((a, b) => roomOf(a) - roomOf(b))
    const cells = narrow.map((one) => one.statement)
    if (cells.length > 0)
      await solve(toMoves(exact, demand.width), (minimise) => findPartners(search, hidden, cells, minimise))
  }
  return null
}

const roomOf = ({ bounds }: Finding): number =>
  bounds === null ? Number.POSITIVE_INFINITY : bounds.most - bounds.least

/** Withholds the cheapest cells of a line with a person in them, and at last its sum, until the line is guarded. */
function guard({ exact, demand, priceOf }: Search, line: Line, hidden: Set<number>): void {
  const price = (i: number): number => priceOf(exact.cells[i]?.value ?? 0)
  const open = line.parts
    .filter((i) => !hidden.has(i) && (exact.cells[i]?.value ?? 0) > 0)
    .sort((a, b) => price(a) - price(b))
  for (const cell of [...open, line.whole]) {
    if (findExposed(exact, { ...demand, lines: [line] }, hidden).length === 0) return
    hidden.add(cell)
  }
}

/** likely: cells to look at first; with them, the first that is not safe is enough. */
const auditHidden = (
  search: Search,
  hidden: ReadonlySet<number>,
  likely?: readonly number[],
): Promise<Audit> => {
  const { exact, demand, solve } = search
  const system = toPublishedSystem(exact, hidden, demand.width)
  return solve(toProblem(system), (minimise) => {
    const count: Minimise = (...question) => {
      search.questions += 1
      return minimise(...question)
    }
    return audit(system, count, { isHasty: true, ...(likely && { isVerdictEnough: true, likely }) })
  })
}

/**
 * The linear program of findPartners. Columns: of each number behind the tables a change up and one down, then of each cell;
 * rows: a cell changes by what is behind it.
 */
function toMoves({ columns, cells }: Exact, width: number): Problem {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const [i, { plus }] of cells.entries()) {
    indices.push(...plus.flatMap((column) => [2 * column, 2 * column + 1]), ...moveOf(columns, i))
    values.push(...plus.flatMap(() => [1, -1]), -1, 1)
    starts.push(indices.length)
  }
  const columnUpper = new Float64Array(2 * (columns + cells.length)).fill(width)
  // Nothing falls below nought: a number is at most the smallest cell it stands in.
  for (const { plus, value } of cells)
    for (const column of plus) columnUpper[2 * column + 1] = Math.min(columnUpper[2 * column + 1] ?? 0, value)
  return {
    columns: columnUpper.length,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    lower: new Float64Array(cells.length),
    upper: new Float64Array(cells.length),
    columnUpper,
  }
}

const moveOf = (columns: number, cell: number): [up: number, down: number] => [
  2 * (columns + cell),
  2 * (columns + cell) + 1,
]

/** Of every narrow cell in turn, the cheapest cells that can move with it, up or down, by the width it is owed. */
async function findPartners(
  { exact, demand: { width }, priceOf, owners }: Search,
  hidden: Set<number>,
  narrow: readonly number[],
  minimise: Minimise,
): Promise<void> {
  const { columns, cells } = exact
  const cost = new Float64Array(2 * (columns + cells.length))
  const setPrice = (i: number): void => {
    for (const at of moveOf(columns, i)) cost[at] = hidden.has(i) ? 0 : priceOf(cells[i]?.value ?? 0)
  }
  for (const i of cells.keys()) setPrice(i)
  for (const cell of narrow) {
    const [up, down] = moveOf(columns, cell)
    const ways: { price: number; moved: number[] }[] = []
    for (const [moving, still] of [
      [up, down],
      [down, up],
    ] as const) {
      // Fewer people than the width cannot leave.
      if (moving === down && (cells[cell]?.value ?? 0) < width) continue
      const values = await minimise(cost, false, [
        { column: moving, lower: width, upper: width },
        { column: still, lower: 0, upper: 0 },
      ])
      if (values === null) continue
      const moved = [...cells.keys()].filter((i) => {
        const [a, b] = moveOf(columns, i)
        return !hidden.has(i) && Math.abs((values[a] ?? 0) - (values[b] ?? 0)) > 1e-6
      })
      ways.push({ moved, price: moved.reduce((sum, i) => sum + priceOf(cells[i]?.value ?? 0), 0) })
    }
    const [best] = ways.sort((a, b) => a.price - b.price)
    for (const i of best?.moved ?? []) {
      hidden.add(i)
      owners.set(i, cell)
      setPrice(i)
    }
  }
}

/** What turned out not to be needed is printed again, dearest first. */
async function cleanUp(search: Search, hidden: Set<number>): Promise<Suppressed | null> {
  const { exact, demand, priceOf, owners } = search
  const price = (i: number): number => priceOf(exact.cells[i]?.value ?? 0)
  const extra = [...hidden].filter((i) => !exact.cells[i]?.isPrimary).sort((a, b) => price(b) - price(a))
  let kept = hidden
  const last = search.questions + cleanUpQuestions
  for (const cell of extra) {
    if (search.questions > last) break
    const fewer = new Set([...kept].filter((one) => one !== cell))
    if (findExposed(exact, demand, fewer).length > 0) continue
    const owner = owners.get(cell)
    const { certificate } = await auditHidden(search, fewer, owner === undefined ? [] : [owner])
    if (certificate) kept = fewer
  }
  const { certificate } = await auditHidden(search, kept)
  return certificate ? { hidden: kept, certificate } : null
}
