import 'server-only'
import { NotSignedIn } from '@/lib/db/errors'
import { type StatsWork, type Work, withStatsWork } from '@/lib/db/work'
import { sessionToken } from '@/lib/server/session'
import { ok } from '@/lib/shared/result'
import { isTableId, type TableId, tables } from './measure.rules'
import { toPeriodCode } from './period.rules'
import { insertRelease, lockRegister, prepareRelease, type Release, type Words } from './release.data'
import {
  getReleasedFile,
  listSnapshots,
  type ReadTable,
  type ReleasedFile,
  readTable,
  type SnapshotRow,
} from './statistic.data'

/**
 * The doors open a Work of the app role, which sees no snapshot at all. Figures are read under the stats role, for the
 * same session, in a transaction of its own beside it; it writes nothing.
 */
async function atDesk<T>(run: (work: StatsWork) => Promise<T>): Promise<T> {
  const token = await sessionToken()
  if (token === null) throw new NotSignedIn()
  return withStatsWork(token, run)
}

export type StatisticsPageData = {
  snapshots: readonly SnapshotRow[]
  table: TableId
  /** Null while no period is closed. */
  read: ReadTable | null
}

/** What the page shows for a question in the URL; a word that is not on the lists falls back to the first choice. */
export const readPage = (asked: {
  period: string | undefined
  table: string | undefined
}): Promise<StatisticsPageData> =>
  atDesk(async (work) => {
    const snapshots = await listSnapshots(work)
    const table = isTableId(asked.table) ? asked.table : 'peopleByCentre'
    const codes = snapshots.map(toPeriodCode)
    const period = codes.find((code) => code === asked.period) ?? codes[0]
    if (period === undefined) return { snapshots, table, read: null }
    return { snapshots, table, read: await readTable(work, { period, ...tables[table] }) }
  })

/** The last closed period that is frozen, and when it was; null while there is none. */
export const readLastFrozen = (): Promise<SnapshotRow | null> =>
  atDesk(async (work) => (await listSnapshots(work))[0] ?? null)

/** Prepared beside the transaction of the Work, written inside it: no release without its line in the trail. */
export async function releaseTable(work: Work, release: Release, words: Words) {
  await lockRegister(work)
  const prepared = await atDesk((desk) => prepareRelease(desk, release, words))
  if (!prepared.ok) return prepared
  await insertRelease(work, prepared.value, release)
  return ok(prepared.value.value)
}

export const fetchReleased = (query: { release: string; format: 'csv' | 'json' }): Promise<ReleasedFile> =>
  atDesk((work) => getReleasedFile(work, query))
