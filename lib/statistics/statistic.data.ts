import { createHash } from 'node:crypto'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { storedCode } from '@/lib/db/stored-code'
import type { StatsWork } from '@/lib/db/work'
import { dayOf, toDate, toDay } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { type Frozen, readAtoms, readPopulation } from './atom.data'
import { addKeys } from './cube.rules'
import { checkPopulation, policyOf, profiles } from './disclosure.rules'
import {
  assertLaminar,
  type Domains,
  type HierarchyVersion,
  hierarchyOf,
  hierarchyVersions,
  holds,
  officeCode,
} from './hierarchy.rules'
import { findBreakdown, measures } from './measure.rules'
import { findPeriod, PERIOD_KINDS, type PeriodKind } from './period.rules'
import type { Asked } from './question.rules'
import { isArchiveAffected } from './register.data'
import { type Metered, meter, meterQuota } from './release.rules'
import { judgePeople, maySee } from './size.rules'
import { getSnapshotKey } from './snapshot.data'
import { toUniform } from './snapshot-key'
import { type ProtectedTable, protectTable, roundPeople } from './table.rules'

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
  /** For which its rows were frozen. */
  hierarchies: HierarchyVersion
}

/** Frozen periods of the actor's organisation that have not ended, newest first; of two versions of one period the later. */
export async function listSnapshots({ tx }: StatsWork): Promise<SnapshotRow[]> {
  const rows = await tx.snapshot.findMany({
    where: { endedAt: null },
    select: {
      id: true,
      periodKind: true,
      periodStart: true,
      periodEnd: true,
      builtAt: true,
      leftOut: true,
      hierarchies: true,
    },
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
      hierarchies: hierarchyVersions.read(row.hierarchies),
    })
  }
  return [...latest.values()]
}

export async function getSnapshot({ tx }: StatsWork, code: string): Promise<SnapshotRow> {
  const period = findPeriod(code)
  if (!period) throw new NotFound()
  const row = await tx.snapshot.findFirst({
    where: { periodKind: period.kind, periodStart: toDate(period.start), endedAt: null },
    select: { id: true, builtAt: true, leftOut: true, hierarchies: true },
    orderBy: { version: 'desc' },
  })
  if (!row) throw new NotFound()
  return {
    id: row.id,
    ...period,
    frozenOn: dayOf(row.builtAt),
    leftOut: row.leftOut,
    hierarchies: hierarchyVersions.read(row.hierarchies),
  }
}

/** Code lists that stand behind the dimensions; every value ever valid, so that an old snapshot keeps its rows. */
export async function readDomains({ tx }: Frozen, snapshotId: string): Promise<Domains> {
  const { organisationId } = await tx.snapshot.findUniqueOrThrow({
    where: { id: snapshotId },
    select: { organisationId: true },
  })
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
  return {
    centre: places.map((one) => one.slug),
    office: Array.from({ length: await tx.team.count({ where: { organisationId } }) }, (_, i) =>
      officeCode(i + 1),
    ),
    topic: of('encounter_topic'),
    signal: of('concern_type'),
  }
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
  const snapshot = await getSnapshot(work, question.period)
  const counted = await countTable(work, snapshot, question)
  const metered = await readMetered(work, snapshot.id)
  const last = metered.at(-1)
  return {
    snapshot,
    ...counted,
    /** Tables released from this snapshot so far, and the part of its allowance they used. */
    released: metered.length,
    meter: last ? meter(metered.slice(0, -1), last).meterAfter : 0,
    quota: meterQuota,
  }
}
export type ReadTable = Awaited<ReturnType<typeof readTable>>

/** A table of a snapshot, protected and not audited yet; null where it was not frozen, or has too few people. */
export async function countTable(
  work: Frozen,
  snapshot: Pick<SnapshotRow, 'id' | 'hierarchies'>,
  question: Asked,
) {
  const measure = measures[question.measure]
  const asked = findBreakdown(measure, question.also)
  if (!asked) throw new NotFound()
  const policy = policyOf(question.profile)
  const u = toUniform(await getSnapshotKey(work, snapshot.id))
  const population = await readPopulation(work, snapshot.id)
  const people = roundPeople({ ...population, key: addKeys(population.key, 0) }, policy, u)
  // The number of people itself decides from h2 on, and the table then says so (size.rules).
  const isSure = snapshot.hierarchies !== 'h1'
  const verdict = isSure ? judgePeople(population.persons, policy) : checkPopulation(people, policy)
  const domains = await readDomains(work, snapshot.id)
  const hierarchies = asked.map((dimension) =>
    assertLaminar(hierarchyOf(dimension, domains, snapshot.hierarchies)),
  )
  const isFrozen = asked.every((dimension, i) => {
    const wished = question.levels[i] ?? null
    const isLevel = wished === null || hierarchies[i]?.levels.some(({ id }) => id === wished) === true
    return holds(snapshot.hierarchies, dimension) && isLevel
  })
  const table: ProtectedTable | null =
    isFrozen && maySee(verdict, hierarchies, question.levels)
      ? protectTable({
          measure,
          hierarchies,
          atoms: await readAtoms(work, snapshot.id, measure, asked),
          people,
          policy,
          u,
          levels: question.levels,
          only: question.only,
          version: snapshot.hierarchies,
        })
      : null
  return { measure, policy, verdict, isFrozen, table }
}

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
