import type { StatsWork } from '@/lib/db/work'
import { no, ok, type Result } from '@/lib/shared/result'
import type { Frozen } from './atom.data'
import type { Certificate } from './certificate.rules'
import type { Policy } from './disclosure.rules'
import type { PlannedTable } from './exact.rules'
import { auditFirst, type Gated, passGate, proveAll, type Solve } from './gate.rules'
import type { Joint } from './joint.rules'
import type { Measure, Unit } from './measure.rules'
import { type Before, idsIn, type Past, readPast, toAudited } from './past.data'
import { type GatedPlan, passPlan } from './plan-gate.rules'
import { rowModel } from './rows.rules'
import { mayRowsLeave } from './rows-gate.rules'
import { type Budget, releaseWork, toBudget, withSolver } from './solver'
import { toPublished, toStated } from './stated.rules'
import type { StatedTable } from './statement.rules'
import type { ProtectedTable } from './table.rules'

/**
 * A certificate with what is needed to build its system again. with: ids of the releases it rests on, in the order of the
 * statements; the own tables come last. periods, kin: the snapshots in that order and what they have in common (joint.rules).
 */
export type Proof = Certificate & { with: readonly string[] } & Pick<Joint, 'periods' | 'kin'>

const everything = (): boolean => true
const inPublic = (one: Before): boolean => one.isPublic

const toProof = (
  past: Past,
  isKnown: (one: Before) => boolean,
  joint: Joint,
  certificate: Certificate,
): Proof => ({
  with: idsIn(past, isKnown, joint),
  periods: joint.periods,
  kin: joint.kin,
  ...certificate,
})

/** With the budget used up nothing was found that would contradict; every other failure is one. */
const unlessUsedUp =
  (budget: Budget) =>
  (error: unknown): null => {
    if (budget.left <= 0 || (error instanceof Error && error.message === 'too many cells to audit'))
      return null
    throw error
  }

/**
 * A proof for readers of an archive: with the public releases alone and what is in the archive itself, because a witness tells
 * what it agrees with (docs/adr/0099). Null when none was found with the work that is left.
 */
async function proveForReaders(
  past: Past,
  own: readonly StatedTable[],
  full: Proof,
  budget: Budget,
): Promise<Proof | null> {
  if (past.before.every(inPublic)) return full
  const solve: Solve = (problem, run) => withSolver(problem, run, budget)
  const { joint, found } = await auditFirst(toAudited(past, inPublic, own), solve, proveAll)
  return found.certificate && toProof(past, inPublic, joint, found.certificate)
}

/** The proof for the register, with every release, no matter who it was for. */
const toFullProof = (past: Past, { joint, certificate }: Pick<Gated, 'joint' | 'certificate'>): Proof =>
  toProof(past, everything, joint, certificate)

/**
 * certificate: for the archive. proof: for the register, with every release, no matter who it was for. most: what it may cost. Throws as
 * readPast does.
 */
export async function auditRelease(
  work: StatsWork,
  snapshotId: string,
  measure: Measure,
  table: ProtectedTable,
  policy: Policy,
  most: number = releaseWork,
): Promise<Result<{ table: ProtectedTable; certificate: Proof; proof: Proof }, 'auditFailed'>> {
  const past = await readPast(work, snapshotId, measure.unit)
  const budget = toBudget(most)
  const prove = async () => {
    const gated = await passGate(
      table,
      (own) => toAudited(past, everything, own),
      policy,
      (problem, run) => withSolver(problem, run, budget),
    )
    if (gated === null) return null
    const proof = toFullProof(past, gated)
    const own = [toStated(toPublished(gated.table), policy, gated.table.least)]
    const certificate = await proveForReaders(past, own, proof, budget)
    return certificate && { table: gated.table, certificate, proof }
  }
  const proven = await prove().catch(unlessUsedUp(budget))
  return proven === null ? no('auditFailed') : ok(proven)
}

/** A table of the standard set as it may leave beside everything that left or is proven already; null when that takes more work than there is, or never can be. */
export async function auditOne(
  work: Frozen,
  snapshotId: string,
  unit: Unit,
  table: ProtectedTable,
  policy: Policy,
  most: number,
): Promise<ProtectedTable | null> {
  const past = await readPast(work, snapshotId, unit, { isProving: true })
  const budget = toBudget(most)
  const gated = await passGate(
    table,
    (own) => toAudited(past, everything, own),
    policy,
    (problem, run) => withSolver(problem, run, budget),
  ).catch(unlessUsedUp(budget))
  return gated?.table ?? null
}

/** The tables of a plan as they may leave beside everything before them; null when they may not. */
export async function auditPlan(
  past: Past,
  tables: readonly PlannedTable[],
): Promise<(Omit<GatedPlan, 'certificate'> & { certificate: Proof; proof: Proof }) | null> {
  const budget = toBudget(releaseWork)
  const prove = async () => {
    const gated = await passPlan(
      tables,
      (own) => toAudited(past, everything, own),
      (problem, run) => withSolver(problem, run, budget),
    )
    if (gated === null) return null
    const proof = toFullProof(past, gated)
    const certificate = await proveForReaders(past, gated.stated, proof, budget)
    return certificate && { ...gated, certificate, proof }
  }
  return prove().catch(unlessUsedUp(budget))
}

/**
 * Whether a file of rows may leave beside every table of the same people that has. After rows or exact tables the database gives
 * no rows at all (docs/adr/0082), and says so itself. Throws as readPast does.
 */
export async function auditRows(
  work: StatsWork,
  snapshotId: string,
  unit: Unit,
  rows: StatedTable,
): Promise<boolean> {
  const past = await readPast(work, snapshotId, unit)
  const budget = toBudget(releaseWork)
  const may = await mayRowsLeave(
    rows,
    (own) => toAudited(past, ({ kind }) => kind === 'table', own),
    rowModel.k,
    (problem, run) => withSolver(problem, run, budget),
  ).catch(unlessUsedUp(budget))
  return may ?? false
}
