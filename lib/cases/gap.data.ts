import 'server-only'
import * as z from 'zod'
import { empty, join, type Sql, sql } from '@/lib/db/sql'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { addDays, type Day } from '@/lib/shared/dates'
import { today } from './case.data'
import { CLOSED_STATUSES } from './case.rules'
import { ABSENT, type Absent, COMING, type Coming, firstOfEach, GAP_DAYS, GAPS, type Gap } from './gap.rules'

/*
 * Steps that come and what they lack, as rows of one statement below row-level security: the caseload filters by it, Today lists it
 * and counts it, a file shows its own. What one may not read of a file that one may read (a note of the lawyer) is not looked for.
 */

/** Deadlines that are a coming step, by the family of their rule. */
export const FAMILIES: Readonly<Partial<Record<Coming, readonly string[]>>> = {
  interview: ['interview'],
  hearing: ['release_hearing'],
  appeal: ['appeal_first_decision', 'appeal_io_decision', 'extreme_urgency'],
  court: [
    'cassation',
    'request_to_remain',
    'request_to_suspend',
    'indictment_appeal',
    'detention_cassation',
    'age_challenge',
    'labour_court_fedasil',
  ],
  transfer: ['dublin_transfer'],
  report: ['guardian_report_initial', 'guardian_report_periodic', 'guardian_report_final'],
  review: ['missing_review_7', 'missing_review_30', 'missing_review_120'],
}

/** Of a register the rows that hold: the last revision, not written by mistake. */
const MANDATES = sql`SELECT FROM legal_mandate m
  WHERE m.case_id = s.case_id AND m.mistake IS NULL AND m.end_reason IS NULL
    AND NOT EXISTS (SELECT FROM legal_mandate n
                     WHERE n.case_id = m.case_id AND n.subject_id = m.subject_id AND n.revision > m.revision)`

/** When it is not there, of a step `s` in a file `f`. A test holds the first one to lib/asylum/mandate.rules.ts. */
const IS_ABSENT: Readonly<Record<Absent, Sql>> = {
  lawyer: sql`NOT EXISTS (${MANDATES} AND m.aid <> 'first_line' AND (m.aid <> 'second_line' OR m.granted_on IS NOT NULL))`,
  language: sql`EXISTS (SELECT FROM case_person p
                         WHERE p.case_id = s.case_id AND p.until IS NULL AND p.role = 'principal'
                           AND NOT EXISTS (SELECT FROM person_language l
                                            WHERE l.person_id = p.person_id AND l.withdrawn_at IS NULL))`,
  decision: sql`NOT EXISTS (SELECT FROM attachment a
                             WHERE a.case_id = s.case_id AND a.kind = 'decision' AND a.removed_at IS NULL
                               AND (s.since IS NULL OR a.created_at >= s.since))`,
  counsel: sql`(NOT EXISTS (SELECT FROM case_summary y WHERE y.case_id = s.case_id AND y.audience = 'lawyer')
                AND NOT EXISTS (SELECT FROM referral r
                                 WHERE r.case_id = s.case_id AND r.kind = 'lawyer'
                                   AND NOT EXISTS (SELECT FROM referral n
                                                    WHERE n.case_id = r.case_id AND n.subject_id = r.subject_id
                                                      AND n.mistake IS NOT NULL)))`,
  // The day that the database keeps beside the file: it also knows of notes that the reader may not open.
  note: sql`(f.last_contact_on IS NULL OR f.last_contact_on < s.since)`,
  consent: sql`NOT EXISTS (SELECT FROM consent c
                            WHERE c.case_id = s.case_id AND c.person_id = s.person_id AND c.answer <> 'not_asked')`,
}

const union = (parts: readonly Sql[]): Sql => join([...parts], ' UNION ALL ')

/** Every step that comes, within reach: its file, kind and day; since when what it needs counts; of whom it is. */
const coming = (day: Day): Sql => {
  const [from, until] = [sql`${day}::date`, sql`${addDays(day, GAP_DAYS)}::date`]
  const families = Object.entries(FAMILIES).flatMap(([step, codes]) =>
    codes.map((family) => sql`(${family}::text, ${step}::text)`),
  )
  return union([
    sql`SELECT d.case_id, CASE WHEN e.form = 'call' THEN 'hearing' ELSE k.step END AS step, d.remind_on AS on_day,
               d.happened_on AS since, NULL::uuid AS person_id
          FROM deadline d JOIN (VALUES ${join(families)}) k (family, step) ON k.family = d.family
          LEFT JOIN asylum_event e ON e.id = d.cause_ref AND e.kind = 'interview'
         WHERE d.status = 'open' AND d.remind_on BETWEEN ${from} AND ${until} AND e.form IS DISTINCT FROM 'io'`,
    sql`SELECT c.id, 'removal', c.removal_on, NULL, NULL FROM case_file c
         WHERE c.removal_on BETWEEN ${from} AND ${until}`,
    sql`SELECT v.case_id, 'visit', p.on_date, NULL, v.person_id
          FROM visit_plan_person v JOIN visit_plan p ON p.id = v.plan_id
         WHERE v.planned AND p.state = 'published' AND p.on_date BETWEEN ${from} AND ${until}`,
  ])
}

/**
 * What open files lack for their coming steps: `case_id`, `step`, `absent`, `on_day`.
 * @param among a further condition on the file `f`
 */
export const gapRows = (day: Day, among: Sql = empty): Sql => {
  const rules = GAPS.map(
    ({ step, absent, days }) => sql`(${step}::text, ${absent}::text, ${addDays(day, days)}::date)`,
  )
  const cases = ABSENT.codes.map((absent) => sql`WHEN ${absent} THEN ${IS_ABSENT[absent]}`)
  return sql`SELECT DISTINCT s.case_id, s.step, g.absent, s.on_day
               FROM (${coming(day)}) s JOIN case_file f ON f.id = s.case_id
               JOIN (VALUES ${join(rules)}) g (step, absent, until) ON g.step = s.step AND s.on_day <= g.until
              WHERE f.status <> ALL (${[...CLOSED_STATUSES]}::text[]) ${among}
                AND CASE g.absent ${join(cases, ' ')} END`
}

const found = z.array(
  z.object({
    caseId: z.string(),
    step: storedCode(COMING),
    absent: storedCode(ABSENT),
    on: z.string(),
  }),
)

/** What files within reach lack for their coming steps, file by file; each thing once, with the first step that needs it. */
export const listGaps = async (
  work: Work,
  among: Sql = empty,
): Promise<ReadonlyMap<string, readonly Gap[]>> => {
  const rows = found.parse(
    await work.tx.$queryRaw`
      SELECT case_id::text AS "caseId", step, absent, on_day::text AS on FROM (${gapRows(today(work), among)}) w`,
  )
  const ids = [...new Set(rows.map(({ caseId }) => caseId))]
  return new Map(ids.map((id) => [id, firstOfEach(rows.filter(({ caseId }) => caseId === id))]))
}

/** The same of one file, the nearest step first. */
export const listGapsOf = async (work: Work, caseId: string): Promise<readonly Gap[]> =>
  (await listGaps(work, sql`AND f.id = ${caseId}::uuid`)).get(caseId) ?? []
