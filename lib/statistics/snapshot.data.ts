import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { unwrapOrNull, wrap } from '@/lib/crypto/keyring'
import { Damaged } from '@/lib/db/errors'
import type { JobWork } from '@/lib/db/work'
import { dayOf, toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import type { Frozen } from './atom.data'
import { countLeftOut, insertFrozenRows } from './freeze.data'
import { hierarchyVersion } from './hierarchy.rules'
import { lastDayKept, listClosedPeriods, type Period } from './period.rules'
import { engineVersion } from './release.rules'

export type MissingSnapshot = { organisationId: string; period: Period }

/** Closed periods whose term runs and that have no snapshot yet, of every organisation, oldest first. */
export async function listMissingSnapshots(work: JobWork): Promise<MissingSnapshot[]> {
  const firsts = z.array(z.object({ organisation_id: z.string(), first: z.date() })).parse(
    await work.tx.$queryRaw`
      SELECT t.organisation_id, min(e.created_at) AS first
        FROM encounter e JOIN team t ON t.id = e.team_id GROUP BY 1 ORDER BY 1`,
  )
  const built = await work.tx.snapshot.findMany({
    select: { organisationId: true, periodKind: true, periodStart: true },
  })
  const nameOf = (organisationId: string, kind: string, start: string): string =>
    [organisationId, kind, start].join('|')
  const known = new Set(
    built.map((one) => nameOf(one.organisationId, one.periodKind, toDay(one.periodStart))),
  )
  return firsts.flatMap(({ organisation_id: organisationId, first }) =>
    listClosedPeriods(dayOf(first), dayOf(work.now))
      .filter((period) => !known.has(nameOf(organisationId, period.kind, period.start)))
      .filter((period) => lastDayKept(period) >= dayOf(work.now))
      .map((period) => ({ organisationId, period })),
  )
}

/**
 * Freezes one closed period in the transaction of the Work (REPEATABLE READ): what was entered in it, sealed files
 * included, as coarse rows. Only codes are read; the key is made here and stored wrapped.
 */
export async function insertSnapshot(
  work: JobWork,
  { organisationId, period }: MissingSnapshot,
): Promise<string> {
  const { tx } = work
  const id = newId()
  const key = randomBytes(32)
  await tx.snapshot.createMany({
    data: [
      {
        id,
        organisationId,
        periodKind: period.kind,
        periodStart: toDate(period.start),
        periodEnd: toDate(period.end),
        version: 1,
        builtAt: work.now,
        engineVersion,
        hierarchies: hierarchyVersion,
        leftOut: await countLeftOut(work, { organisationId, period, key }),
        wrappedKey: wrap(key, snapshotContext(id)),
      },
    ],
  })
  await insertFrozenRows(work, { snapshotId: id, organisationId, period, key })
  await work.audit({ event: 'snapshot.built', snapshotId: id })
  return id
}

const ended = z.array(z.object({ id: z.string() }))

/**
 * Destroys the keys and the rows of snapshots past their term (period.rules), of every organisation; tells how many. What was released from
 * them stays in the register.
 */
export async function endSnapshots(work: JobWork): Promise<number> {
  const gone = ended.parse(await work.tx.$queryRaw`SELECT ended AS id FROM app.end_snapshots()`)
  for (const { id } of gone) await work.audit({ event: 'snapshot.ended', snapshotId: id })
  return gone.length
}

/** Lets the database count what was frozen, so that it plans well for the first who asks. */
export async function analyseFrozen({ tx }: JobWork): Promise<void> {
  await tx.$executeRaw`SELECT app.analyse_frozen()`
}

/** What binds a closed key to its row. */
export const snapshotContext = (snapshotId: string): string => `snapshot|${snapshotId}`

/** The snapshot's key. Throws Damaged when it does not open or the ring no longer holds what closed it; throws when the snapshot has ended. */
export async function getSnapshotKey(work: Frozen, snapshotId: string): Promise<Uint8Array> {
  const row = await work.tx.snapshot.findUniqueOrThrow({
    where: { id: snapshotId },
    select: { wrappedKey: true },
  })
  if (row.wrappedKey === null) throw new Error('the snapshot has ended and its key is destroyed')
  const key = unwrapOrNull(row.wrappedKey, snapshotContext(snapshotId))
  if (key === null) throw new Damaged({ table: 'snapshot', column: 'wrapped_key', row: snapshotId })
  return key
}

/** True when another run froze the same period first (unique constraint, or the loser of two transactions). */
export const isSnapshotTaken = (error: unknown): boolean =>
  z.object({ code: z.enum(['P2002', 'P2034']) }).safeParse(error).success
