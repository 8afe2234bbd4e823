import * as z from 'zod'
import type { JobWork } from '@/lib/db/work'
import {
  ageBands,
  elsewhere,
  guardianshipSteps,
  nationalityLeaves,
  traffickingSteps,
  unknown,
} from './hierarchy.rules'
import { contributionCap, units } from './measure.rules'
import type { Period } from './period.rules'
import { toPads } from './snapshot-key'

export type Freezing = {
  readonly snapshotId: string
  readonly organisationId: string
  readonly period: Period
  readonly key: Uint8Array
}

/** Kinds of events and the code each counts as, side by side. */
const pairs = Object.entries({ guardianship: guardianshipSteps, trafficking: traffickingSteps }).flatMap(
  ([unit, own]) =>
    Object.entries<readonly string[]>(own).flatMap(([code, kinds]) =>
      kinds.map((kind) => ({ unit, kind, code })),
    ),
)
const steps = {
  units: pairs.map((one) => one.unit),
  kinds: pairs.map((one) => one.kind),
  codes: pairs.map((one) => one.code),
}

/**
 * The rows of a snapshot: what was entered in the period, sealed files included, as coarse rows in which nobody has an
 * identifier. Everybody adds one row to the unit person and at most five to each other unit, chosen by the snapshot's
 * own chance; numbers and order come from its key and from nothing else.
 *
 * Only who agreed to be counted is counted (docs/adr/0061).
 *
 * One statement, so that no row leaves the database and memory stays the same however many a quarter has:
 * `agreed` who said yes · `entered`, `met`, `stepped` what was entered, and of whom that is counted · `born`, `held` age and nationality on the last day · `draft` what everybody adds ·
 * `kept` five of each · `person`, `event` their numbers.
 */
export async function insertFrozenRows(
  { tx }: JobWork,
  { snapshotId, organisationId, period, key }: Freezing,
): Promise<void> {
  const { inner, outer } = toPads(key)
  const bands = ageBands.map(([band]) => band)
  // The last one ends the list: whoever would be older is of no band.
  const borders = [
    ...ageBands.map(([, lower]) => lower),
    Math.max(...ageBands.map(([, , upper]) => upper)) + 1,
  ]
  // Sorting a quarter of a large house on the disk would take most of the time.
  await tx.$executeRaw`SET LOCAL work_mem = '64MB'`
  await tx.$executeRaw`
    WITH agreed AS MATERIALIZED (SELECT app.people_to_count(${period.start}::date, ${period.end}::date) AS person_id),
    -- First what was entered, then whose it is: nobody knows beforehand how many agreed, and a plan that guesses few asks for each of them.
    entered AS MATERIALIZED (
      SELECT e.id, e.person_id, e.visit_id, e.outcome = 'seen' AS is_met, e.met_on,
             CASE WHEN p.kind = 'closed_centre' THEN p.slug ELSE ${elsewhere} END AS centre
        FROM encounter e JOIN team t ON t.id = e.team_id JOIN visit v ON v.id = e.visit_id JOIN place p ON p.id = v.place_id
       WHERE t.organisation_id = ${organisationId}::uuid
         AND e.created_at >= ${period.start}::date::timestamp AT TIME ZONE 'Europe/Brussels'
         AND e.created_at < (${period.end}::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels'),
    met AS MATERIALIZED (SELECT * FROM entered e WHERE EXISTS (SELECT FROM agreed a WHERE a.person_id = e.person_id)),
    stepped AS (
      SELECT s.unit, s.person_id, step.code
        FROM app.steps_entered(${organisationId}::uuid, ${period.start}::date::timestamp AT TIME ZONE 'Europe/Brussels',
               (${period.end}::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels') AS s
             JOIN unnest(${steps.units}::text[], ${steps.kinds}::text[], ${steps.codes}::text[]) AS step (unit, kind, code)
               ON step.unit = s.unit AND step.kind = s.kind
       WHERE EXISTS (SELECT FROM agreed a WHERE a.person_id = s.person_id)),
    -- In doubt the lowest age counts (lib/people/minority.rules): the latest day of birth that somebody claimed.
    born AS (
      SELECT person_id, greatest(0, extract(year FROM age(${period.end}::date, max(born_latest))))::int AS years
        FROM age_claim WHERE withdrawn_at IS NULL AND born_earliest IS NOT NULL AND born_latest IS NOT NULL
       GROUP BY person_id),
    held AS (
      SELECT DISTINCT ON (person_id) person_id, country FROM nationality
       WHERE withdrawn_at IS NULL AND (valid_from IS NULL OR valid_from <= ${period.end}::date)
         AND (valid_to IS NULL OR valid_to > ${period.end}::date)
       ORDER BY person_id, array_position(ARRAY['document', 'said', 'presumed', 'contested', 'not_known', 'declined'], certainty),
                created_at, id),
    -- Where she was met most often; of two such centres, where she was met last.
    main AS (
      SELECT DISTINCT ON (person_id) person_id, centre FROM met WHERE is_met GROUP BY person_id, centre
       ORDER BY person_id, count(*) DESC, max(met_on) DESC, centre),
    -- Units are numbers here, in the order of the list at the end: a quarter is sorted by them.
    draft AS MATERIALIZED (
      SELECT 1 AS unit, person_id, centre, NULL::uuid AS event, NULL AS code FROM main
       UNION ALL SELECT 2, person_id, centre, id, NULL FROM met WHERE is_met
       UNION ALL (SELECT DISTINCT 3, person_id, centre, visit_id, NULL FROM met WHERE is_met)
       UNION ALL (SELECT DISTINCT 4, m.person_id, NULL, NULL::uuid, CASE WHEN i.code IN (SELECT code FROM code_value WHERE list = 'encounter_topic') THEN i.code ELSE 'other' END
                    FROM met m JOIN encounter_item i ON i.encounter_id = m.id AND i.kind = 'topic'
                   WHERE m.is_met)
       UNION ALL (SELECT DISTINCT 5, m.person_id, NULL, NULL::uuid, s.code
                    FROM met m JOIN signal s ON s.encounter_id = m.id JOIN code_value c ON c.list = 'concern_type' AND c.code = s.code)
       UNION ALL (SELECT DISTINCT CASE unit WHEN 'guardianship' THEN 6 ELSE 7 END, person_id, NULL, NULL::uuid, code FROM stepped)),
    -- Chance is asked for whoever has more than five; all others are taken as they stand, without sorting them.
    crowded AS (SELECT person_id, unit FROM draft GROUP BY person_id, unit HAVING count(*) > ${contributionCap}),
    drawn AS (
      SELECT d.*, row_number() OVER (PARTITION BY person_id, unit ORDER BY app.record_key(${inner}::bytea, ${outer}::bytea,
                 concat_ws('|', 'order', unit, person_id, event, code)), event, code) AS place
        FROM draft d JOIN crowded USING (person_id, unit)),
    kept AS MATERIALIZED (
      SELECT unit, person_id, centre, event, code FROM draft d
       WHERE NOT EXISTS (SELECT FROM crowded c WHERE c.person_id = d.person_id AND c.unit = d.unit)
       UNION ALL
      SELECT unit, person_id, centre, event, code FROM drawn WHERE place <= ${contributionCap}),
    person AS (
      SELECT person_id, rk, row_number() OVER (ORDER BY rk, person_id) AS number, coalesce((${bands}::text[])[width_bucket(b.years, ${borders}::int[])], ${unknown}) AS age_band,
             CASE WHEN h.country = ANY (${nationalityLeaves}::text[]) THEN h.country ELSE ${unknown} END AS nationality
        FROM (SELECT person_id, app.record_key(${inner}::bytea, ${outer}::bytea, person_id::text) AS rk
                FROM (SELECT DISTINCT person_id FROM kept) AS one) AS keyed
             LEFT JOIN born b USING (person_id) LEFT JOIN held h USING (person_id)),
    event AS (
      SELECT unit, event, key, row_number() OVER (ORDER BY key, unit, event) AS number
        FROM (SELECT unit, event, app.record_key(${inner}::bytea, ${outer}::bytea, unit || '|' || event) AS key
                -- A conversation is one person's; a visit is of all who were met in it.
                FROM (SELECT unit, event FROM kept WHERE unit = 2
                       UNION ALL SELECT DISTINCT unit, event FROM kept WHERE unit = 3) AS one) AS keyed)
    INSERT INTO sdc_record (snapshot_id, unit, row, person, rk, event, event_key, hh, org, centre, nationality, age_band, topic, signal, step)
    SELECT ${snapshotId}::uuid, (${[...units]}::text[])[k.unit],
           row_number() OVER (PARTITION BY k.unit ORDER BY p.number, e.number, k.code), p.number, p.rk, e.number, e.key,
           -- Families are not counted yet: everybody is a household of her own.
           p.number, 0, k.centre, p.nationality, p.age_band, CASE k.unit WHEN 4 THEN k.code END, CASE k.unit WHEN 5 THEN k.code END,
           CASE WHEN k.unit > 5 THEN k.code END
      FROM kept k JOIN person p USING (person_id) LEFT JOIN event e ON e.unit = k.unit AND e.event = k.event`
}

const rounded = z.array(z.object({ left_out: z.number() })).length(1)

/**
 * How many people met in the period are left out because no yes of theirs stands, to the nearest ten and 0 below twenty. It is
 * itself a count of people: the number never leaves the statement.
 */
export async function countLeftOut(
  { tx }: JobWork,
  { organisationId, period }: Pick<Freezing, 'organisationId' | 'period'>,
): Promise<number> {
  const [row] = rounded.parse(
    await tx.$queryRaw`
      SELECT CASE WHEN n < 20 THEN 0 ELSE round(n / 10.0)::int * 10 END AS left_out
        FROM (SELECT count(DISTINCT e.person_id) AS n
                FROM encounter e JOIN team t ON t.id = e.team_id
                     LEFT JOIN app.people_to_count(${period.start}::date, ${period.end}::date) AS agreed (person_id)
                            ON agreed.person_id = e.person_id
               WHERE t.organisation_id = ${organisationId}::uuid AND e.outcome = 'seen' AND agreed.person_id IS NULL
                 AND e.created_at >= ${period.start}::date::timestamp AT TIME ZONE 'Europe/Brussels'
                 AND e.created_at < (${period.end}::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels') AS counted`,
  )
  return row?.left_out ?? 0
}
