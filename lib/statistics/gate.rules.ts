/** The gate before a release: nothing leaves that, together with everything that has left, would narrow a withheld cell. */
import { type Audit, audit } from './audit.rules'
import type { Certificate } from './certificate.rules'
import type { Policy } from './disclosure.rules'
import type { Joint } from './joint.rules'
import { toProblem } from './problem.rules'
import { reduce } from './reduce.rules'
import { type Minimise, NoPopulation, type Problem } from './solver'
import { toPublished, toStated } from './stated.rules'
import type { StatedTable } from './statement.rules'
import type { ProtectedTable } from './table.rules'

/** joint: in which of the systems the certificate holds. */
export type Gated = { table: ProtectedTable; certificate: Certificate; joint: Joint }
export type Solve = <T>(problem: Problem, run: (minimise: Minimise) => Promise<T>) => Promise<T>
/** Everything that was released, with these tables of the own snapshot last (joint.rules). */
export type JoinTo = (own: readonly StatedTable[]) => readonly Joint[]

/** So many printed numbers may be withheld to save a table; anyone who needs more asks for a coarser one. */
const mostMasked = 12

/**
 * Audits in the first of the systems that no one can prove to contradict itself. Where no population is found in time, nothing later is
 * asked instead: it knows less. Throws `NoPopulation` when all contradict themselves. isWhole: for anyone who asks about single columns.
 */
export async function auditFirst<T = Audit>(
  joints: readonly Joint[],
  solve: Solve,
  run: (joint: Joint, minimise: Minimise) => Promise<T>,
  { isWhole = false }: { isWhole?: boolean } = {},
): Promise<{ joint: Joint; found: T }> {
  for (const [at, joint] of joints.entries()) {
    const isLast = at === joints.length - 1
    try {
      const small = isWhole ? null : reduce(joint)
      const found = await solve(small?.problem ?? toProblem(joint.system), async (own) => {
        const minimise = small?.wrap(own) ?? own
        if (!isLast) await minimise(new Float64Array(joint.system.columns), false)
        return run(joint, minimise)
      })
      return { joint, found }
    } catch (error) {
      if (isLast || !(error instanceof NoPopulation)) throw error
    }
  }
  throw new NoPopulation()
}

/** Whether every cell keeps its width, and the certificate that proves it. */
export const proveAll = ({ system }: Joint, minimise: Minimise): Promise<Audit> =>
  audit(system, minimise, { isVerdictEnough: true })

/**
 * Audits a table with all that was released before it. While a cell is too narrow, the smallest printed number of the
 * table is withheld as well: a choice made from printed numbers only, so that it tells nothing new. Null when that
 * does not help, or takes more work than there is.
 */
export async function passGate(
  table: ProtectedTable,
  joinTo: JoinTo,
  policy: Policy,
  solve: Solve,
): Promise<Gated | null> {
  let own = table
  for (let masked = 0; masked <= mostMasked; masked++) {
    const joints = joinTo([toStated(toPublished(own), policy, own.least)])
    const { joint, found } = await auditFirst(joints, solve, proveAll)
    if (found.certificate) return { table: own, certificate: found.certificate, joint }
    const next = withholdSmallest(own)
    if (next === null) return null
    own = next
  }
  return null
}

/**
 * Of inner cells first: a total helps more readers than a part does. From then on every withheld number of the table has the widest
 * bound: one that was printed could be told from those that are small.
 */
function withholdSmallest(table: ProtectedTable): ProtectedTable | null {
  const printed = table.cells.filter((cell) => cell.flag === 'rounded')
  const inner = printed.filter((cell) => !cell.nodes.includes('total'))
  const [first] = [...(inner.length > 0 ? inner : printed)].sort((a, b) => (a.value ?? 0) - (b.value ?? 0))
  if (!first) return null
  const cells = table.cells.map((cell) =>
    cell === first || cell.flag === 'withheld'
      ? { ...cell, flag: 'withheld' as const, value: null, lower: 0, upper: table.most }
      : cell,
  )
  return { ...table, cells, shown: table.shown - 1, hidden: table.hidden + 1 }
}
