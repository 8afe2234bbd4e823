/** The gate before a release: nothing leaves that, together with everything that has left, would narrow a withheld cell. */
import { audit } from './audit.rules'
import type { Certificate } from './certificate.rules'
import type { Policy } from './disclosure.rules'
import { contributionCap } from './measure.rules'
import type { Minimise, Problem } from './solver'
import { toPublished, toStated } from './stated.rules'
import { type StatedTable, toSystem } from './statement.rules'
import type { ProtectedTable } from './table.rules'

export type Gated = { table: ProtectedTable; certificate: Certificate }
type Solve = <T>(problem: Problem, run: (minimise: Minimise) => Promise<T>) => Promise<T>

/** So many printed numbers may be withheld to save a table; whoever needs more asks for a coarser one. */
const mostMasked = 12

/**
 * Audits a table with all that was released before it. While a cell is too narrow, the smallest printed number of the
 * table is withheld as well: a choice made from printed numbers only, so that it tells nothing new. Null when that
 * does not help, or takes longer than somebody can wait.
 */
export async function passGate(
  table: ProtectedTable,
  before: readonly StatedTable[],
  policy: Policy,
  solve: Solve,
  toProblem: (system: ReturnType<typeof toSystem>) => Problem,
  isLate: () => boolean = () => false,
): Promise<Gated | null> {
  let own = table
  for (let masked = 0; masked <= mostMasked && !isLate(); masked++) {
    const system = toSystem([...before, toStated(toPublished(own), policy)], contributionCap)
    const { certificate } = await solve(toProblem(system), (minimise) =>
      audit(system, minimise, { isVerdictEnough: true }),
    )
    if (certificate) return { table: own, certificate }
    const next = withholdSmallest(own, policy)
    if (next === null) return null
    own = next
  }
  return null
}

/** Of inner cells first: a total helps more readers than a part does. */
function withholdSmallest(table: ProtectedTable, policy: Policy): ProtectedTable | null {
  const printed = table.cells.filter((cell) => cell.flag === 'rounded')
  const inner = printed.filter((cell) => !cell.nodes.includes('total'))
  const [first] = [...(inner.length > 0 ? inner : printed)].sort((a, b) => (a.value ?? 0) - (b.value ?? 0))
  if (!first) return null
  const top = Math.max(policy.threshold - 1, ...table.cells.map((cell) => cell.upper))
  const cells = table.cells.map((cell) =>
    cell === first ? { ...cell, flag: 'not_shown' as const, value: null, lower: 0, upper: top } : cell,
  )
  return { ...table, cells, shown: table.shown - 1, hidden: table.hidden + 1 }
}
