import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { unwrap, wrap } from '@/lib/crypto/keyring'
import type { JobWork, StatsWork } from '@/lib/db/work'
import { ageRange } from '@/lib/people/age.rules'
import { minority } from '@/lib/people/minority.rules'
import { dayOf, toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { ageBands, toNationalityLeaf, unknown } from './hierarchy.rules'
import { listClosedPeriods, type Period } from './period.rules'
import { engineVersion } from './release.rules'
import { freeze, type LivePerson } from './snapshot.rules'
import { toRecordKey } from './snapshot-key'

export type MissingSnapshot = { organisationId: string; period: Period }

/** Closed periods that have no snapshot yet, of every organisation, oldest first. */
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
      .map((period) => ({ organisationId, period })),
  )
}

const encounterRow = z.object({
  id: z.string(),
  visit_id: z.string(),
  person_id: z.string(),
  outcome: z.string(),
  centre: z.string().nullable(),
  met_on: z.date(),
})
const itemRow = z.object({ encounter_id: z.string(), code: z.string() })

/**
 * Freezes one closed period in the transaction of the Work (REPEATABLE READ): what was entered in it, sealed files
 * included, as coarse rows. Only codes are read; the key is made here and stored wrapped.
 */
export async function insertSnapshot(
  work: JobWork,
  { organisationId, period }: MissingSnapshot,
): Promise<string> {
  const { tx } = work
  const encounters = z.array(encounterRow).parse(
    await tx.$queryRaw`
      SELECT e.id, e.visit_id, e.person_id, e.outcome, e.met_on,
             CASE WHEN p.kind = 'closed_centre' THEN p.slug END AS centre
        FROM encounter e JOIN team t ON t.id = e.team_id JOIN visit v ON v.id = e.visit_id JOIN place p ON p.id = v.place_id
       WHERE t.organisation_id = ${organisationId}::uuid
         AND e.created_at >= ${period.start}::date::timestamp AT TIME ZONE 'Europe/Brussels'
         AND e.created_at < (${period.end}::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels'`,
  )
  const ids = encounters.map((one) => one.id)
  const topics = z.array(itemRow).parse(
    await tx.$queryRaw`
      SELECT i.encounter_id, CASE WHEN i.code IN (SELECT code FROM code_value WHERE list = 'encounter_topic')
                                  THEN i.code ELSE 'other' END AS code
        FROM encounter_item i JOIN encounter e ON e.id = i.encounter_id
       WHERE i.encounter_id = ANY (${ids}::uuid[]) AND i.kind = 'topic' AND e.outcome = 'seen'`,
  )
  const signals = z.array(itemRow).parse(
    await tx.$queryRaw`
      SELECT encounter_id, code FROM signal
       WHERE encounter_id = ANY (${ids}::uuid[])
         AND code IN (SELECT code FROM code_value WHERE list = 'concern_type')`,
  )
  const people = await readPeople(work, [...new Set(encounters.map((one) => one.person_id))], period)

  const id = newId()
  const key = randomBytes(32)
  const rows = freeze({
    encounters: encounters.map((one) => ({
      id: one.id,
      visitId: one.visit_id,
      personId: one.person_id,
      isMet: one.outcome === 'seen',
      centre: one.centre,
      metOn: toDay(one.met_on),
    })),
    topics: topics.map((one) => ({ encounterId: one.encounter_id, code: one.code })),
    signals: signals.map((one) => ({ encounterId: one.encounter_id, code: one.code })),
    personOf: (personId) => people.get(personId) ?? { nationality: unknown, ageBand: unknown },
    keyOf: (text) => toRecordKey(key, text),
  })
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
        wrappedKey: wrap(key, contextOf(id)),
      },
    ],
  })
  // PostgreSQL takes 65,535 parameters a statement.
  const chunk = 3000
  for (let from = 0; from < rows.length; from += chunk) {
    await tx.sdcRecord.createMany({
      data: rows.slice(from, from + chunk).map((row) => ({ ...row, snapshotId: id })),
    })
  }
  await work.audit({ event: 'snapshot.built', snapshotId: id })
  return id
}

const claimRow = z.object({
  person_id: z.string(),
  born_earliest: z.date().nullable(),
  born_latest: z.date().nullable(),
})
const nationalityRow = z.object({ person_id: z.string(), country: z.string() })

/** Age band on the last day by the claim that protects most; the nationality held for surest on that day. */
async function readPeople(
  { tx }: JobWork,
  ids: readonly string[],
  period: Period,
): Promise<Map<string, LivePerson>> {
  const claims = z.array(claimRow).parse(
    await tx.$queryRaw`
      SELECT person_id, born_earliest, born_latest FROM age_claim
       WHERE person_id = ANY (${ids}::uuid[]) AND born_earliest IS NOT NULL AND born_latest IS NOT NULL`,
  )
  const nationalities = z.array(nationalityRow).parse(
    await tx.$queryRaw`
      SELECT DISTINCT ON (person_id) person_id, country FROM nationality
       WHERE person_id = ANY (${ids}::uuid[])
         AND (valid_from IS NULL OR valid_from <= ${period.end}::date)
         AND (valid_to IS NULL OR valid_to > ${period.end}::date)
       ORDER BY person_id, array_position(ARRAY['document', 'said', 'presumed', 'contested', 'not_known', 'declined'], certainty), created_at, id`,
  )
  const countryOf = new Map(nationalities.map((one) => [one.person_id, one.country]))
  const claimsOf = new Map<string, typeof claims>()
  for (const claim of claims) claimsOf.set(claim.person_id, [...(claimsOf.get(claim.person_id) ?? []), claim])
  return new Map(
    ids.map((id) => [
      id,
      {
        nationality: toNationalityLeaf(countryOf.get(id) ?? null),
        ageBand: toAgeBand(claimsOf.get(id) ?? [], period.end),
      },
    ]),
  )
}

function toAgeBand(claims: readonly z.infer<typeof claimRow>[], on: string): string {
  const { because } = minority(
    claims.map((claim) => ({
      basis: 'said' as const,
      bornEarliest: claim.born_earliest === null ? null : toDay(claim.born_earliest),
      bornLatest: claim.born_latest === null ? null : toDay(claim.born_latest),
    })),
    on,
  )
  const years = because === null ? null : (ageRange(because, on)?.from ?? null)
  if (years === null) return unknown
  return ageBands.find(([, lower, upper]) => years >= lower && years <= upper)?.[0] ?? unknown
}

const contextOf = (snapshotId: string): string => `snapshot|${snapshotId}`

/** The snapshot's key, or a throw when the ring no longer holds what closed it. */
export async function getSnapshotKey(work: StatsWork, snapshotId: string): Promise<Uint8Array> {
  const row = await work.tx.snapshot.findUniqueOrThrow({
    where: { id: snapshotId },
    select: { wrappedKey: true },
  })
  return unwrap(row.wrappedKey, contextOf(snapshotId))
}

/** True when another run froze the same period first (unique constraint, or the loser of two transactions). */
export const isSnapshotTaken = (error: unknown): boolean =>
  z.object({ code: z.enum(['P2002', 'P2034']) }).safeParse(error).success
