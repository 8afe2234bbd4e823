import 'server-only'
import { type Sql, sql } from '@/lib/db/sql'
import { brussels, chains, exact } from './stays.data'

// Minors without parents. A row of a guardianship names its person.

/** Ordered as the room does (lib/guardianship/event.rules.ts): `at` is the day it is known to the day, else the one it stands on. */
const events = sql`
  SELECT e.id, e.case_id, e.person_id, e.team_id, e.kind, e.outcome, e.form, e.concerns, e.on_from AS from_day, e.on_to AS to_day,
         CASE WHEN e.on_from = e.on_to THEN e.on_from ELSE e.stands_on END AS at, ${brussels(sql`e.created_at`)} AS entered_on
    FROM guardianship_event e
   WHERE e.kind <> 'taken_back' AND NOT EXISTS (SELECT FROM guardianship_event x WHERE x.case_id = e.case_id AND x.replaces = e.id)`

const columns = sql`e.person_id, e.case_id, e.team_id, NULL::uuid AS place_id`
const formOf = (kind: string): Sql => sql`CASE WHEN e.kind = ${kind} THEN e.form END`
const outcomeOf = (kind: string): Sql => sql`CASE WHEN e.kind = ${kind} THEN e.outcome END`

export const minorEvents = sql`
  SELECT e.id::text AS key, ${columns}, e.from_day, e.to_day, e.entered_on, e.kind AS event, ${formOf('reported')} AS reporter,
         ${formOf('age_doubted')} AS doubt_source, ${formOf('age_assessed')} AS age_method, ${outcomeOf('age_assessed')} AS age_result,
         ${outcomeOf('decided')} AS identification, ${formOf('placed')} AS arrangement, ${outcomeOf('solution')} AS solution,
         ${outcomeOf('found')} AS found
    FROM (${events}) AS e`

/** What turns a wait for a guardian on or off, as lib/guardianship/state.rules.ts reads it. Someone reported waits from that day. */
const turns = sql`
  SELECT e.*, row_number() OVER (
           PARTITION BY e.person_id
           ORDER BY e.at,
                    CASE e.kind WHEN 'reported' THEN 1 WHEN 'age_doubted' THEN 2 WHEN 'decided' THEN 3
                                WHEN 'guardian_ended' THEN CASE WHEN e.had > 0 THEN 4 ELSE 6 END ELSE 5 END, e.id) AS n
    FROM (SELECT x.*, sum(CASE x.kind WHEN 'guardian_appointed' THEN 1 WHEN 'guardian_ended' THEN -1 ELSE 0 END) OVER (
                        PARTITION BY x.person_id ORDER BY x.at RANGE BETWEEN UNBOUNDED PRECEDING AND '1 day' PRECEDING) AS had
            FROM (${events}) AS x
           WHERE x.kind IN ('reported', 'age_doubted', 'decided', 'guardian_ended', 'guardian_appointed')) AS e`

/**
 * A guardian, the end of the guardianship and a decision that the person is no minor or not alone end a wait. A guardian who resigns begins
 * one again, a decision that says the contrary too, and a new doubt about the age after one.
 */
const waiting = sql`
  SELECT r.*, r.stopped_by IS NOT DISTINCT FROM 'resigned'
          OR (r.reported IS NOT NULL
              AND (r.stop IS NULL OR (r.stopped_by <> 'guardian' AND coalesce(r.identified > r.stop, false))
                   OR (r.stopped_by = 'no_minor' AND coalesce(r.doubted > r.stop, false)))) AS waits
    FROM (SELECT t.*, first_value(t.stops) OVER (PARTITION BY t.person_id, t.stop ORDER BY t.n) AS stopped_by
            FROM (SELECT u.*, max(u.n) FILTER (WHERE u.stops IS NOT NULL) OVER w AS stop,
                         max(u.n) FILTER (WHERE u.kind = 'reported') OVER w AS reported,
                         max(u.n) FILTER (WHERE u.kind = 'decided' AND u.stops IS NULL) OVER w AS identified,
                         max(u.n) FILTER (WHERE u.kind = 'age_doubted') OVER w AS doubted
                    FROM (SELECT v.*, CASE WHEN v.kind = 'guardian_appointed' THEN 'guardian'
                                           WHEN v.kind = 'guardian_ended' AND v.outcome = 'guardian_resigned' THEN 'resigned'
                                           WHEN v.kind = 'guardian_ended' THEN 'ended'
                                           WHEN v.kind = 'decided' AND v.outcome IN ('not_minor', 'not_unaccompanied') THEN 'no_minor' END AS stops
                            FROM (${turns}) AS v) AS u
                  WINDOW w AS (PARTITION BY u.person_id ORDER BY u.n)) AS t) AS r`

/** Each wait from the row that began it to the one that ended it. */
const waits = sql`
  SELECT * FROM (
    SELECT c.*, lead(c.kind) OVER w AS ended_by, lead(c.from_day) OVER w AS ended_from, lead(c.to_day) OVER w AS ended_to, lead(c.at) OVER w AS ended_at
      FROM (SELECT x.*, lag(x.waits) OVER (PARTITION BY x.person_id ORDER BY x.n) AS waited FROM (${waiting}) AS x) AS c
     WHERE c.waits <> coalesce(c.waited, false)
    WINDOW w AS (PARTITION BY c.person_id ORDER BY c.n)) AS b
   WHERE b.waits`

/** The days that are certain: from the last on which it can have begun to the day before the first on which it can have ended. */
export const withoutGuardian = sql`
  SELECT e.id::text AS key, ${columns}, CASE WHEN e.ended_by IS NULL OR e.ended_from IS NOT NULL THEN e.to_day END AS from_day,
         e.ended_from - 1 AS to_day, e.entered_on
    FROM (${waits}) AS e WHERE coalesce(e.ended_from > e.to_day, true)`

/** Only a guardian ends a wait; what ends it otherwise says until when it was followed. */
export const guardianWaits = sql`
  SELECT e.id::text AS key, ${columns}, CASE WHEN e.ended_by IS NULL OR e.ended_from = e.ended_to THEN ${exact('e')} END AS from_day,
         CASE WHEN e.ended_by = 'guardian_appointed' THEN e.ended_to END AS to_day, e.entered_on, f.opened_on AS known_on,
         least(f.closed_on, CASE WHEN e.ended_by <> 'guardian_appointed' THEN e.ended_to END) AS lost_on
    FROM (${waits}) AS e JOIN case_file f ON f.id = e.case_id`

/** A disappearance with the first time that someone said how it ended. */
const missing = sql`
  SELECT e.*, d.outcome AS found, coalesce(d.outcome <> 'closed_no_news', false) AS is_found, d.from_day AS found_from, d.to_day AS found_to
    FROM (${events}) AS e
         LEFT JOIN (SELECT DISTINCT ON (c.last) c.last, x.* FROM (${events}) AS x JOIN (${chains('guardianship_event')}) AS c ON c.id = x.concerns
                     WHERE x.kind = 'found' ORDER BY c.last, x.at, x.id) AS d ON d.last = e.id
   WHERE e.kind = 'missing'`

/** To stop looking is not to find. Only the days that are certain, as above. */
export const missingMinors = sql`
  SELECT e.id::text AS key, ${columns}, CASE WHEN NOT e.is_found OR e.found_from IS NOT NULL THEN e.to_day END AS from_day,
         CASE WHEN e.is_found THEN e.found_from - 1 END AS to_day, e.entered_on
    FROM (${missing}) AS e WHERE NOT e.is_found OR coalesce(e.found_from > e.to_day, true)`

export const missingWaits = sql`
  SELECT e.id::text AS key, ${columns}, CASE WHEN e.found IS NULL OR e.found_from = e.found_to THEN ${exact('e')} END AS from_day,
         CASE WHEN e.is_found THEN e.found_to END AS to_day, e.entered_on, f.opened_on AS known_on,
         least(f.closed_on, CASE WHEN NOT e.is_found THEN e.found_to END) AS lost_on
    FROM (${missing}) AS e JOIN case_file f ON f.id = e.case_id`
