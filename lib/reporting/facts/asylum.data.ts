import 'server-only'
import { empty, type Sql, sql } from '@/lib/db/sql'
import { brussels, chains, exact, type Period, withPeople } from './stays.data'

// What happens on a way to protection. It is of the file: each person in it on that day counts, what happened counts once. Its day is the one
// a decision was notified, where that is known, as everywhere else (lib/asylum/event.rules.ts).

const events = sql`
  SELECT e.id, e.case_id, e.application_id, e.team_id, e.kind, e.outcome, e.form, e.country, e.concerns, a.way, a.sequence,
         coalesce(e.notified_on, e.on_from) AS from_day, coalesce(e.notified_on, e.on_to) AS to_day,
         coalesce(e.notified_on, e.stands_on) AS at, ${brussels(sql`e.created_at`)} AS entered_on
    FROM asylum_event e JOIN asylum_application a ON a.id = e.application_id
   WHERE e.kind <> 'taken_back' AND NOT EXISTS (SELECT FROM asylum_event x WHERE x.case_id = e.case_id AND x.replaces = e.id)`

const sequence = (row: Sql): Sql =>
  sql`CASE WHEN ${row}.sequence = 1 THEN 'first' WHEN ${row}.sequence = 2 THEN 'second' WHEN ${row}.sequence > 2 THEN 'later' END`

const ofEvent = { caseId: sql`e.case_id`, from: sql`e.from_day`, to: sql`e.to_day` }
const columns = sql`e.id::text AS key, p.person_id, e.case_id, e.team_id, NULL::uuid AS place_id, e.from_day, e.to_day, e.entered_on, e.way,
         ${sequence(sql`e`)} AS sequence`

/** An application is of the day on which it was made; where only registering or lodging is recorded, of that day. */
export const applications = ({ from, until, isUncertain = false }: Period): Sql => sql`
  SELECT a.id::text AS key, p.person_id, a.case_id, a.team_id, NULL::uuid AS place_id, e.from_day, e.to_day,
         ${brussels(sql`a.created_at`)} AS entered_on, a.way, ${sequence(sql`a`)} AS sequence
    FROM asylum_application a
         LEFT JOIN LATERAL (SELECT x.from_day, x.to_day FROM (${events}) AS x
                             WHERE x.application_id = a.id AND x.kind IN ('made', 'registered', 'lodged') AND x.from_day IS NOT NULL
                             ORDER BY array_position(ARRAY['made', 'registered', 'lodged'], x.kind), x.at, x.id LIMIT 1) AS e ON true
         ${withPeople({ ...ofEvent, caseId: sql`a.case_id` })}
   WHERE a.way IN ('territory', 'border', 'resettlement', 'corridor')
         ${
           isUncertain
             ? empty
             : sql`AND a.id = ANY (ARRAY(SELECT DISTINCT y.application_id FROM asylum_event y
                                          WHERE y.kind IN ('made', 'registered', 'lodged') AND y.on_from <= ${until}::date AND y.on_to >= ${from}::date))`
         }`

/** The first decision that ends the examination: that it goes on decides nothing yet, and what comes after is no first one. */
const decided = sql`
  SELECT DISTINCT ON (e.application_id) e.* FROM (${events}) AS e
   WHERE e.kind = 'cgrs_decision'
     AND e.outcome IN ('refugee_status', 'subsidiary_protection', 'refused', 'manifestly_unfounded', 'inadmissible', 'terminated', 'excluded')
   ORDER BY e.application_id, e.at, e.id`

export const firstDecisions = sql`SELECT ${columns}, e.outcome AS decision FROM (${decided}) AS e ${withPeople(ofEvent)}`

/** Who withdrew, was transferred or whose file was closed is no longer followed: until then they waited. */
export const decisionWaits = sql`
  SELECT e.application_id::text AS key, p.person_id, e.case_id, e.team_id, NULL::uuid AS place_id,
         CASE WHEN d.id IS NULL OR d.from_day = d.to_day THEN ${exact('e')} END AS from_day, d.to_day, e.entered_on, e.way,
         ${sequence(sql`e`)} AS sequence, f.opened_on AS known_on, least(f.closed_on, x.lost_on) AS lost_on
    FROM (SELECT DISTINCT ON (l.application_id) l.* FROM (${events}) AS l WHERE l.kind = 'lodged' ORDER BY l.application_id, l.at, l.id) AS e
         JOIN case_file f ON f.id = e.case_id
         LEFT JOIN (${decided}) AS d ON d.application_id = e.application_id
         LEFT JOIN (SELECT o.application_id, min(o.at) AS lost_on FROM (${events}) AS o
                     WHERE o.kind IN ('withdrawn', 'dublin_transferred') GROUP BY o.application_id) AS x ON x.application_id = e.application_id
         ${withPeople({ ...ofEvent, to: sql`coalesce(d.to_day, 'infinity'::date)` })}`

/** A judgment with the appeal that it answers, which may have been corrected since. */
const judged = sql`
  SELECT j.*, a.id AS appeal_id, a.form AS appeal, a.from_day AS appealed_from, a.to_day AS appealed_to
    FROM (${events}) AS j
         LEFT JOIN (${chains('asylum_event')}) AS c ON c.id = j.concerns
         LEFT JOIN (${events}) AS a ON a.id = c.last AND a.kind = 'appeal'
   WHERE j.kind = 'judgment'`

export const judgments = sql`SELECT ${columns}, e.appeal, e.outcome AS judgment FROM (${judged}) AS e ${withPeople(ofEvent)}`

export const judgmentWaits = sql`
  SELECT e.id::text AS key, p.person_id, e.case_id, e.team_id, NULL::uuid AS place_id,
         CASE WHEN j.id IS NULL OR j.from_day = j.to_day THEN ${exact('e')} END AS from_day, j.to_day, e.entered_on, e.way,
         ${sequence(sql`e`)} AS sequence, e.form AS appeal, f.opened_on AS known_on, least(f.closed_on, x.lost_on) AS lost_on
    FROM (${events}) AS e JOIN case_file f ON f.id = e.case_id
         LEFT JOIN (SELECT DISTINCT ON (o.appeal_id) o.* FROM (${judged}) AS o WHERE o.outcome <> 'suspended'
                     ORDER BY o.appeal_id, o.at, o.id) AS j ON j.appeal_id = e.id
         LEFT JOIN (SELECT o.application_id, min(o.at) AS lost_on FROM (${events}) AS o
                     WHERE o.kind = 'withdrawn' GROUP BY o.application_id) AS x ON x.application_id = e.application_id
         ${withPeople({ ...ofEvent, to: sql`coalesce(j.to_day, 'infinity'::date)` })}
   WHERE e.kind = 'appeal'`

/** Everything else that happened on a way. */
export const asylumEvents = sql`
  SELECT ${columns}, e.kind AS event, e.outcome AS said, e.country AS state, CASE WHEN e.kind = 'appeal' THEN e.form END AS appeal
    FROM (${events}) AS e ${withPeople(ofEvent)}`

/** Why someone in transit did not apply here, once for each reason. */
export const noApplications = sql`
  SELECT a.id || ' ' || r.code AS key, p.person_id, a.case_id, a.team_id, NULL::uuid AS place_id, a.day AS from_day, a.day AS to_day,
         a.day AS entered_on, nullif(r.code, 'not_known') AS no_application
    FROM (SELECT o.id, o.case_id, o.team_id, o.reasons, ${brussels(sql`o.created_at`)} AS day FROM asylum_application o WHERE o.way = 'transit') AS a
         LEFT JOIN LATERAL unnest(a.reasons) AS r(code) ON true
         ${withPeople({ caseId: sql`a.case_id`, from: sql`a.day`, to: sql`a.day` })}`
