import 'server-only'
import { type Sql, sql } from '@/lib/db/sql'
import { BANDS_UNSEEN, DEADLINE_KINDS, OPEN_FOR } from '../band.rules'
import { brussels, type Period } from './stays.data'

// Files as they are opened, left alone and closed, and their deadlines. What the columns are: ../facts.data.ts.

export const filesOpened = sql`
  SELECT f.id::text AS key, NULL::uuid AS person_id, f.id AS case_id, f.team_id, NULL::uuid AS place_id, f.opened_on AS from_day, f.opened_on AS to_day,
         f.opened_on AS entered_on, f.kind
    FROM case_file f`

/** Whole months between two days, in bands: text[] and the months at which each begins. */
const banded = (from: Sql, to: Sql): Sql =>
  sql`(${OPEN_FOR.map(([band]) => band)}::text[])[width_bucket(extract(year FROM age(${to}, ${from})) * 12 + extract(month FROM age(${to}, ${from})), ${OPEN_FOR.map(([, months]) => months)}::numeric[])]`

/** A file that was closed twice is counted for each time, and was open since it was opened again. */
export const filesClosed = (kind: 'closed' | 'reopened'): Sql => sql`
  SELECT c.id::text AS key, NULL::uuid AS person_id, f.id AS case_id, f.team_id, NULL::uuid AS place_id, ${brussels(sql`c.created_at`)} AS from_day,
         ${brussels(sql`c.created_at`)} AS to_day, ${brussels(sql`c.created_at`)} AS entered_on, f.kind, c.reason,
         ${banded(sql`o.opened_on`, brussels(sql`c.created_at`))} AS open_for
    FROM case_closing c JOIN case_file f ON f.id = c.case_id
         CROSS JOIN LATERAL (SELECT coalesce(max(${brussels(sql`x.created_at`)}), f.opened_on) AS opened_on FROM case_closing x
                              WHERE x.case_id = c.case_id AND x.kind = 'reopened' AND x.created_at < c.created_at) AS o
   WHERE c.kind = ${kind}`

/**
 * From each opening to the closing after it: the day a file was closed is not a day it was open. Of a file that was closed before the period and
 * not opened again nothing is left to count.
 */
export const filesOpen = ({ from, until }: Period): Sql => sql`
  SELECT o.case_id::text AS key, NULL::uuid AS person_id, o.case_id, o.team_id, NULL::uuid AS place_id, o.day AS from_day, o.next_day - 1 AS to_day,
         o.day AS entered_on, o.kind, o.day AS known_on, NULL::date AS lost_on
    FROM (SELECT y.*, lead(y.day) OVER (PARTITION BY y.case_id ORDER BY y.at, y.turn) AS next_day
            FROM (WITH opened AS MATERIALIZED (
                    SELECT f.id, f.team_id, f.kind, f.opened_on FROM case_file f
                     WHERE f.opened_on <= ${until}::date AND (f.closed_on IS NULL OR f.closed_on >= ${from}::date))
                  SELECT 'reopened' AS turn, f.id AS case_id, f.team_id, f.kind, f.opened_on AS day, f.opened_on::timestamp AS at FROM opened f
                   UNION ALL
                  SELECT c.kind, f.id, f.team_id, f.kind, ${brussels(sql`c.created_at`)}, c.created_at AT TIME ZONE 'Europe/Brussels'
                    FROM opened f JOIN case_closing c ON c.case_id = f.id) AS y) AS o
   WHERE o.turn = 'reopened' AND (o.next_day IS NULL OR o.next_day > o.day)`

/** Each time in which no one of a file was seen, from its first day or from the last conversation, cut into bands of days. */
export const filesUnseen = (period: Period): Sql => sql`
  SELECT g.key, NULL::uuid AS person_id, g.case_id, g.team_id, NULL::uuid AS place_id, g.seen_on + b.lowest AS from_day,
         least(g.seen_on + b.highest, g.to_day) AS to_day, g.entered_on, g.kind, b.band AS unseen
    FROM (SELECT o.key, o.case_id, o.team_id, o.entered_on, o.kind, s.day AS seen_on,
                 coalesce(lead(s.day) OVER (PARTITION BY o.key, o.from_day ORDER BY s.day) - 1, o.to_day) AS to_day
            FROM (${filesOpen(period)}) AS o
                 CROSS JOIN LATERAL (SELECT o.from_day AS day UNION
                                     SELECT e.met_on FROM encounter e WHERE e.case_id = o.case_id AND e.outcome = 'seen'
                                        AND e.met_on > o.from_day AND e.met_on <= coalesce(o.to_day, 'infinity')) AS s) AS g
         JOIN unnest(${BANDS_UNSEEN.map(([band]) => band)}::text[], ${BANDS_UNSEEN.map(([, lowest]) => lowest)}::int[],
                     ${BANDS_UNSEEN.map(([, , highest]) => highest)}::int[]) AS b(band, lowest, highest)
           ON g.seen_on + b.lowest <= coalesce(g.to_day, 'infinity')`

/** What we had to do or where we had to be by a day, by who closed it in time. What another one took the place of is not counted. */
export const deadlines = sql`
  SELECT d.id::text AS key, NULL::uuid AS person_id, d.case_id, d.team_id, NULL::uuid AS place_id, d.due_on AS from_day, d.due_on AS to_day,
         ${brussels(sql`d.created_at`)} AS entered_on,
         (${Object.values(DEADLINE_KINDS)}::text[])[array_position(${Object.keys(DEADLINE_KINDS)}::text[], d.family)] AS deadline,
         CASE WHEN d.status = 'open' THEN 'open' WHEN d.kept = 'inTime' THEN 'in_time' WHEN d.kept = 'late' THEN 'late' END AS kept
    FROM deadline d JOIN deadline_rule r ON r.id = d.rule_id
   WHERE d.status <> 'superseded' AND r.meaning IN ('act', 'attend')`
