import type { StatsWork } from '@/lib/db/work'
import { no, ok, type Result } from '@/lib/shared/result'
import { addKeys } from './cube.rules'
import { checkPopulation, publicPolicy } from './disclosure.rules'
import {
  countPlan,
  type ExactFacts,
  type ExactPlan,
  exactDimensions,
  exactShare,
  type PlannedTable,
} from './exact.rules'
import { auditPlan, type Proof } from './gate.data'
import { assertLaminar, hierarchyOf } from './hierarchy.rules'
import { readPast } from './past.data'
import { readPeople } from './rows.data'
import { getSnapshotKey } from './snapshot.data'
import { toUniform } from './snapshot-key'
import { readDomains } from './statistic.data'
import { roundPeople } from './table.rules'

export type ProtectedPlan = {
  facts: ExactFacts
  tables: readonly PlannedTable[]
  /** Cells of each table as they are printed; null: withheld. */
  printed: readonly (readonly { nodes: readonly string[]; value: number | null }[])[]
  /** For the archive. */
  certificate: Proof
  /** For the register, with every release, no matter who it was for. */
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
  const domains = await readDomains(work, snapshotId)
  const hierarchies = new Map(
    exactDimensions.map((dimension) => [dimension, assertLaminar(hierarchyOf(dimension, domains))]),
  )
  const tables = countPlan(plan, people, hierarchies)
  const past = await readPast(work, snapshotId, 'person')
  const gated = await auditPlan(past, tables)
  if (gated === null) return no('auditFailed')
  const { isHidden, printed, withheld, filled, certificate, proof } = gated
  if (printed < exactShare * filled) return no('exactTooSparse')
  return ok({
    facts: {
      plan,
      printed,
      withheld,
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
    proof,
  })
}
