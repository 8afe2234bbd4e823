import 'server-only'
import { type Sql, sql } from '@/lib/db/sql'
import { brussels, detentionEvents, type Period, staysFor } from './stays.data'

// Times in detention from their begin to their end, and what happened in them. What the columns are: ../facts.data.ts.

export const held = sql`
  SELECT s.person_id::text AS key, s.person_id, s.case_id, s.team_id, s.place_id, s.since AS from_day, s.until AS to_day, s.entered_on
    FROM near s`

/**
 * Times in detention, one row each: a person's stays that follow one another without a day between, or that one detention unites, in
 * however many files and centres. A recorded detention is one stretch, from the first day of its stays to their last; a stay without a
 * known begin is certain of its last day. Held again after more than a day is another time. Its place is the first centre, where it ended
 * the last.
 */
const detentions = sql`
  SELECT k.person_id || ' ' || k.number AS key, k.person_id, min(k.case_id::text)::uuid AS case_id, (array_agg(k.team_id ORDER BY k.began, k.id))[1] AS team_id,
         (array_agg(k.place_id ORDER BY k.began, k.id))[1] AS first_place, (array_agg(k.place_id ORDER BY k.began DESC, k.id DESC))[1] AS last_place,
         CASE WHEN bool_and(k.since IS NOT NULL) THEN min(k.since) END AS began,
         CASE WHEN bool_and(k.until IS NOT NULL) THEN max(k.until) END AS left_on,
         max(k.since) AS held_again, min(k.entered_on) AS entered_on, array_agg(k.episode_id ORDER BY k.began, k.id) AS episodes
    FROM (SELECT j.*, sum(j.starts) OVER (PARTITION BY j.person_id ORDER BY j.first_day, j.began, j.id) AS number
            FROM (SELECT i.*, CASE WHEN i.first_day <= 1 + max(i.last_day) OVER (PARTITION BY i.person_id ORDER BY i.first_day, i.began, i.id
                                                               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS starts
                    FROM (SELECT h.*, min(h.began) OVER stretch AS first_day, max(h.reached) OVER stretch AS last_day
                            FROM (SELECT s.*, coalesce(s.since, s.until, '9999-12-30'::date) AS began, coalesce(s.until, '9999-12-30'::date) AS reached
                                    FROM stay s) AS h
                          WINDOW stretch AS (PARTITION BY h.person_id, coalesce(h.episode_id, h.id))) AS i) AS j) AS k
   GROUP BY k.person_id, k.number`

/** How it ended: the last end that someone recorded of it, unless they were held again after it without a day between. */
const endings = sql`
  SELECT k.*, e.end_reason, e.ended_on
    FROM detention k
         LEFT JOIN LATERAL (SELECT d.end_reason, d.on_to AS ended_on FROM (${detentionEvents}) AS d
                             WHERE d.kind = 'ended' AND d.episode_id = ANY (k.episodes) AND d.on_to >= coalesce(k.held_again, d.on_to)
                             ORDER BY d.on_to DESC, d.id LIMIT 1) AS e ON true`

/** What figures about stays and times in detention read together: each is put together once for all of them. */
export const detentionsFor = (period: Period, hasLengths: boolean): Sql => sql`
  ${staysFor(period, hasLengths)}, detention AS MATERIALIZED (${detentions}), ending AS MATERIALIZED (${endings})`

const endGroup = sql`CASE
  WHEN end_reason = 'released_io' THEN 'released_office'
  WHEN end_reason IN ('released_council_chamber', 'released_no_decision_in_time') THEN 'released_court'
  WHEN end_reason = 'released_max_term' THEN 'released_term'
  WHEN end_reason IN ('admitted_territory', 'protection_granted') THEN 'admitted'
  WHEN end_reason IN ('identified_minor', 'thb_victim') THEN 'recognised'
  WHEN end_reason = 'removed' THEN 'removed'
  WHEN end_reason = 'dublin_transferred' THEN 'dublin'
  WHEN end_reason = 'voluntary_departure' THEN 'voluntary'
  WHEN end_reason IN ('transferred_prison', 'transferred_hospital', 'escaped', 'deceased') THEN 'other'
END`

export const ended = sql`
  SELECT k.key, k.person_id, k.case_id, k.team_id, k.last_place AS place_id, coalesce(k.ended_on, k.left_on) AS from_day,
         coalesce(k.ended_on, k.left_on) AS to_day, k.entered_on, nullif(k.end_reason, 'unknown') AS end_reason, ${endGroup} AS "end"
    FROM ending k WHERE coalesce(k.ended_on, k.left_on) IS NOT NULL`

export const entries = sql`
  SELECT k.key, k.person_id, k.case_id, k.team_id, k.first_place AS place_id, k.began AS from_day, k.began AS to_day, k.entered_on,
         (SELECT x.arrest_context FROM detention_episode x WHERE x.id = ANY (k.episodes) AND x.arrest_context <> 'not_known'
           ORDER BY array_position(k.episodes, x.id) LIMIT 1) AS arrest,
         (SELECT d.ground FROM (${detentionEvents}) AS d WHERE d.kind = 'ordered' AND d.episode_id = ANY (k.episodes)
           ORDER BY d.on_from NULLS LAST, d.id LIMIT 1) AS ground
    FROM detention k`

/** Lasts from the first to the last day held; without an end it is still going on. Long ones are met more often. */
export const lengths = sql`
  SELECT k.key, k.person_id, k.case_id, k.team_id, k.first_place AS place_id, k.began AS from_day, coalesce(k.ended_on, k.left_on) AS to_day,
         k.entered_on, m.met_on AS known_on, NULL::date AS lost_on
    FROM ending k
         LEFT JOIN LATERAL (SELECT min(e.met_on) AS met_on FROM encounter e
                             WHERE e.person_id = k.person_id AND e.outcome = 'seen' AND e.met_on >= k.began) AS m ON true`

/**
 * What happened in a detention, a row for each person whom it held: counted once, however many they are. It happened in the stay that goes
 * over its days, else in one that may (no one knows when it began), else in the last.
 */
export const happenings = sql`
  SELECT d.id::text AS key, s.person_id, d.case_id, d.team_id, s.place_id, d.on_from AS from_day, d.on_to AS to_day,
         ${brussels(sql`d.created_at`)} AS entered_on, d.kind AS event, d.order_kind AS "order", d.ground, d.phase, d.court, d.petition_outcome AS petition,
         d.removal_kind AS removal, d.removal_outcome AS attempt, d.isolation_ground AS isolation, d.channel
    FROM (${detentionEvents}) AS d
         LEFT JOIN LATERAL (
           SELECT DISTINCT ON (s.person_id) s.person_id, s.place_id FROM place_stay s WHERE s.episode_id = d.episode_id
            ORDER BY s.person_id, coalesce(2 * (s.since <= d.on_to AND coalesce(s.until, '9999-12-30') >= d.on_from)::int, 1) DESC, s.since DESC NULLS LAST, s.id
         ) AS s ON true`
