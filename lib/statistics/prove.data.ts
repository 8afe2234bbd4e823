import * as z from 'zod'
import type { JobWork } from '@/lib/db/work'
import { auditOne } from './gate.data'
import { hierarchyVersion, hierarchyVersions } from './hierarchy.rules'
import { findAsked } from './question.rules'
import { standardSet, standardWork } from './standard.rules'
import { toStored } from './standard.schema'
import { countTable } from './statistic.data'

/** A table of the standard set of a snapshot that was not asked yet. */
export type Unproven = { snapshotId: string; organisationId: string; place: number; code: string }

/** What is still to be proven of periods frozen for the groups of now, quarters before their year, coarse before fine. */
export async function listUnproven(
  { tx }: JobWork,
  set: readonly string[] = standardSet,
): Promise<readonly Unproven[]> {
  const snapshots = await tx.snapshot.findMany({
    where: { hierarchies: hierarchyVersion, endedAt: null },
    select: { id: true, organisationId: true, standard: { select: { place: true } } },
    orderBy: [{ periodEnd: 'asc' }, { periodStart: 'desc' }, { version: 'asc' }],
  })
  return snapshots.flatMap(({ id: snapshotId, organisationId, standard }) =>
    set.flatMap((code, place) =>
      standard.some((one) => one.place === place) ? [] : { snapshotId, organisationId, place, code },
    ),
  )
}

/** content: null when it cannot be proven, or has too few people. seen: how much was there to be audited with. */
export type Proving = { content: string | null; seen: number }

/** Audits one table with everything that left or is proven already. Writes nothing. */
export async function prove(work: JobWork, { snapshotId, organisationId, code }: Unproven): Promise<Proving> {
  const { hierarchies } = await work.tx.snapshot.findUniqueOrThrow({
    where: { id: snapshotId },
    select: { hierarchies: true },
  })
  const asked = findAsked(code)
  if (asked === null) throw new Error('the standard set asks what no list knows')
  const seen = await countSeen(work, organisationId)
  const snapshot = { id: snapshotId, hierarchies: hierarchyVersions.read(hierarchies) }
  const { table, measure, policy } = await countTable(work, snapshot, asked)
  if (table === null || table.axes.length === 0) return { content: null, seen }
  const found = await auditOne(work, snapshotId, measure.unit, table, policy, standardWork)
  return { content: found && toStored(found), seen }
}

/** Releases and proven tables of an organisation. */
async function countSeen({ tx }: JobWork, organisationId: string): Promise<number> {
  const [row] = z
    .array(z.object({ seen: z.number() }))
    .length(1)
    .parse(
      await tx.$queryRaw`
        SELECT ((SELECT count(*) FROM sdc_release WHERE organisation_id = ${organisationId}::uuid)
              + (SELECT count(*) FROM sdc_standard t JOIN snapshot s ON s.id = t.snapshot_id
                  WHERE s.organisation_id = ${organisationId}::uuid))::int AS seen`,
    )
  return row?.seen ?? 0
}

/**
 * Nothing is released while a proven table is written: held until the commit, as by anyone who releases (release.data). What is read
 * after it is read in a transaction of its own, which begins after.
 */
export async function lockRegisterOf({ tx }: JobWork, organisationId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`release:${organisationId}`}, 0))`
}

/** False when something left in between: then it is proven anew. */
export async function insertProven(
  work: JobWork,
  { snapshotId, organisationId, place, code }: Unproven,
  { content, seen }: Proving,
): Promise<boolean> {
  if ((await countSeen(work, organisationId)) !== seen) return false
  await work.tx.sdcStandard.createMany({ data: [{ snapshotId, place, code, content }] })
  return true
}
