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
import { type FrozenRow, type LivePerson, openFreezer } from './snapshot.rules'
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

const personRow = z.object({
  person_id: z.string(),
  encounters: z.array(
    z.object({
      id: z.string(),
      visitId: z.string(),
      isMet: z.boolean(),
      centre: z.string().nullable(),
      metOn: z.string(),
    }),
  ),
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
        wrappedKey: wrap(key, contextOf(id)),
      },
    ],
  })
  const freezePart = openFreezer((text) => toRecordKey(key, text))
  await openPeople(work, { organisationId, period })
  for (let people = await nextPeople(work); people.length > 0; people = await nextPeople(work))
    await insertRows(work, id, freezePart(await readLive(work, people, period)))
  await tx.$executeRaw`CLOSE people_of_period`
  await work.audit({ event: 'snapshot.built', snapshotId: id })
  return id
}

/** A cursor over everybody of a period with her encounters, in an order drawn for this once. */
async function openPeople({ tx }: JobWork, { organisationId, period }: MissingSnapshot): Promise<void> {
  const chance = randomBytes(16)
  await tx.$executeRaw`
    DECLARE people_of_period NO SCROLL CURSOR FOR
    SELECT e.person_id,
           json_agg(json_build_object('id', e.id, 'visitId', e.visit_id, 'isMet', e.outcome = 'seen', 'metOn', e.met_on,
                    'centre', CASE WHEN p.kind = 'closed_centre' THEN p.slug END)) AS encounters
      FROM encounter e JOIN team t ON t.id = e.team_id JOIN visit v ON v.id = e.visit_id JOIN place p ON p.id = v.place_id
     WHERE t.organisation_id = ${organisationId}::uuid
       AND e.created_at >= ${period.start}::date::timestamp AT TIME ZONE 'Europe/Brussels'
       AND e.created_at < (${period.end}::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels'
     GROUP BY e.person_id
     ORDER BY sha256(${chance}::bytea || uuid_send(e.person_id))`
}

type Person = z.infer<typeof personRow>
/** So many at a time that memory stays the same however many a quarter has. */
const nextPeople = async ({ tx }: JobWork): Promise<Person[]> =>
  z.array(personRow).parse(await tx.$queryRaw`FETCH FORWARD 1000 FROM people_of_period`)

const readLive = async ({ tx }: JobWork, people: readonly Person[], period: Period) => {
  const encounters = people.flatMap((person) =>
    person.encounters.map((one) => ({ ...one, personId: person.person_id })),
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
  const known = await readPeople(
    tx,
    people.map((person) => person.person_id),
    period,
  )
  const toItem = ({ encounter_id, code }: z.infer<typeof itemRow>) => ({ encounterId: encounter_id, code })
  return {
    encounters,
    topics: topics.map(toItem),
    signals: signals.map(toItem),
    personOf: (personId: string) => known.get(personId) ?? { nationality: unknown, ageBand: unknown },
  }
}

/** One statement with one value, however many rows: PostgreSQL takes 65,535 values a statement. */
const insertRows = ({ tx }: JobWork, snapshotId: string, rows: readonly FrozenRow[]): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO sdc_record (snapshot_id, unit, row, person, rk, event, event_key, hh, org, centre, nationality, age_band, topic, signal)
    SELECT ${snapshotId}::uuid, unit, row, person, rk, event, "eventKey", hh, org, centre, nationality, "ageBand", topic, signal
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS r(unit text, row int, person int, rk int, event int, "eventKey" int, hh int, org smallint, centre text,
             nationality text, "ageBand" text, topic text, signal text)`

const claimRow = z.object({
  person_id: z.string(),
  born_earliest: z.date().nullable(),
  born_latest: z.date().nullable(),
})
const nationalityRow = z.object({ person_id: z.string(), country: z.string() })

/** Age band on the last day by the claim that protects most; the nationality held for surest on that day. */
async function readPeople(
  tx: JobWork['tx'],
  ids: readonly string[],
  period: Period,
): Promise<Map<string, LivePerson>> {
  const claims = z.array(claimRow).parse(
    await tx.$queryRaw`
      SELECT person_id, born_earliest, born_latest FROM age_claim
       WHERE person_id = ANY (${ids}::uuid[]) AND withdrawn_at IS NULL AND born_earliest IS NOT NULL
         AND born_latest IS NOT NULL`,
  )
  const nationalities = z.array(nationalityRow).parse(
    await tx.$queryRaw`
      SELECT DISTINCT ON (person_id) person_id, country FROM nationality
       WHERE person_id = ANY (${ids}::uuid[]) AND withdrawn_at IS NULL
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
