import 'server-only'
import { sql } from '@/lib/db/sql'
import { isCurrent } from './stays.data'

// Work outside the closed centres, enquiries without a file, and the project that pays (docs/adr/0137).

/** Beside an encounter `e`: its visit, as `v`. */
export const visitOf = sql`LEFT JOIN visit v ON v.id = e.visit_id`
/** A conversation without a project is of that of its visit. */
export const projectOfMeeting = sql`coalesce(e.project_id, v.project_id)::text AS project`

export const activities = sql`
  SELECT a.subject_id::text AS key, a.person_id, a.case_id, a.team_id, a.place_id, a.on_day AS from_day, a.on_day AS to_day, a.on_day AS entered_on,
         a.way AS activity_way, a.project_id::text AS project, a.minutes / 60.0 AS hours
    FROM activity a WHERE ${isCurrent('a', 'activity')}`

/** How many came is typed; who of them has a file changes nothing in it. */
export const groupSessions = sql`
  SELECT g.id::text AS key, NULL::uuid AS person_id, NULL::uuid AS case_id, g.team_id, NULL::uuid AS place_id, g.on_day AS from_day, g.on_day AS to_day,
         g.on_day AS entered_on, g.topic, g.interpreter_language AS language, g.project_id::text AS project,
         g.women + g.men + g.adults_other + g.girls + g.boys + g.minors_other AS people
    FROM group_session g WHERE g.taken_back_at IS NULL`

/** It is about no one who could be named, and of no file. */
export const enquiries = sql`
  SELECT q.id::text AS key, NULL::uuid AS person_id, NULL::uuid AS case_id, q.team_id, NULL::uuid AS place_id, q.on_day AS from_day, q.on_day AS to_day,
         q.on_day AS entered_on, q.way AS enquiry_way, q.topic, q.language, q.nationality AS enquiry_nationality, q.people
    FROM enquiry q WHERE q.taken_back_at IS NULL`

/** Who was spoken with in a visit or took part in an activity: a person of both is one. */
export const participants = sql`
  SELECT e.id::text AS key, e.person_id, e.case_id, e.team_id, e.place_id, e.met_on AS from_day, e.met_on AS to_day, e.met_on AS entered_on,
         ${projectOfMeeting}
    FROM encounter e ${visitOf} WHERE e.outcome = 'seen'
   UNION ALL
  SELECT a.key, a.person_id, a.case_id, a.team_id, a.place_id, a.from_day, a.to_day, a.entered_on, a.project FROM (${activities}) AS a`
