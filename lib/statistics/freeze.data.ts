import * as z from 'zod'
import { type Sql, sql } from '@/lib/db/sql'
import type { JobWork } from '@/lib/db/work'
import { addKeys } from './cube.rules'
import { publicPolicy } from './disclosure.rules'
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
import { toPads, toUniform } from './snapshot-key'
import { roundNamed } from './table.rules'

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
 * The rows of a snapshot: what was entered in the period, sealed files included, as coarse rows in which no one has an
 * identifier. Everyone adds one row to the unit person and at most five to each other unit, chosen by the snapshot's
 * own chance; numbers and order come from its key and from nothing else.
 *
 * Only who agreed to be counted is counted (docs/adr/0061).
 *
 * One statement, so that no row leaves the database and memory stays the same however many a quarter has:
 * `agreed` who said yes, with their number's key and their turn by it · `seen`, `main`, `based`, `visited`, `topical`, `rarer` what
 * everyone adds to each unit · `born`, `held`, `detained`, `known`, `person` age, nationality, detention, sex and number · `crowded`, `dropped` what is over five of
 * someone, by chance · `event`, `numbered` the numbers of events and rows.
 */
export async function insertFrozenRows(
  { tx }: JobWork,
  { snapshotId, organisationId, period, key }: Freezing,
): Promise<void> {
  const { inner, outer } = toPads(key)
  const bands = ageBands.map(([band]) => band)
  // The last one ends the list: anyone who would be older is of no band.
  const borders = [
    ...ageBands.map(([, lower]) => lower),
    Math.max(...ageBands.map(([, , upper]) => upper)) + 1,
  ]
  const keyOf = (words: Sql) => sql`app.record_key(${inner}::bytea, ${outer}::bytea, ${words})`
  const from = sql`${period.start}::date::timestamp AT TIME ZONE 'Europe/Brussels'`
  const until = sql`(${period.end}::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels'`
  const isEntered = sql`t.organisation_id = ${organisationId}::uuid AND e.created_at >= ${from} AND e.created_at < ${until}`
  // NOT IN is looked up in a table of its own whatever the plan guesses, and NOT EXISTS is not.
  const isKeptVisit = sql`(turn, visit_id) NOT IN (SELECT turn, event FROM dropped WHERE unit = 3)`
  const isKept = sql`(unit, turn, code) NOT IN (SELECT unit, turn, code FROM dropped WHERE unit > 3)`
  // Sorting a quarter of a large organisation on the disk would take most of the time; and what is numbered as it is read has no
  // statistics, from which a plan takes it for few rows that are quickly sorted, for a merge that costs more than hashing them.
  await tx.$executeRaw`SELECT set_config('work_mem', '64MB', true), set_config('enable_mergejoin', 'off', true)`
  await tx.$executeRaw`
    WITH agreed AS MATERIALIZED (
      SELECT person_id, rk, row_number() OVER (ORDER BY rk, person_id) AS turn
        FROM (SELECT person_id, ${keyOf(sql`person_id::text`)} AS rk
                FROM (SELECT app.people_to_count(${period.start}::date, ${period.end}::date) AS person_id) AS said) AS keyed),
    -- First what was entered, then whose it is: no one knows beforehand how many agreed, and a plan that guesses few asks for each of them.
    seen AS MATERIALIZED (
      SELECT a.turn, e.id, e.visit_id, e.met_on, e.team_id, e.centre
        FROM (SELECT e.id, e.person_id, e.visit_id, e.met_on, e.team_id, CASE WHEN p.kind = 'closed_centre' THEN p.slug ELSE ${elsewhere} END AS centre
                FROM encounter e JOIN team t ON t.id = e.team_id JOIN visit v ON v.id = e.visit_id JOIN place p ON p.id = v.place_id
               WHERE ${isEntered} AND e.outcome = 'seen' OFFSET 0) AS e
             JOIN agreed a USING (person_id)),
    -- Where they were met most often; of two such centres, where they were met last.
    main AS MATERIALIZED (
      SELECT DISTINCT ON (turn) turn, centre FROM seen GROUP BY turn, centre
       ORDER BY turn, count(*) DESC, max(met_on) DESC, centre),
    -- The office that met them most often; of two such offices, the one that met them last. Named by its turn, for a name would be text.
    offices AS (
      SELECT id AS team_id, row_number() OVER (ORDER BY created_at, id) AS turn FROM team WHERE organisation_id = ${organisationId}::uuid),
    based AS MATERIALIZED (
      SELECT DISTINCT ON (s.turn) s.turn, 'office-' || o.turn AS office FROM seen s JOIN offices o USING (team_id) GROUP BY s.turn, o.turn
       ORDER BY s.turn, count(*) DESC, max(s.met_on) DESC, o.turn),
    visited AS MATERIALIZED (SELECT DISTINCT turn, visit_id, centre FROM seen),
    -- Units are numbers here, in the order of the list of units.
    topical AS MATERIALIZED (
      SELECT DISTINCT 4 AS unit, s.turn, CASE WHEN i.code IN (SELECT code FROM code_value WHERE list = 'encounter_topic') THEN i.code ELSE 'other' END AS code
        FROM seen s JOIN encounter_item i ON i.encounter_id = s.id AND i.kind = 'topic'),
    -- Signals, and the steps of guardianships and procedures.
    rarer AS MATERIALIZED (
      SELECT DISTINCT 5 AS unit, a.turn, s.code
        FROM signal s JOIN encounter e ON e.id = s.encounter_id JOIN team t ON t.id = e.team_id JOIN agreed a ON a.person_id = e.person_id
       WHERE ${isEntered} AND s.code IN (SELECT code FROM code_value WHERE list = 'concern_type')
       UNION ALL
      SELECT DISTINCT CASE s.unit WHEN 'guardianship' THEN 6 ELSE 7 END, a.turn, step.code
        FROM app.steps_entered(${organisationId}::uuid, ${from}, ${until}) AS s
             JOIN unnest(${steps.units}::text[], ${steps.kinds}::text[], ${steps.codes}::text[]) AS step (unit, kind, code)
               ON step.unit = s.unit AND step.kind = s.kind
             JOIN agreed a USING (person_id)),
    -- In doubt the lowest age counts (lib/people/minority.rules): the latest day of birth that someone claimed.
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
    detained AS MATERIALIZED (
      SELECT * FROM app.detention_entered(${organisationId}::uuid, ${until}, ${period.end}::date)),
    known AS MATERIALIZED (SELECT * FROM app.sexes_known()),
    person AS MATERIALIZED (
      SELECT turn, rk, row_number() OVER (ORDER BY turn) AS number, coalesce((${bands}::text[])[width_bucket(b.years, ${borders}::int[])], ${unknown}) AS age_band,
             CASE WHEN h.country = ANY (${nationalityLeaves}::text[]) THEN h.country ELSE ${unknown} END AS nationality,
             coalesce(o.sex, ${unknown}) AS sex,
             coalesce(d.ending, ${unknown}) AS ending, coalesce(d.length, ${unknown}) AS length
        FROM agreed LEFT JOIN known o USING (person_id) LEFT JOIN born b USING (person_id) LEFT JOIN held h USING (person_id)
             LEFT JOIN detained d USING (person_id)
       WHERE turn IN (SELECT turn FROM main UNION ALL SELECT turn FROM rarer)),
    -- Chance is asked for anyone who has more than five of a unit; all others are taken as they stand.
    crowded AS MATERIALIZED (
      SELECT 2 AS unit, turn FROM seen GROUP BY turn HAVING count(*) > ${contributionCap}
       UNION ALL SELECT 3, turn FROM visited GROUP BY turn HAVING count(*) > ${contributionCap}
       UNION ALL SELECT 4, turn FROM topical GROUP BY turn HAVING count(*) > ${contributionCap}
       UNION ALL SELECT unit, turn FROM rarer GROUP BY unit, turn HAVING count(*) > ${contributionCap}),
    dropped AS MATERIALIZED (
      SELECT unit, turn, event, code
        FROM (SELECT unit, turn, event, code, row_number() OVER (
                       PARTITION BY unit, turn ORDER BY ${keyOf(sql`concat_ws('|', 'order', unit, person_id, event, code)`)}, event, code) AS place
                FROM (SELECT 2 AS unit, turn, id AS event, NULL AS code FROM seen
                       UNION ALL SELECT 3, turn, visit_id, NULL FROM visited
                       UNION ALL SELECT unit, turn, NULL, code FROM topical
                       UNION ALL SELECT unit, turn, NULL, code FROM rarer) AS added
                     JOIN crowded USING (unit, turn) JOIN agreed USING (turn)) AS drawn
       WHERE place > ${contributionCap}),
    -- A conversation is one person's; a visit is of all who were met in it.
    event AS MATERIALIZED (
      SELECT unit, event, key, row_number() OVER (ORDER BY key, unit, event) AS number, turn, centre
        FROM (SELECT unit, event, turn, centre, ${keyOf(sql`unit || '|' || event`)} AS key
                FROM (SELECT 2 AS unit, id AS event, turn, centre FROM seen WHERE id NOT IN (SELECT event FROM dropped WHERE unit = 2)
                       UNION ALL SELECT DISTINCT 3, visit_id, NULL::int8, NULL FROM visited WHERE ${isKeptVisit}) AS one) AS keyed),
    -- The large units are numbered one by one: a sort of all of them together takes three times as long.
    numbered AS (
      SELECT 1 AS unit, row_number() OVER (ORDER BY turn) AS row, turn, NULL::int8 AS event, NULL::int AS key, centre, NULL AS code FROM main
       UNION ALL SELECT 2, row_number() OVER (ORDER BY turn, number), turn, number, key, centre, NULL FROM event WHERE unit = 2
       UNION ALL SELECT 3, row_number() OVER (ORDER BY v.turn, e.number), v.turn, e.number, e.key, v.centre, NULL
                   FROM (SELECT * FROM visited WHERE ${isKeptVisit}) AS v JOIN event e ON e.unit = 3 AND e.event = v.visit_id
       UNION ALL SELECT 4, row_number() OVER (ORDER BY turn, code), turn, NULL, NULL, NULL, code FROM topical WHERE ${isKept}
       UNION ALL SELECT unit, row_number() OVER (PARTITION BY unit ORDER BY turn, code), turn, NULL, NULL, NULL, code FROM rarer WHERE ${isKept})
    INSERT INTO sdc_record (snapshot_id, unit, row, person, rk, event, event_key, hh, org, centre, nationality, age_band, topic, signal, step, sex,
                            office, ending, length)
    SELECT ${snapshotId}::uuid, (${[...units.codes]}::text[])[n.unit], n.row, p.number, p.rk, n.event, n.key,
           -- Families are not counted yet: everyone is a household of their own.
           p.number, 0, n.centre, p.nationality, p.age_band, CASE n.unit WHEN 4 THEN n.code END, CASE n.unit WHEN 5 THEN n.code END,
           CASE WHEN n.unit > 5 THEN n.code END, p.sex, CASE n.unit WHEN 1 THEN b.office END, CASE n.unit WHEN 1 THEN p.ending END,
           CASE n.unit WHEN 1 THEN p.length END
      FROM numbered n JOIN person p USING (turn) LEFT JOIN based b USING (turn)`
}

const counted = z.array(z.object({ persons: z.number(), key: z.string() })).length(1)

/**
 * How many people met in the period are left out because no yes of theirs holds. It is itself a count of people, so it is rounded
 * by the coin of the snapshot as every printed one is: rounded to the nearest ten, a printed 20 would be 20 to 24.
 */
export async function countLeftOut(
  { tx }: JobWork,
  { organisationId, period, key }: Omit<Freezing, 'snapshotId'>,
): Promise<number> {
  const { inner, outer } = toPads(key)
  const [row] = counted.parse(
    await tx.$queryRaw`
      SELECT count(*)::int AS persons,
             mod(coalesce(sum(app.record_key(${inner}::bytea, ${outer}::bytea, person_id::text)::bigint), 0), 4294967296)::text AS key
        FROM (SELECT DISTINCT e.person_id
                FROM encounter e JOIN team t ON t.id = e.team_id
                     LEFT JOIN app.people_to_count(${period.start}::date, ${period.end}::date) AS agreed (person_id)
                            ON agreed.person_id = e.person_id
               WHERE t.organisation_id = ${organisationId}::uuid AND e.outcome = 'seen' AND agreed.person_id IS NULL
                 AND e.created_at >= ${period.start}::date::timestamp AT TIME ZONE 'Europe/Brussels'
                 AND e.created_at < (${period.end}::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels') AS counted`,
  )
  const people = { persons: row?.persons ?? 0, key: addKeys(Number(row?.key ?? 0), 0) }
  return roundNamed(people, publicPolicy, toUniform(key))
}
