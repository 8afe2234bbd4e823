/**
 * Whole populations near a known one, without a solver. Rounded numbers leave room on both sides: most cells can be moved by a few
 * people and every sum still fits. What is found is only a suggestion; the auditor adds it up again.
 */
import { type System, sumOf } from './statement.rules'

type Use = { statement: number; by: number }

/** Which statements a column stands in, and how often. */
function usesOf({ columns, statements }: System): readonly (readonly Use[])[] {
  const uses = Array.from({ length: columns }, () => new Map<number, number>())
  for (const [at, { plus, minus }] of statements.entries()) {
    for (const column of plus) uses[column]?.set(at, (uses[column].get(at) ?? 0) + 1)
    for (const column of minus) uses[column]?.set(at, (uses[column].get(at) ?? 0) - 1)
  }
  return uses.map((own) => [...own].flatMap(([statement, by]) => (by === 0 ? [] : { statement, by })))
}

export type Push = (from: readonly number[], signOf: () => number) => number[]

/** Moves one column after the other up or down, as far as every statement lets it and by `most` at most. */
export function toPush(system: System, most: number): Push {
  const uses = usesOf(system)
  return (from, signOf) => {
    const moved = [...from]
    const sums = system.statements.map((statement) => sumOf(statement, moved))
    for (const [column, own] of uses.entries()) {
      const sign = signOf()
      let step = sign > 0 ? most : Math.min(most, moved[column] ?? 0)
      for (const { statement, by } of own) {
        const { lower = 0, upper = 0 } = system.statements[statement] ?? {}
        const sum = sums[statement] ?? 0
        const room = by * sign > 0 ? upper - sum : sum - lower
        step = Math.min(step, Math.floor(room / Math.abs(by)))
      }
      if (step <= 0) continue
      moved[column] = (moved[column] ?? 0) + sign * step
      for (const { statement, by } of own) sums[statement] = (sums[statement] ?? 0) + sign * step * by
    }
    return moved
  }
}
