import 'server-only'
import { type Sql, sql } from '@/lib/db/sql'
import type { FactId } from './fact.rules'
import {
  activities,
  enquiries,
  groupSessions,
  participants,
  projectOfMeeting,
  visitOf,
} from './facts/activities.data'
import {
  askedPeople,
  lawyerOn,
  lawyerWaits,
  legalAid,
  receptions,
  referrals,
  referralWaits,
  returnDoubts,
  returnSteps,
  sheets,
} from './facts/aid.data'
import {
  applications,
  asylumEvents,
  decisionWaits,
  firstDecisions,
  judgments,
  judgmentWaits,
  noApplications,
} from './facts/asylum.data'
import { detentionsFor, ended, entries, happenings, held, lengths } from './facts/detention.data'
import { childDays, childrenHeld, heldFamilies, splitFamilies } from './facts/families.data'
import { deadlines, filesClosed, filesOpen, filesOpened, filesUnseen } from './facts/files.data'
import { guardianWaits, minorEvents, missingMinors, missingWaits, withoutGuardian } from './facts/minors.data'
import { brussels, type Period } from './facts/stays.data'

// What can be counted, as rows without text. Each is a query over the tables, read by the role accompany_count under the policies of each
// table: which rows there are is decided there and nowhere here. Columns that every fact has:
//   key        text   one for what is counted; a row that says more than one thing of it (two topics) repeats it
//   person_id  uuid   whom it is about; null where it is about no one
//   case_id    uuid   null for what belongs to no file
//   team_id    uuid   the office
//   place_id   uuid   null outside the known places
//   from_day, to_day  date: the first and last day it can have been; to_day of something that lasts is its last day, null while it lasts
//   entered_on date   when it was written down; says which period asks about what has no day
// What lasts, and is asked how long, has two more:
//   known_on   date   since when we know of it: what ended before could not be seen to last
//   lost_on    date   the last day on which it was followed, where it was lost before it ended; else null
// The others are codes, which break it down, and numbers, which are summed (fact.rules.ts).

const visits = sql`
  SELECT v.id::text AS key, NULL::uuid AS person_id, NULL::uuid AS case_id, v.team_id, v.place_id, v.on_date AS from_day, v.on_date AS to_day,
         v.on_date AS entered_on, v.access, v.project_id::text AS project, v.waiting_minutes AS minutes, n.visitors,
         n.visitors * (extract(epoch FROM v.ends_at::time - v.starts_at::time) / 3600) AS hours
    FROM visit v CROSS JOIN LATERAL (SELECT count(*)::int AS visitors FROM visit_visitor w WHERE w.visit_id = v.id) AS n`

const groups = sql`
  SELECT g.id::text AS key, NULL::uuid AS person_id, NULL::uuid AS case_id, v.team_id, v.place_id, v.on_date AS from_day, v.on_date AS to_day,
         v.on_date AS entered_on, g.people
    FROM visit_group g JOIN visit v ON v.id = g.visit_id`

const observations = sql`
  SELECT o.id::text AS key, NULL::uuid AS person_id, NULL::uuid AS case_id, v.team_id, v.place_id, v.on_date AS from_day, v.on_date AS to_day,
         v.on_date AS entered_on, o.theme
    FROM visit_observation o JOIN visit v ON v.id = o.visit_id`

/** A day on which two closures overlap is one day. */
const closedDays = sql`
  SELECT DISTINCT c.place_id || ' ' || d.day AS key, NULL::uuid AS person_id, NULL::uuid AS case_id, NULL::uuid AS team_id, c.place_id,
         d.day::date AS from_day, d.day::date AS to_day, d.day::date AS entered_on
    FROM centre_closure c CROSS JOIN LATERAL generate_series(c.from_day, c.until_day, interval '1 day') AS d(day)
   WHERE c.lifted_at IS NULL`

/** One row a conversation, or the lack of one. Two accounts of one conversation are one row already (docs/adr/0016). */
const meetings = sql`
  SELECT e.id::text AS key, e.person_id, e.case_id, e.team_id, e.place_id, e.met_on AS from_day, e.met_on AS to_day, e.met_on AS entered_on,
         e.outcome, e.mode, e.interpreter, e.language, ${projectOfMeeting}
    FROM encounter e ${visitOf}`

/** Of who was not seen before the period. */
const firstMeetings = ({ from, until }: Period): Sql => sql`
  SELECT DISTINCT ON (e.person_id) e.id::text AS key, e.person_id, e.case_id, e.team_id, e.place_id, e.met_on AS from_day, e.met_on AS to_day,
         e.met_on AS entered_on, e.mode, e.interpreter, e.language, ${projectOfMeeting}, ${lawyerOn(sql`e.person_id`, sql`e.met_on`)} AS lawyer
    FROM encounter e ${visitOf}
   WHERE e.outcome = 'seen' AND e.met_on BETWEEN ${from}::date AND ${until}::date
     AND NOT EXISTS (SELECT FROM encounter x WHERE x.person_id = e.person_id AND x.outcome = 'seen' AND x.met_on < ${from}::date)
   ORDER BY e.person_id, e.met_on, e.id`

const items = (kind: 'topic' | 'request' | 'action'): Sql => sql`
  SELECT e.id || ' ' || i.code AS key, e.person_id, e.case_id, e.team_id, e.place_id, e.met_on AS from_day, e.met_on AS to_day,
         e.met_on AS entered_on, i.code AS topic, i.code AS request, i.code AS action
    FROM encounter_item i JOIN encounter e ON e.id = i.encounter_id WHERE i.kind = ${kind}`

const signals = sql`
  SELECT s.id::text AS key, e.person_id, e.case_id, e.team_id, e.place_id, ${brussels(sql`s.raised_at`)} AS from_day, ${brussels(sql`s.raised_at`)} AS to_day,
         ${brussels(sql`s.raised_at`)} AS entered_on, s.code AS signal, s.severity,
         ${brussels(sql`s.answered_at`)} - ${brussels(sql`s.raised_at`)} AS days
    FROM signal s JOIN encounter e ON e.id = s.encounter_id`

/** From the day it was raised to the day it was answered. */
const signalWaits = sql`
  SELECT s.id::text AS key, e.person_id, e.case_id, e.team_id, e.place_id, ${brussels(sql`s.raised_at`)} AS from_day,
         ${brussels(sql`s.answered_at`)} AS to_day, ${brussels(sql`s.raised_at`)} AS entered_on, s.code AS signal, s.severity,
         ${brussels(sql`s.raised_at`)} AS known_on, NULL::date AS lost_on
    FROM signal s JOIN encounter e ON e.id = s.encounter_id`

/** The rows of each fact (fact.rules.ts says what they hold). */
const ROWS: Readonly<Record<FactId, Sql | ((period: Period) => Sql)>> = {
  visit: visits,
  group: groups,
  observation: observations,
  closed_day: closedDays,
  meeting: meetings,
  first_meeting: firstMeetings,
  topic: items('topic'),
  request: items('request'),
  action: items('action'),
  signal: signals,
  file_opened: filesOpened,
  file_closed: filesClosed('closed'),
  file_reopened: filesClosed('reopened'),
  file_open: filesOpen,
  held,
  detention: entries,
  detention_ended: ended,
  detention_length: lengths,
  detention_event: happenings,
  signal_wait: signalWaits,
  file_unseen: filesUnseen,
  deadline: deadlines,
  child_held: childrenHeld,
  child_day: childDays,
  family_held: heldFamilies,
  family_split: splitFamilies,
  application: applications,
  first_decision: firstDecisions,
  decision_wait: decisionWaits,
  judgment: judgments,
  judgment_wait: judgmentWaits,
  asylum_event: asylumEvents,
  no_application: noApplications,
  legal_aid: legalAid,
  lawyer_wait: lawyerWaits,
  reception: receptions,
  return_step: returnSteps,
  return_doubt: returnDoubts,
  minor_event: minorEvents,
  without_guardian: withoutGuardian,
  guardian_wait: guardianWaits,
  missing: missingMinors,
  missing_wait: missingWaits,
  referral: referrals,
  referral_wait: referralWaits,
  sheet: sheets,
  asked: askedPeople,
  activity: activities,
  group_session: groupSessions,
  enquiry: enquiries,
  participant: participants,
}
export const rowsOf = (fact: FactId, period: Period): Sql => {
  const rows = ROWS[fact]
  return typeof rows === 'function' ? rows(period) : rows
}

const OF_STAYS: ReadonlySet<FactId> = new Set([
  'held',
  'detention',
  'detention_ended',
  'detention_length',
  'child_held',
  'child_day',
  'family_held',
  'family_split',
])
/** What facts are read from together; null of one that is read by itself. */
export const baseOf = (fact: FactId): 'stays' | null => (OF_STAYS.has(fact) ? 'stays' : null)

/** The beginning of a statement that reads some facts; null where they are read by themselves. */
export const withBase = (facts: readonly FactId[], period: Period): Sql | null =>
  facts.some((fact) => baseOf(fact) !== null)
    ? sql`WITH ${detentionsFor(period, facts.includes('detention_length'))}`
    : null
