import 'server-only'
import * as z from 'zod'
import { reachedBy } from '@/lib/access/scope'
import { plannedRows } from '@/lib/appointments/appointment.data'
import { screeningsDue } from '@/lib/asylum/screening-due.data'
import { today } from '@/lib/cases/case.data'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import { REMOVAL_DAYS } from '@/lib/cases/danger.rules'
import { gapRows } from '@/lib/cases/gap.data'
import { join, type Sql, sql } from '@/lib/db/sql'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { AHEAD_DAYS, askedAs, listInLastDays } from '@/lib/deadlines/pressing.data'
import { isPressing, USUAL_DAYS } from '@/lib/deadlines/reminder.rules'
import { SEVERITIES } from '@/lib/deadlines/vocabulary.rules'
import { pairRows } from '@/lib/people/pair-count.data'
import { WRITE_WITHIN_DAYS } from '@/lib/planning/upcoming.data'
import { BACK_DAYS } from '@/lib/referrals/next-contact.data'
import { addDays, dayOf } from '@/lib/shared/dates'
import { SOURCES } from './first.data'
import type { FirstKind } from './first.rules'
import { askedAppointments, ownAppointments, ownFilesSql } from './first-line.data'

/*
 * How many items the first screen lists, for the menu, which asks on every page. One statement counts them under row-level security;
 * what needs the rules of deadlines is decided here from the few columns that they read. What only its own source can tell is asked of
 * it, where the same statement finds anything that may be one. A test holds this equal to the list.
 */

const deadline = z.object({
  id: z.string(),
  severity: storedCode(SEVERITIES),
  remindOn: z.string(),
  knownAt: z.string(),
  remind: z.object({ days: z.array(z.number()), months: z.array(z.number()) }),
})
/** Kinds that one statement counts. */
type Plain = Exclude<FirstKind, 'deadline' | 'recount' | 'eighteen'>
const counted = z
  .array(
    z.object({
      items: z.record(z.string(), z.number()),
      deadlines: z.array(deadline).nullable(),
      inLastDays: z.boolean(),
      recounted: z.boolean(),
      turning: z.boolean(),
    }),
  )
  .length(1)

/** Days until someone turns eighteen at which a reminder may show, a little wider than the rule (lib/guardianship/wait.rules.ts). */
const TURNING = [
  [-15, 31],
  [70, 98],
  [160, 190],
] as const

const anyOf = (ways: readonly Sql[]): Sql =>
  ways.length === 0
    ? sql`false`
    : sql`(${join(
        ways.map((way) => sql`(${way})`),
        ' OR ',
      )})`

/** Of every kind how many there are, or whether there may be one. */
export const askFirsts = async (work: Work) => {
  const { id: me, role } = work.actor
  const day = today(work)
  const on = sql`${day}::date`
  const closed = sql`${[...CLOSED_STATUSES]}::text[]`
  const leads = role === 'coordinator'
  const own = ownFilesSql(work)
  const reach = (permission: 'case:edit' | 'rights:erase'): Sql =>
    anyOf(reachedBy(work.actor, permission, work.now))
  const until = sql`${leads ? addDays(day, -1) : day}::date`
  const kinds: Readonly<Record<Plain, Sql>> = {
    removal: sql`SELECT count(*) FROM open f WHERE f.removal_on <= ${addDays(day, REMOVAL_DAYS)}::date`,
    missing: sql`SELECT count(*) FROM open f WHERE f.missing_on IS NOT NULL`,
    signal: sql`SELECT count(*) FROM signal g JOIN reached f ON f.id = g.case_id
                 WHERE g.answered_at IS NULL AND (g.severity IN ('critical', 'serious') OR ${!leads})`,
    unseen: sql`SELECT count(*) FROM open f
                 WHERE ${own} AND f.unseen_on <= ${on} AND (f.danger_from IS NULL OR f.danger_from > ${on})`,
    visit: sql`SELECT count(*) FROM visit_plan p
                WHERE p.state = 'published' AND p.on_date >= ${addDays(day, -WRITE_WITHIN_DAYS)}::date AND p.on_date < ${on}
                  AND EXISTS (SELECT FROM visit_plan_visitor v WHERE v.plan_id = p.id AND v.staff_id = ${me}::uuid AND v.goes)
                  AND NOT EXISTS (SELECT FROM visit v WHERE v.place_id = p.place_id AND v.on_date = p.on_date)`,
    appointment: sql`SELECT count(*) FROM (${plannedRows(askedAppointments(day))}) a JOIN open f ON f.id = a.case_id
                      WHERE ${ownAppointments(work)}`,
    screening: sql`SELECT count(*) FROM (${screeningsDue(day)}) s JOIN open f ON f.id = s.case_id WHERE ${own}`,
    task: sql`SELECT count(*) FROM task t JOIN open f ON f.id = t.case_id
               WHERE t.assigned_to = ${me}::uuid AND t.done_at IS NULL AND t.withdrawn_at IS NULL AND t.due_on <= ${on}`,
    step: sql`SELECT count(*) FROM open f WHERE ${own} AND f.next_step_on <= ${on}`,
    gap: sql`SELECT count(DISTINCT w.case_id) FROM (${gapRows(day)}) w JOIN open f ON f.id = w.case_id WHERE ${own}`,
    referral: sql`SELECT count(*) FROM app.next_contacts(${addDays(leads ? addDays(day, -1) : day, -BACK_DAYS)}::date, ${until}) n
                    JOIN open f ON f.id = n.case_id AND ${reach('case:edit')}
                   WHERE NOT EXISTS (SELECT FROM task t WHERE t.case_id = n.case_id AND t.due_on = n.next_on
                                        AND t.assigned_to = ${me}::uuid AND t.done_at IS NULL AND t.withdrawn_at IS NULL)`,
    hold: sql`SELECT count(*) FROM legal_hold h JOIN reached f ON f.id = h.case_id AND ${reach('rights:erase')}
               WHERE h.lifted_at IS NULL AND h.review_on <= ${on}`,
    account: leads
      ? sql`SELECT count(*) FROM staff s
             WHERE s.organisation_id = ${work.actor.organisationId}::uuid AND s.active AND s.id <> ${me}::uuid
               AND (CASE WHEN s.role = 'admin' THEN s.vouched_by IS NULL ELSE s.vouched_at IS NULL END)`
      : sql`SELECT 0`,
    glass: sql`SELECT count(*) FROM glass g WHERE g.verdict IS NULL AND g.staff_id <> ${me}::uuid`,
    handover: sql`SELECT count(DISTINCT i.handover_id) FROM handover_item i JOIN handover h ON h.id = i.handover_id
                   WHERE h.state = 'sent' AND i.state = 'offered' AND i.to_staff_id = ${me}::uuid`,
    // Every pair: the list says it in one item, the menu how many there are.
    duplicate: sql`SELECT count(*) FROM (${pairRows(work)}) w`,
  }
  const items = join(
    Object.entries(kinds).map(([kind, count]) => sql`${kind}::text, (${count})`),
    ', ',
  )
  const turning = join(
    TURNING.map(
      ([from, to]) => sql`a.adult_on BETWEEN ${addDays(day, from)}::date AND ${addDays(day, to)}::date`,
    ),
    ' OR ',
  )
  const [row] = counted.parse(
    await work.tx.$queryRaw`
      WITH reached AS MATERIALIZED (
        SELECT f.id, f.worker_id, f.team_id, f.secrecy, f.status, f.removal_on, f.missing_on, f.act_from, f.danger_from, f.unseen_on,
               f.next_step_on FROM case_file f
      ), open AS MATERIALIZED (SELECT f.* FROM reached f WHERE f.status <> ALL (${closed}))
      SELECT json_build_object(${items}) AS items,
             (SELECT json_agg(json_build_object('id', d.id, 'severity', d.severity, 'remindOn', d.remind_on, 'knownAt', d.created_at, 'remind', r.remind))
                FROM deadline d JOIN open f ON f.id = d.case_id JOIN deadline_rule r ON r.id = d.rule_id
               WHERE d.status = 'open' AND d.remind_on <= ${addDays(day, AHEAD_DAYS)}::date
                 AND (d.remind_on <= ${addDays(day, USUAL_DAYS)}::date OR r.remind -> 'days' <> '[]' OR r.remind -> 'months' <> '[]')) AS deadlines,
             EXISTS (SELECT FROM open f WHERE f.act_from <= ${on}) AS "inLastDays",
             EXISTS (SELECT FROM deadline d JOIN open f ON f.id = d.case_id JOIN deadline_rule r ON r.id = d.rule_id
                      WHERE d.status = 'open' AND (d.explanation #>> '{verdict,remindOn}' IS NULL
                            OR EXISTS (SELECT FROM deadline_rule n WHERE n.code = r.code AND n.edition > r.edition))) AS recounted,
             EXISTS (SELECT FROM open f JOIN case_person cp ON cp.case_id = f.id AND cp.until IS NULL
                       JOIN (SELECT c.person_id, (c.born_latest + interval '18 years')::date AS adult_on
                               FROM age_claim c WHERE c.withdrawn_at IS NULL) a ON a.person_id = cp.person_id
                      WHERE ${turning}) AS turning`,
  )
  if (row === undefined) throw new Error('a count without a row')
  return row
}

type Counts = Readonly<Partial<Record<FirstKind, number>>>

/** How many items of each kind the actor's first screen lists, and of how many pairs of likely duplicates its one item is. */
export const countFirstsAndPairs = async (
  work: Work,
): Promise<{ readonly firsts: Counts; readonly pairs: number }> => {
  const { items, deadlines, inLastDays, recounted, turning } = await askFirsts(work)
  const as = askedAs(work)
  const day = today(work)
  const last = inLastDays ? await listInLastDays(work) : []
  const isLast = new Set(last.map(({ id }) => id))
  const reminded = (deadlines ?? []).filter(
    ({ id, knownAt, ...one }) =>
      !isLast.has(id) && isPressing({ ...one, knownOn: dayOf(new Date(knownAt)) }, day, as),
  )
  const { duplicate: pairs = 0 } = items
  const firsts = {
    ...items,
    duplicate: Math.min(1, pairs),
    deadline: last.length + reminded.length,
    ...(recounted ? { recount: (await SOURCES.recount(work)).length } : {}),
    ...(turning ? { eighteen: (await SOURCES.eighteen(work)).length } : {}),
  }
  return { firsts, pairs }
}

/** The same without the pairs; of a kind without any there may be no number. */
export const countFirsts = async (work: Work): Promise<Counts> => (await countFirstsAndPairs(work)).firsts
