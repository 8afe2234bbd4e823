/** Statements as a linear program. */
import type { Problem } from './solver'
import type { Statement, System } from './statement.rules'

/** No one believes that a cell stands for more; without an end, a solver answers nothing at all. */
const mostPeople = 1_000_000

/** That a sum of people is nought or more goes without saying, and the solver is faster without it. */
const saysNothing = ({ minus, lower, upper }: Statement): boolean =>
  minus.length === 0 && lower <= 0 && upper === Number.POSITIVE_INFINITY

export function toProblem(system: System): Problem {
  const statements = system.statements.filter((one) => !saysNothing(one))
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { plus, minus } of statements) {
    const row = new Map<number, number>()
    for (const column of plus) row.set(column, (row.get(column) ?? 0) + 1)
    for (const column of minus) row.set(column, (row.get(column) ?? 0) - 1)
    for (const [column, value] of row) {
      indices.push(column)
      values.push(value)
    }
    starts.push(indices.length)
  }
  return {
    columns: system.columns,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    lower: Float64Array.from(statements, (one) => one.lower),
    upper: Float64Array.from(statements, (one) => one.upper),
    columnUpper: new Float64Array(system.columns).fill(mostPeople),
  }
}
