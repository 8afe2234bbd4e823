import { createHash } from 'node:crypto'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { storedCode } from '@/lib/db/stored-code'
import type { StatsWork } from '@/lib/db/work'
import { dayOf, toDate, toDay } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { readAtoms, readPopulation } from './atom.data'
import { addKeys } from './cube.rules'
import { checkPopulation, policyOf, profiles } from './disclosure.rules'
import { assertLaminar, type Domains, hierarchyOf } from './hierarchy.rules'
import { findBreakdown, measures } from './measure.rules'
import { findPeriod, PERIOD_KINDS, type PeriodKind } from './period.rules'
import type { Asked } from './question.rules'
import { isArchiveAffected } from './register.data'
import { type Metered, meter, meterQuota } from './release.rules'
import { getSnapshotKey } from './snapshot.data'
import { toUniform } from './snapshot-key'
import { protectTable, roundPeople } from './table.rules'

/** period: '2026-Q3' or '2026'. */
export type Question = Asked & { period: string }

export type SnapshotRow = {
  id: string
  kind: PeriodKind
  start: string
  end: string
  /** Day on which it was frozen. */
  frozenOn: string
  /** How many said no, to the nearest ten; 0 when fewer than twenty. */
  leftOut: number
}

/** Frozen periods of the actor's organisation that have not ended, newest first; of two versions of one period the later. */
export async function listSnapshots({ tx }: StatsWork): Promise<SnapshotRow[]> {
  const rows = await tx.snapshot.findMany({
    where: { endedAt: null },
    select: { id: true, periodKind: true, periodStart: true, periodEnd: true, builtAt: true, leftOut: true },
    orderBy: [{ periodEnd: 'desc' }, { periodKind: 'asc' }, { version: 'desc' }],
  })
  const latest = new Map<string, SnapshotRow>()
  for (const row of rows) {
    const kind = PERIOD_KINDS.read(row.periodKind)
    const start = toDay(row.periodStart)
    const known = latest.get(`${kind}|${start}`)
    if (known) continue
    const end = toDay(row.periodEnd)
    latest.set(`${kind}|${start}`, {
      id: row.id,
      kind,
      start,
      end,
      frozenOn: dayOf(row.builtAt),
      leftOut: row.leftOut,
    })
  }
  return [...latest.values()]
}

export async function getSnapshot({ tx }: StatsWork, code: string): Promise<SnapshotRow> {
  const period = findPeriod(code)
  if (!period) throw new NotFound()
  const row = await tx.snapshot.findFirst({
    where: { periodKind: period.kind, periodStart: toDate(period.start), endedAt: null },
    select: { id: true, builtAt: true, leftOut: true },
    orderBy: { version: 'desc' },
  })
  if (!row) throw new NotFound()
  return { id: row.id, ...period, frozenOn: dayOf(row.builtAt), leftOut: row.leftOut }
}

/** Code lists that stand behind the dimensions; every value ever valid, so that an old snapshot keeps its rows. */
export async function readDomains({ tx }: StatsWork): Promise<Domains> {
  const places = await tx.place.findMany({
    where: { kind: 'closed_centre' },
    select: { slug: true },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
  })
  const codes = await tx.codeValue.findMany({
    where: { list: { in: ['encounter_topic', 'concern_type'] } },
    select: { list: true, code: true },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
  })
  const of = (list: string): string[] => [
    ...new Set(codes.filter((one) => one.list === list).map((one) => one.code)),
  ]
  return { centre: places.map((one) => one.slug), topic: of('encounter_topic'), signal: of('concern_type') }
}

const specSchema = z.object({
  levels: z.array(z.string()),
  profile: storedCode(profiles).default('public'),
})

export async function readMetered({ tx }: StatsWork, snapshotId: string): Promise<Metered[]> {
  const rows = await tx.sdcRelease.findMany({ where: { snapshotId }, select: { measure: true, spec: true } })
  return rows.flatMap((row) => {
    const measure = Object.values(measures).find((one) => one.id === row.measure)
    if (!measure) return []
    const { levels, profile } = specSchema.parse(row.spec)
    return [{ unit: measure.unit, levels, policy: policyOf(profile) }]
  })
}

/** Answers a question with protected values only. Throws NotFound for what is not on the list or not closed. */
export async function readTable(work: StatsWork, question: Question) {
  const measure = measures[question.measure]
  const asked = findBreakdown(measure, question.also)
  if (!asked) throw new NotFound()
  const policy = policyOf(question.profile)
  const snapshot = await getSnapshot(work, question.period)
  const u = toUniform(await getSnapshotKey(work, snapshot.id))
  const population = await readPopulation(work, snapshot.id)
  const people = roundPeople({ ...population, key: addKeys(population.key, 0) }, policy, u)
  const verdict = checkPopulation(people, policy)
  const metered = await readMetered(work, snapshot.id)
  const last = metered.at(-1)
  const about = {
    snapshot,
    measure,
    policy,
    verdict,
    /** Tables released from this snapshot so far, and the part of its allowance they used. */
    released: metered.length,
    meter: last ? meter(metered.slice(0, -1), last).meterAfter : 0,
    quota: meterQuota,
  }
  // The population forbids the question.
  if (verdict === 'tooFew' || (verdict === 'oneDimensionOnly' && asked.length > 1))
    return { ...about, table: null }
  const domains = await readDomains(work)
  const table = protectTable({
    measure,
    hierarchies: asked.map((dimension) => assertLaminar(hierarchyOf(dimension, domains))),
    atoms: await readAtoms(work, snapshot.id, measure, asked),
    people,
    policy,
    u,
    levels: question.levels,
    only: question.only,
  })
  return { ...about, table }
}
export type ReadTable = Awaited<ReturnType<typeof readTable>>

export const formats = vocabulary('statistics.formats', ['zip', 'csv', 'json'])
export type Format = CodeOf<typeof formats>
export type ReleasedFile = { body: string | Uint8Array<ArrayBuffer>; fileName: string }

const hashSchema = z.partialRecord(storedCode(formats), z.string())

/**
 * The bytes of a release as they were registered. Throws NotFound for a release of another organisation, and for an archive that
 * holds what others were told in confidence.
 */
export async function getReleasedFile(
  work: StatsWork,
  { release, format }: { release: string; format: Format },
): Promise<ReleasedFile> {
  const row = await work.tx.sdcRelease.findUnique({
    where: { id: release },
    select: { id: true, engineVersion: true, csv: true, json: true, zip: true, fileHashes: true },
  })
  const body = row?.[format]
  if (!row || !body) throw new NotFound()
  if (format === 'zip' && (await isArchiveAffected(work, row))) throw new NotFound()
  if (createHash('sha256').update(body).digest('hex') !== hashSchema.parse(row.fileHashes)[format])
    throw new Error('a released file differs from its hash')
  return { body, fileName: `statistics-${release.toLowerCase()}.${format}` }
}
