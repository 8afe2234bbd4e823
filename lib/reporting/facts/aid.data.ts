import 'server-only'
import { type Sql, sql } from '@/lib/db/sql'
import { brussels, isCurrent, withPeople } from './stays.data'

// Legal aid, reception, return, sheets, referrals: registers of a file count in their last revision.

const ofRow = { caseId: sql`e.case_id`, from: sql`e.from_day`, to: sql`e.to_day` }

/**
 * From the day someone acts or advises. A lawyer whom the state pays acts once the office has granted it; no one grants another one
 * (lib/asylum/mandate.rules.ts). An end without a day came at the latest when it was written down.
 */
const mandates = sql`
  SELECT m.subject_id, m.case_id, m.team_id, m.aid, m.asked_on, m.granted_on, m.ended_on, f.entered_on,
         CASE WHEN m.aid = 'second_line' THEN m.granted_on ELSE coalesce(m.granted_on, m.asked_on) END AS from_day,
         coalesce(m.ended_on, CASE WHEN m.end_reason IS NOT NULL THEN ${brussels(sql`m.created_at`)} END) AS to_day,
         m.end_reason IS DISTINCT FROM 'refused' AND (m.aid <> 'second_line' OR m.granted_on IS NOT NULL) AS is_given
    FROM legal_mandate m
         CROSS JOIN LATERAL (SELECT ${brussels(sql`x.created_at`)} AS entered_on FROM legal_mandate x WHERE x.id = m.subject_id) AS f
   WHERE ${isCurrent('m', 'legal_mandate')}`

export const legalAid = sql`
  SELECT e.subject_id::text AS key, p.person_id, e.case_id, e.team_id, NULL::uuid AS place_id, e.from_day, e.to_day, e.entered_on, e.aid
    FROM (${mandates}) AS e ${withPeople(ofRow)} WHERE e.is_given`

/** Whether someone acted for a person on a day, in any of their files. Who only informs does not act. */
export const lawyerOn = (personId: Sql, day: Sql): Sql => sql`
  CASE WHEN EXISTS (
    SELECT FROM case_person c JOIN (${mandates}) AS m ON m.case_id = c.case_id
     WHERE c.person_id = ${personId} AND m.is_given AND m.aid <> 'first_line'
       AND coalesce(m.from_day, m.entered_on) <= ${day} AND coalesce(m.to_day, 'infinity') >= ${day})
  THEN 'acts' ELSE 'none' END`

/** A wait that ended without a lawyer is followed until that day. */
export const lawyerWaits = sql`
  SELECT e.subject_id::text AS key, p.person_id, e.case_id, e.team_id, NULL::uuid AS place_id, e.asked_on AS from_day, e.granted_on AS to_day,
         e.entered_on, f.opened_on AS known_on, least(f.closed_on, CASE WHEN e.granted_on IS NULL THEN e.to_day END) AS lost_on
    FROM (${mandates}) AS e JOIN case_file f ON f.id = e.case_id
         ${withPeople({ caseId: sql`e.case_id`, from: sql`e.asked_on`, to: sql`coalesce(e.granted_on, 'infinity'::date)` })}
   WHERE e.aid = 'second_line'`

export const receptions = sql`
  SELECT e.id::text AS key, p.person_id, e.case_id, e.team_id, NULL::uuid AS place_id, e.from_day, e.to_day, e.entered_on,
         e.place_type AS reception, e.code_207 AS code207
    FROM (SELECT r.id, r.case_id, r.team_id, r.place_type, r.code_207, r.from_on AS from_day, ${brussels(sql`r.created_at`)} AS entered_on,
                 coalesce(r.until_on, CASE WHEN r.end_reason IS NOT NULL THEN r.from_on END) AS to_day FROM reception_stay r) AS e
         ${withPeople({ ...ofRow, to: sql`coalesce(e.to_day, 'infinity'::date)` })}`

/** A step without a person concerns everyone in the file. */
const returns = sql`
  SELECT m.subject_id, m.case_id, m.team_id, m.person_id AS own, m.kind, m.programme, m.doubts, m.on_from AS from_day, m.on_to AS to_day,
         ${brussels(sql`m.created_at`)} AS entered_on
    FROM matter_step m WHERE m.matter = 'voluntary_return' AND ${isCurrent('m', 'matter_step')}`

export const returnSteps = sql`
  SELECT e.subject_id::text AS key, coalesce(e.own, p.person_id) AS person_id, e.case_id, e.team_id, NULL::uuid AS place_id, e.from_day, e.to_day,
         e.entered_on, e.kind AS return_step, e.programme
    FROM (${returns}) AS e ${withPeople(ofRow, sql`e.own IS NULL`)}`

export const returnDoubts = sql`
  SELECT e.subject_id || ' ' || d.code AS key, coalesce(e.own, p.person_id) AS person_id, e.case_id, e.team_id, NULL::uuid AS place_id,
         e.from_day, e.to_day, e.entered_on, d.code AS doubt, e.programme
    FROM (${returns}) AS e CROSS JOIN LATERAL unnest(e.doubts) AS d(code) ${withPeople(ofRow, sql`e.own IS NULL`)}`

export const sheets = sql`
  SELECT e.subject_id::text AS key, p.person_id, e.case_id, e.team_id, NULL::uuid AS place_id, e.given_on AS from_day, e.given_on AS to_day,
         ${brussels(sql`e.created_at`)} AS entered_on, e.language
    FROM sheet_given e ${withPeople({ caseId: sql`e.case_id`, from: sql`e.given_on`, to: sql`e.given_on` })}
   WHERE ${isCurrent('e', 'sheet_given')}`

const referralSteps = sql`
  SELECT s.id, s.case_id, s.referral_id, s.kind, s.on_day FROM referral_step s
   WHERE s.kind <> 'taken_back' AND NOT EXISTS (SELECT FROM referral_step x WHERE x.case_id = s.case_id AND x.takes_back = s.id)`

const referred = sql`
  SELECT r.subject_id, r.person_id, r.case_id, r.team_id, r.kind, r.urgency, r.body_slug, ${brussels(sql`r.created_at`)} AS entered_on
    FROM referral r WHERE ${isCurrent('r', 'referral')}`

const referralCodes = sql`r.kind AS referral, r.urgency, coalesce(r.body_slug, 'not_listed') AS body`

/** Made on the day of its first step; what has none is a draft. What came of it is its last answer, not the note on how it went on. */
export const referrals = sql`
  SELECT r.subject_id::text AS key, r.person_id, r.case_id, r.team_id, NULL::uuid AS place_id, s.first_on AS from_day, s.first_on AS to_day,
         r.entered_on, ${referralCodes},
         CASE WHEN s.answer IN ('told', 'sent', 'received') THEN 'waiting' ELSE coalesce(s.answer, 'outcome') END AS referral_result
    FROM (${referred}) AS r
         JOIN (SELECT x.referral_id, min(x.on_day) AS first_on,
                      (array_agg(x.kind ORDER BY x.on_day DESC, x.id DESC) FILTER (WHERE x.kind <> 'outcome'))[1] AS answer
                 FROM (${referralSteps}) AS x GROUP BY x.referral_id) AS s ON s.referral_id = r.subject_id`

export const referralWaits = sql`
  SELECT r.subject_id::text AS key, r.person_id, r.case_id, r.team_id, NULL::uuid AS place_id, s.sent_on AS from_day, a.on_day AS to_day,
         r.entered_on, ${referralCodes}, s.sent_on AS known_on, f.closed_on AS lost_on
    FROM (${referred}) AS r JOIN case_file f ON f.id = r.case_id
         JOIN (SELECT x.referral_id, min(x.on_day) AS sent_on FROM (${referralSteps}) AS x WHERE x.kind = 'sent' GROUP BY x.referral_id) AS s
           ON s.referral_id = r.subject_id
         LEFT JOIN LATERAL (
           SELECT min(x.on_day) AS on_day FROM (${referralSteps}) AS x
            WHERE x.referral_id = r.subject_id AND x.case_id = r.case_id AND x.on_day >= s.sent_on
              AND x.kind IN ('accepted', 'declined', 'person_declined', 'no_capacity', 'outcome')) AS a ON true`

/**
 * What each person last said about being counted, in whichever file: a no in one of them is a no (app.people_to_count). A yes that is over,
 * or that lacks a guardian or the child, covers nothing.
 */
const answers = sql`
  SELECT w.person_id, CASE WHEN bool_or(w.answer = 'no') THEN 'no' WHEN bool_or(w.answer = 'yes') THEN 'yes' ELSE 'not_valid' END AS answer
    FROM (SELECT DISTINCT ON (s.person_id, s.case_id) s.person_id, s.answer
            FROM (SELECT c.person_id, c.case_id, c.asked_on AS said_on, c.created_at,
                         CASE WHEN c.answer = 'refused' THEN 'no'
                              WHEN c.expires_at <= app.now() OR (c.is_minor AND NOT (c.given_by IN ('guardian', 'parent')
                                                                                     AND c.child_view IN ('agrees', 'too_young'))) THEN 'not_valid'
                              ELSE 'yes' END AS answer
                    FROM consent c
                   WHERE c.purpose = 'statistics' AND c.answer <> 'not_asked'
                     AND NOT EXISTS (SELECT FROM consent_end x WHERE x.case_id = c.case_id AND x.consent_id = c.id)
                   UNION ALL
                  SELECT c.person_id, c.case_id, w.ended_on, w.created_at, 'no'
                    FROM consent c JOIN consent_end w ON w.case_id = c.case_id AND w.consent_id = c.id AND w.kind = 'withdrawn'
                   WHERE c.purpose = 'statistics' AND c.answer <> 'not_asked'
                     AND NOT EXISTS (SELECT FROM consent_end x WHERE x.case_id = c.case_id AND x.consent_id = c.id AND x.kind = 'mistake')) AS s
           ORDER BY s.person_id, s.case_id, s.answer = 'not_valid', s.said_on DESC, s.created_at DESC, s.answer) AS w
   GROUP BY w.person_id`

/** People who were met, with what they said about being counted, as it is now. */
export const askedPeople = sql`
  SELECT e.id::text AS key, e.person_id, e.case_id, e.team_id, e.place_id, e.met_on AS from_day, e.met_on AS to_day, e.met_on AS entered_on,
         coalesce(a.answer, 'not_asked') AS consent
    FROM encounter e LEFT JOIN (${answers}) AS a ON a.person_id = e.person_id WHERE e.outcome = 'seen'`
