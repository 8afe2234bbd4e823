/**
 * The verifier: checks a certificate with whole numbers and no solver. Small on purpose, so that someone else can read
 * it, or write it again, and need not trust the search that found the witnesses.
 */
import type { System } from './statement.rules'

export type Witness = readonly { column: number; value: number }[]
export type Certificate = {
  witnesses: readonly Witness[]
  /** For each protected statement two witnesses, between which its value differs by the width it is owed. */
  pairs: readonly { statement: number; low: number; high: number }[]
}

export type Flaw =
  | 'notWhole'
  | 'outsideTheTable'
  | 'contradictsAStatement'
  | 'unknownWitness'
  | 'tooNarrow'
  | 'cellWithoutPair'

/** Null when the certificate proves what it says; else the first flaw found. */
export function findFlaw(system: System, { witnesses, pairs }: Certificate): Flaw | null {
  const values: number[][] = []
  for (const witness of witnesses) {
    const population = new Array<number>(system.columns).fill(0)
    for (const { column, value } of witness) {
      if (!Number.isSafeInteger(value) || value <= 0) return 'notWhole'
      if (!Number.isSafeInteger(column) || column < 0 || column >= system.columns) return 'outsideTheTable'
      if (population[column] !== 0) return 'outsideTheTable'
      population[column] = value
    }
    const sums = system.statements.map(
      ({ plus, minus }) =>
        plus.reduce((sum, column) => sum + (population[column] ?? 0), 0) -
        minus.reduce((sum, column) => sum + (population[column] ?? 0), 0),
    )
    for (const [i, { lower, upper }] of system.statements.entries()) {
      const sum = sums[i] ?? 0
      if (sum < lower || sum > upper) return 'contradictsAStatement'
    }
    values.push(sums)
  }
  const proven = new Set<number>()
  for (const { statement, low, high } of pairs) {
    const from = values[low]?.[statement]
    const to = values[high]?.[statement]
    const width = system.statements[statement]?.width
    if (from === undefined || to === undefined || width === undefined) return 'unknownWitness'
    if (to - from < width) return 'tooNarrow'
    proven.add(statement)
  }
  return system.statements.every(({ width }, i) => width === 0 || proven.has(i)) ? null : 'cellWithoutPair'
}
