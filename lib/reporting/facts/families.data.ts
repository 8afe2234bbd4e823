import 'server-only'
import { raw, type Sql, sql } from '@/lib/db/sql'
import { brussels } from './stays.data'

// Children and families in detention. A child is whom any claim makes one: in doubt the lowest age counts (lib/people/minority.rules.ts).

/** The eighteenth birthday; of who was born on 29 February the first of March. */
const adultOn = (born: Sql): Sql =>
  sql`((${born} + interval '18 years')::date + (extract(day FROM ${born}) <> extract(day FROM ${born} + interval '18 years'))::int)`

const agesOf = (personId: Sql): Sql => sql`
  SELECT ${adultOn(sql`max(a.born_latest)`)} AS adult_on, ${adultOn(sql`min(a.born_latest)`)} AS earliest_adult_on
    FROM age_claim a WHERE a.person_id = ${personId} AND a.withdrawn_at IS NULL AND a.born_latest IS NOT NULL`

/**
 * A child’s days in detention, up to the last one before they are eighteen; null while it lasts. Whether someone held since an unknown day was
 * held as a child is known only if they left as one. Disputed: another claim says adult.
 */
const childStays = sql`
  SELECT s.id, s.person_id, s.case_id, s.team_id, s.place_id, s.place_kind, s.since AS from_day,
         CASE WHEN s.since IS NOT NULL OR s.until < b.adult_on THEN least(s.until, b.adult_on - 1) END AS to_day, s.entered_on,
         CASE WHEN b.earliest_adult_on <= s.since THEN 'disputed' ELSE 'undisputed' END AS minority
    FROM near s CROSS JOIN LATERAL (${agesOf(sql`s.person_id`)}) AS b
   WHERE b.adult_on IS NOT NULL AND (s.since IS NULL OR s.since < b.adult_on)`

export const childrenHeld = sql`
  SELECT e.person_id::text AS key, e.person_id, e.case_id, e.team_id, e.place_id, e.from_day, e.to_day, e.entered_on, e.place_kind AS centre,
         e.minority
    FROM (${childStays}) AS e`

/** Each day of each child once, in whichever centre. */
export const childDays = sql`
  SELECT e.person_id || ' ' || d.day AS key, e.person_id, e.case_id, e.team_id, e.place_id, d.day::date AS from_day, d.day::date AS to_day,
         e.entered_on, e.minority
    FROM (${childStays}) AS e
         CROSS JOIN LATERAL generate_series(e.from_day, least(e.to_day, ${brussels(sql`app.now()`)}), interval '1 day') AS d(day)`

const isKin = (row: string): Sql =>
  raw(`${row}.role <> 'companion' AND ${row}.left_because IS DISTINCT FROM 'mistake'`)
/** In the file on a day of the stay. */
const isThere = (row: string): Sql =>
  raw(`(${row}.until IS NULL OR s.since IS NULL OR ${row}.until >= s.since)
    AND (${row}.role = 'principal' OR ${row}.since IS NULL OR s.until IS NULL OR ${row}.since <= s.until)`)
const days = (first: string, last: string): Sql =>
  raw(`CASE WHEN ${first} > ${last} THEN 'empty'::daterange ELSE daterange(${first}, ${last}, '[]') END`)

/** A file with two people of a family or more, one of them a child on the first day that one of them is held. Without an age a child is who has that role. */
export const heldFamilies = sql`
  SELECT s.case_id::text AS key, NULL::uuid AS person_id, s.case_id, s.team_id, s.place_id, s.since AS from_day, s.until AS to_day, s.entered_on
    FROM near s
   WHERE EXISTS (SELECT FROM case_person o WHERE o.case_id = s.case_id AND o.person_id <> s.person_id)
     AND (SELECT count(*) >= 2 AND bool_or(coalesce(b.adult_on > s.since, p.role = 'child'))
            FROM case_person p LEFT JOIN LATERAL (${agesOf(sql`p.person_id`)}) AS b ON true
           WHERE p.case_id = s.case_id AND ${isKin('p')} AND ${isThere('p')})`

/** The days on which one of a family is held and another one in the same file is not. */
export const splitFamilies = sql`
  WITH days AS MATERIALIZED (SELECT t.person_id, range_agg(${days('t.since', 't.until')}) AS held FROM near t GROUP BY t.person_id)
  SELECT s.case_id::text AS key, NULL::uuid AS person_id, s.case_id, s.team_id, s.place_id, lower(r.days) AS from_day, upper(r.days) - 1 AS to_day,
         s.entered_on
    FROM near s
         JOIN case_person p ON p.case_id = s.case_id AND p.person_id = s.person_id AND ${isKin('p')}
         JOIN case_person o ON o.case_id = s.case_id AND o.person_id <> s.person_id AND ${isKin('o')} AND ${isThere('o')}
         LEFT JOIN days t ON t.person_id = o.person_id
         CROSS JOIN LATERAL (
           SELECT greatest(s.since, CASE WHEN o.role <> 'principal' THEN o.since END) AS first, least(s.until, o.until) AS last) AS both_in
         CROSS JOIN LATERAL unnest(
           datemultirange(${days('both_in.first', 'both_in.last')})
           - coalesce(t.held, '{}')) AS r(days)
   WHERE s.since IS NOT NULL`
