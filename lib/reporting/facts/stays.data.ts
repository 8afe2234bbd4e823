import 'server-only'
import { raw, type Sql, sql } from '@/lib/db/sql'
import type { Day } from '@/lib/shared/dates'

// Pieces of which the facts are made.

export const brussels = (moment: Sql): Sql => sql`(${moment} AT TIME ZONE 'Europe/Brussels')::date`

/** The current rows of a detention: no other one stands in their place, and they were not taken back. */
export const detentionEvents = sql`
  SELECT d.id, d.case_id, d.episode_id, d.team_id, d.kind, d.on_from, d.on_to, d.created_at, d.order_kind, d.ground, d.phase, d.court,
         d.petition_outcome, d.removal_kind, d.removal_outcome, d.isolation_ground, d.channel, d.end_reason
    FROM detention_event d
   WHERE d.withdrawn_because IS NULL AND NOT EXISTS (SELECT FROM detention_event x WHERE x.replaces = d.id AND x.replaces IS NOT NULL)`

/**
 * A fact may leave out rows that cannot count in the period. isUncertain: it is asked for those that have no certain day in it, and not for
 * those that count.
 */
export type Period = { readonly from: Day; readonly until: Day; readonly isUncertain?: boolean }

/** Each stay in a place of detention, with the day it ended: its own, or the one on which the detention did. */
const staysWith = (condition: Sql): Sql => sql`
  SELECT s.id, s.person_id, s.case_id, s.team_id, s.place_id, p.kind AS place_kind, s.episode_id, s.since, ${brussels(sql`s.created_at`)} AS entered_on,
         coalesce(s.until, (SELECT max(e.on_to) FROM (${detentionEvents}) AS e WHERE e.kind = 'ended' AND e.episode_id = s.episode_id)) AS until
    FROM place_stay s JOIN place p ON p.id = s.place_id
   WHERE p.kind IN ('closed_centre', 'return_home', 'inad_centre') AND ${condition}`

const lasts = (from: Day): Sql => sql`(s.until >= ${from}::date OR s.until IS NULL)`

/** All stays of some people, looked up one person after the other. */
const staysOf = (people: Sql, more: Sql = sql`true`): Sql =>
  staysWith(sql`s.person_id = ANY (ARRAY(${people})) AND ${more}`)

/** Who was held in an episode that someone wrote an end of; its day is certain. */
const withEnd = (day: Sql): Sql => sql`
  SELECT x.person_id FROM place_stay x
   WHERE x.episode_id = ANY (ARRAY(SELECT d.episode_id FROM detention_event d WHERE d.kind = 'ended' AND ${day}))`

/** Of a time in detention the begin is uncertain when that of one of its stays is; nothing of it was written down before its first row. */
const unsurePeople = (from: Day): Sql =>
  sql`SELECT x.person_id FROM place_stay x WHERE x.since IS NULL AND x.created_at >= ${from}::date::timestamp AT TIME ZONE 'Europe/Brussels'`

/** Anyone of whom a stay began or ended in the period: of no one else a time in detention did. */
const peopleIn = ({ from, until }: Period): Sql =>
  sql`SELECT x.person_id FROM place_stay x WHERE x.since BETWEEN ${from}::date AND ${until}::date OR x.until BETWEEN ${from}::date AND ${until}::date
       UNION ${withEnd(sql`d.on_from BETWEEN ${from}::date AND ${until}::date`)}`

/**
 * What figures about stays read together, as parts of a WITH. `near`: stays that may go over a day of the period, and those that began no one
 * knows when; these alone where uncertain days are asked for. `stay`: all stays of anyone of whom a time in detention began or ended in the period, or, where lengths are asked, of anyone who
 * was held on its first day or after it. Of what no statement reads, nothing is counted.
 */
export const staysFor = ({ from, until, isUncertain = false }: Period, hasLengths: boolean): Sql => {
  const near = isUncertain
    ? sql`s.since IS NULL`
    : hasLengths
      ? sql`(s.since IS NULL OR ${lasts(from)})`
      : sql`(s.since IS NULL OR (${lasts(from)} AND s.since <= ${until}::date))`
  // Looked for among those that are near: when an older one ended is known from itself.
  const since = sql`
    SELECT n.* FROM near n WHERE n.person_id IN (SELECT h.person_id FROM held_since h)
     UNION ALL ${staysOf(sql`SELECT h.person_id FROM held_since h`, sql`s.since IS NOT NULL AND s.until < ${from}::date`)}`
  return sql`
    near AS MATERIALIZED (${staysWith(near)}),
    held_since AS MATERIALIZED (
      SELECT n.person_id FROM near n WHERE coalesce(n.until, 'infinity') >= ${from}::date OR n.since >= ${from}::date UNION ${withEnd(sql`d.on_from >= ${from}::date`)}),
    stay AS MATERIALIZED (${
      isUncertain ? staysOf(unsurePeople(from)) : hasLengths ? since : staysOf(peopleIn({ from, until }))
    })`
}

/**
 * The people of a file between two days, as p.person_id beside each row; null where no one is. The day since which the main person is in
 * a file of their own says nothing, and is not asked.
 */
export const withPeople = (row: { caseId: Sql; from: Sql; to: Sql }, when: Sql = sql`true`): Sql => sql`
  LEFT JOIN case_person p ON p.case_id = ${row.caseId} AND p.left_because IS DISTINCT FROM 'mistake' AND ${when}
        AND (p.role = 'principal' OR p.since IS NULL OR ${row.to} IS NULL OR p.since <= ${row.to})
        AND (p.until IS NULL OR ${row.from} IS NULL OR p.until >= ${row.from})`

/** What a row of a register says now: its last revision, unless that one says that all of it was a mistake. */
export const isCurrent = (row: string, table: string): Sql => {
  const [r, t] = [raw(row), raw(table)]
  return sql`${r}.mistake IS NULL AND NOT EXISTS (
    SELECT FROM ${t} x WHERE x.case_id = ${r}.case_id AND x.subject_id = ${r}.subject_id AND x.revision > ${r}.revision)`
}

/** Every row of a chain of corrections with the one that stands in its place now: an answer may name an earlier one. */
export const chains = (table: string): Sql => {
  const t = raw(table)
  return sql`
    WITH RECURSIVE chain AS (
      SELECT e.case_id, e.id AS last, e.id, e.replaces FROM ${t} e
       WHERE NOT EXISTS (SELECT FROM ${t} x WHERE x.case_id = e.case_id AND x.replaces = e.id)
       UNION ALL
      SELECT c.case_id, c.last, e.id, e.replaces FROM chain c JOIN ${t} e ON e.case_id = c.case_id AND e.id = c.replaces)
    SELECT id, last FROM chain`
}

/** A day that is known to the day, else null. */
export const exact = (row: string): Sql =>
  raw(`CASE WHEN ${row}.from_day = ${row}.to_day THEN ${row}.from_day END`)
