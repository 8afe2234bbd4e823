/** Which of all witnesses that were found go into the certificate. */
import type { Certificate } from './certificate.rules'
import { type System, sumOf } from './statement.rules'

/** How far a cell was seen to go, and in which witnesses. */
export type Seen = { low: number; lowAt: number; high: number; highAt: number }

/**
 * Few witnesses, as pairs of column and value; zeros are left out. The narrowest cells choose first, and anyone who finds their width
 * among what was chosen needs no others.
 */
export function chooseWitnesses(
  system: System,
  { witnesses, seen }: { witnesses: readonly (readonly number[])[]; seen: ReadonlyMap<number, Seen> },
  cells: readonly number[],
): Certificate {
  const chosen: { at: number; witness: readonly number[] }[] = []
  const numberOf = (at: number): number => {
    const known = chosen.findIndex((one) => one.at === at)
    if (known >= 0) return known
    return chosen.push({ at, witness: witnesses[at] ?? [] }) - 1
  }
  const roomOf = (index: number): number => {
    const { low, high } = seen.get(index) ?? { low: 0, high: 0 }
    return high - low - (system.statements[index]?.width ?? 0)
  }
  const pairs = new Map<number, { low: number; high: number }>()
  for (const index of [...cells].sort((a, b) => roomOf(a) - roomOf(b))) {
    const statement = system.statements[index]
    const own = seen.get(index)
    if (!statement || !own) continue
    const values = chosen.map(({ witness }) => sumOf(statement, witness))
    const [least, most] = [Math.min(...values), Math.max(...values)]
    pairs.set(
      index,
      most - least >= statement.width
        ? { low: values.indexOf(least), high: values.indexOf(most) }
        : { low: numberOf(own.lowAt), high: numberOf(own.highAt) },
    )
  }
  return {
    witnesses: chosen.map(({ witness }) =>
      witness.flatMap((value, column) => (value === 0 ? [] : [{ column, value }])),
    ),
    pairs: cells.map((statement) => ({ statement, ...(pairs.get(statement) ?? { low: 0, high: 0 }) })),
  }
}
