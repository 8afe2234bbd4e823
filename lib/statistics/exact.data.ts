import type { StatsWork } from '@/lib/db/work'
import { no, ok, type Result } from '@/lib/shared/result'
import { audit } from './audit.rules'
import { addKeys } from './cube.rules'
import { checkPopulation, publicPolicy } from './disclosure.rules'
import {
  countPlan,
  type ExactFacts,
  type ExactPlan,
  exactDimensions,
  exactLeast,
  exactShare,
  exactWidth,
  linkPlan,
  type PlannedTable,
  toStatedPlan,
} from './exact.rules'
import { type Proof, proveForReaders, readBefore } from './gate.data'
import { assertLaminar, hierarchyOf } from './hierarchy.rules'
import { contributionCap } from './measure.rules'
import { toProblem } from './problem.rules'
import { readPeople } from './rows.data'
import { getSnapshotKey } from './snapshot.data'
import { toUniform } from './snapshot-key'
import { withSolver } from './solver'
import { toSystem } from './statement.rules'
import { readDomains } from './statistic.data'
import { suppress } from './suppress.rules'
import { roundPeople } from './table.rules'

export type ProtectedPlan = {
  facts: ExactFacts
  tables: readonly PlannedTable[]
  /** Cells of each table as they are printed; null: withheld. */
  printed: readonly (readonly { nodes: readonly string[]; value: number | null }[])[]
  /** For the archive. */
  certificate: Proof
  /** For the register, with every release, whoever it was for. */
  proof: Proof
}

/** The tables of a plan as they may leave; the same snapshot and the same register give the same tables. */
export async function protectPlan(
  work: StatsWork,
  snapshotId: string,
  plan: ExactPlan,
): Promise<Result<ProtectedPlan, 'populationTooSmall' | 'exactTooSparse' | 'auditFailed'>> {
  const people = await readPeople(work, snapshotId, 'who')
  const sum = people.reduce((keys, person) => addKeys(keys, person.key), 0)
  const u = toUniform(await getSnapshotKey(work, snapshotId))
  const rounded = roundPeople({ persons: people.length, key: sum }, publicPolicy, u)
  if (checkPopulation(rounded, publicPolicy) !== 'enough') return no('populationTooSmall')
  const domains = await readDomains(work)
  const hierarchies = new Map(
    exactDimensions.map((dimension) => [dimension, assertLaminar(hierarchyOf(dimension, domains))]),
  )
  const tables = countPlan(plan, people, hierarchies)
  const { exact, lines, placeOf } = linkPlan(tables)
  const done = await suppress(exact, { width: exactWidth, lines, threshold: exactLeast }, withSolver)
  if (done === null) return no('exactTooSparse')
  const isHidden = (cell: PlannedTable['cells'][number]): boolean => done.hidden.has(placeOf.get(cell) ?? -1)
  const printed = exact.cells.length - done.hidden.size
  // Of cells in which somebody is: a place that nobody comes from is no loss.
  const filled = exact.cells.filter(({ value }) => value > 0).length
  if (printed < exactShare * filled) return no('exactTooSparse')
  const before = await readBefore(work, snapshotId, 'person')
  // What was withheld elsewhere and is printed exactly here is printed on purpose: for eleven people at least.
  const told = before.map((one) => ({
    ...one,
    stated: one.stated.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => ({ ...cell, width: 0 })),
    })),
  }))
  const own = tables.map((table) => toStatedPlan(table, isHidden))
  const system = toSystem([...told.flatMap((one) => one.stated), ...own], contributionCap)
  const { certificate: full } = await withSolver(toProblem(system), (minimise) =>
    audit(system, minimise, { isVerdictEnough: true }),
  )
  if (full === null) return no('auditFailed')
  const certificate = await proveForReaders(told, own, full)
  if (certificate === null) return no('auditFailed')
  return ok({
    facts: {
      plan,
      printed,
      withheld: done.hidden.size,
      tables: tables.map(({ axes, cells }) => ({
        axes: axes.map(({ dimension, level }) => ({ dimension, level })),
        cells: cells.map((cell) => ({ nodes: cell.nodes, isPrinted: !isHidden(cell) })),
      })),
    },
    tables,
    printed: tables.map(({ cells }) =>
      cells.map((cell) => ({ nodes: cell.nodes, value: isHidden(cell) ? null : cell.value })),
    ),
    certificate,
    proof: { with: before.map((one) => one.id), ...full },
  })
}
