// The statistics of closed periods: freezes what has no snapshot yet, proves its standard tables, deletes what is past its term. Safe to
// run at any time, any number of times: what is frozen stays as it is, and a run that loses a race leaves the winner's.
import { withJobWork } from '@/lib/db/work'
import { toPeriodCode } from '@/lib/statistics/period.rules'
import { insertProven, listUnproven, lockRegisterOf, prove } from '@/lib/statistics/prove.data'
import {
  analyseFrozen,
  endSnapshots,
  insertSnapshot,
  isSnapshotTaken,
  listMissingSnapshots,
} from '@/lib/statistics/snapshot.data'
import { standardSet } from '@/lib/statistics/standard.rules'

const name = 'statistics'

/** Builds what is missing, one transaction a period; tells the codes of the periods it froze. */
export async function runStatisticsJob(): Promise<string[]> {
  const missing = await withJobWork(name, listMissingSnapshots)
  const built: string[] = []
  for (const one of missing) {
    try {
      await withJobWork(name, (work) => insertSnapshot(work, one))
      built.push(toPeriodCode(one.period))
    } catch (error) {
      if (!isSnapshotTaken(error)) throw error
    }
  }
  if (built.length > 0) await withJobWork(name, analyseFrozen)
  return built
}

/**
 * Proves what of the standard set is not proven yet, one table a transaction; tells how many may leave and how many may not.
 * @param most tables of one run
 */
export async function runProofJob(
  set: readonly string[] = standardSet,
  most = Number.POSITIVE_INFINITY,
): Promise<{ proven: number; refused: number }> {
  const told = { proven: 0, refused: 0 }
  for (const one of (await withJobWork(name, (work) => listUnproven(work, set))).slice(0, most)) {
    const proving = await withJobWork(name, (work) => prove(work, one))
    try {
      const isWritten = await withJobWork(name, async (work) => {
        await lockRegisterOf(work, one.organisationId)
        return withJobWork(name, (inner) => insertProven(inner, one, proving))
      })
      // Something was released meanwhile: the next run proves it beside that.
      if (!isWritten) return told
      if (proving.content === null) told.refused += 1
      else told.proven += 1
    } catch (error) {
      if (!isSnapshotTaken(error)) throw error
    }
  }
  return told
}

/** @returns how many frozen periods ended */
export const runEndingJob = (): Promise<number> => withJobWork(name, endSnapshots)
