import { createHash } from 'node:crypto'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { StatsWork, Work } from '@/lib/db/work'
import { dayOf, toDay } from '@/lib/shared/dates'
import { type Affected, findAffected, leakingEngines, mayLeak, unitOf } from './audience.rules'
import { findBreak } from './chain.rules'
import { profiles } from './disclosure.rules'
import { epsilonOf, noisePlans, partsOf } from './noise.rules'
import { PERIOD_KINDS } from './period.rules'
import { twoAdminKinds } from './request.rules'

/** More than an organisation makes in ten years; the chain is only whole when all of it is read. */
const MOST = 5_000

const specSchema = z.object({
  measure: z.string(),
  levels: z.array(z.string()),
  only: z.string().nullable(),
  language: z.string(),
})
const hashSchema = z.record(z.string(), z.string())
const kindSchema = z.enum(['table', ...twoAdminKinds.codes])
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

const columns = {
  id: true,
  number: true,
  snapshotId: true,
  measure: true,
  profile: true,
  spec: true,
  engineVersion: true,
  cellsShown: true,
  cellsHidden: true,
  cellsNew: true,
  meterAfter: true,
  fileHashes: true,
  prevHash: true,
  ownHash: true,
  requestedBy: true,
  kind: true,
  approvedBy: true,
  createdAt: true,
  snapshot: {
    select: {
      periodKind: true,
      periodStart: true,
      periodEnd: true,
      builtAt: true,
      leftOut: true,
      endedAt: true,
    },
  },
  signature: { select: { signedBy: true, signedHash: true, createdAt: true } },
  handovers: { select: { recipient: true } },
} as const

const read = ({ tx }: StatsWork, where: { id?: string } = {}) =>
  tx.sdcRelease.findMany({
    where,
    select: columns,
    orderBy: [{ number: 'asc' }, { createdAt: 'asc' }],
    take: MOST,
  })
type Row = Awaited<ReturnType<typeof read>>[number]

/** 'nationality:region+other' was asked as 'nationality:region'. */
const toAskedCode = ({ spec, profile }: Row): string => {
  const { measure, levels, only } = specSchema.parse(spec)
  return [
    profile,
    measure,
    levels.map((level) => level.replace(/\+other$/, '')).join(','),
    only ?? 'all',
  ].join('/')
}

const toRegistered = (row: Row) => ({
  id: row.id,
  /** Place in the chain; null for what was released before there was one. */
  number: row.number,
  period: {
    kind: PERIOD_KINDS.read(row.snapshot.periodKind),
    start: toDay(row.snapshot.periodStart),
    end: toDay(row.snapshot.periodEnd),
  },
  profile: profiles.read(row.profile),
  /** The question in one word (question.rules), at the levels that were printed. */
  code: row.kind === 'table' ? toAskedCode(row) : `${row.kind}/${row.measure}`,
  kind: kindSchema.parse(row.kind),
  madeBy: row.requestedBy,
  madeAt: row.createdAt,
  /** The second admin; null for tables, which need none. */
  approvedBy: row.approvedBy,
  signature: row.signature && { by: row.signature.signedBy, at: row.signature.createdAt },
})
export type Registered = ReturnType<typeof toRegistered>

const toLinks = (rows: readonly Row[]) =>
  rows.flatMap(({ number, prevHash, ownHash, fileHashes, ...row }) =>
    number === null || prevHash === null || ownHash === null
      ? []
      : { ...row, number, prevHash, ownHash, fileHashes: hashSchema.parse(fileHashes) },
  )

const toAffected = (rows: readonly Row[]): readonly Affected[] =>
  findAffected(
    rows.map((row) => ({
      id: row.id,
      number: row.number,
      snapshotId: row.snapshotId,
      unit: unitOf(row),
      kind: row.kind,
      profile: row.profile,
      engineVersion: row.engineVersion,
      hasArchive: hashSchema.parse(row.fileHashes).zip !== undefined,
      recipients: row.handovers.map(({ recipient }) => recipient),
    })),
  )

/** Whether the archive of a release gives away what others were told in confidence (docs/adr/0099). */
export async function isArchiveAffected(
  work: StatsWork,
  { id, engineVersion }: { id: string; engineVersion: string },
): Promise<boolean> {
  return mayLeak(engineVersion) && toAffected(await read(work)).some((one) => one.id === id)
}

/** How many archives given earlier hold more than their readers may know; the register is read only when there can be any. */
export async function countAffected(work: StatsWork): Promise<number> {
  const old = await work.tx.sdcRelease.count({ where: { engineVersion: { in: [...leakingEngines] } } })
  return old === 0 ? 0 : toAffected(await read(work)).length
}

/** What was ever released, the newest first, and whether anyone wrote into the register. */
export async function listReleases(work: StatsWork) {
  const rows = await read(work)
  return {
    releases: rows.map(toRegistered).reverse(),
    /** Archives given earlier that hold more than their readers may know. */
    affected: toAffected(rows),
    /** The first release that does not fit the one before it; null when the chain is whole. */
    brokenAt: findBreak(toLinks(rows), sha256),
  }
}

/** What stands in the register about one release: what the one who signs it has to know. Throws NotFound for none of the organisation. */
export async function getEntry(work: StatsWork, id: string) {
  const [row] = await read(work, { id })
  if (row === undefined) throw new NotFound()
  const handovers = await work.tx.sdcHandover.findMany({
    where: { releaseId: id },
    select: { id: true, recipient: true, purpose: true, requestedBy: true, createdAt: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return {
    ...toRegistered(row),
    frozenOn: dayOf(row.snapshot.builtAt),
    /** When its rows and its key were deleted; null while the term runs. */
    endedAt: row.snapshot.endedAt,
    /** How many were not counted, to the nearest ten; 0 when fewer than twenty. */
    leftOut: row.snapshot.leftOut,
    engineVersion: row.engineVersion,
    language: specSchema.parse(row.spec).language,
    cellsShown: row.cellsShown,
    cellsHidden: row.cellsHidden,
    cellsNew: row.cellsNew,
    meterAfter: row.meterAfter,
    /** What noise promises; null for what has none. */
    epsilon: row.kind === 'noise' ? epsilonOf(partsOf(noisePlans.read(row.measure))) : null,
    hashes: Object.entries(hashSchema.parse(row.fileHashes)),
    ownHash: row.ownHash,
    /** Its archive is not given out any more; the table without the certificate is. */
    isAffected: await isArchiveAffected(work, row),
    handovers: handovers.map(({ requestedBy, createdAt, ...one }) => ({
      ...one,
      by: requestedBy,
      at: createdAt,
    })),
  }
}
export type Entry = Awaited<ReturnType<typeof getEntry>>

/** Names of colleagues of the organisation by id, also of those who left. */
export const namesOf = async (
  { tx, actor }: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.staff.findMany({
    where: { id: { in: [...new Set(ids)] }, organisationId: actor.organisationId },
    select: { id: true, name: true },
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whether the actor reads and signs what leaves the organisation. */
export const isDataLead = async ({ tx, actor }: Work): Promise<boolean> =>
  (await tx.staff.count({ where: { id: actor.id, leadsDataProtection: true } })) > 0
