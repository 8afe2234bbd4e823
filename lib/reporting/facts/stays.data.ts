import 'server-only'
import { raw, type Sql, sql } from '@/lib/db/sql'

// Pieces of which the facts are made.

export const brussels = (moment: Sql): Sql => sql`(${moment} AT TIME ZONE 'Europe/Brussels')::date`

/** The current rows of a detention: no other one stands in their place, and they were not taken back. */
export const detentionEvents = sql`
  SELECT d.id, d.case_id, d.episode_id, d.team_id, d.kind, d.on_from, d.on_to, d.created_at, d.order_kind, d.ground, d.phase, d.court,
         d.petition_outcome, d.removal_kind, d.removal_outcome, d.isolation_ground, d.channel, d.end_reason
    FROM detention_event d
   WHERE d.withdrawn_because IS NULL AND NOT EXISTS (SELECT FROM detention_event x WHERE x.replaces = d.id)`

/** Each stay in a place of detention, with the day it ended: its own, or the one on which the detention did. */
export const stays = sql`
  SELECT s.id, s.person_id, s.case_id, s.team_id, s.place_id, p.kind AS place_kind, s.episode_id, s.since, coalesce(s.until, ended.day) AS until,
         ${brussels(sql`s.created_at`)} AS entered_on
    FROM place_stay s JOIN place p ON p.id = s.place_id
         LEFT JOIN (SELECT episode_id, max(on_to) AS day FROM (${detentionEvents}) AS e WHERE kind = 'ended' GROUP BY episode_id) AS ended
                ON ended.episode_id = s.episode_id
   WHERE p.kind IN ('closed_centre', 'return_home', 'inad_centre')`

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
