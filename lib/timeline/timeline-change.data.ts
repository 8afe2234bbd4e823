import 'server-only'
import * as z from 'zod'
import { join, type Sql, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import { type Day, dayOf, toDay } from '@/lib/shared/dates'
import type { DayChanges } from './timeline.view'
import type { Range } from './timeline-range.rules'

/** What the application writes down by itself and anyone who works on the file may want to know; reading is in the history. */
const CHANGES = [
  'case.created',
  'case.edited',
  'case.assigned',
  'case.closed',
  'case.reopened',
  'case.shared',
  'task.written',
  'goal.written',
  'goal.edited',
  'goal.set',
  'task.edited',
  'task.ticked',
  'detention.begun',
  'detention.moved',
  'detention.recorded',
  'detention.withdrawn',
  'claim.withdrawn',
  'person.joined',
  'person.role',
  'person.left',
  'person.returned',
  'summary.made',
  'letter.made',
  'consent.recorded',
  'consent.ended',
  'referral.written',
  'referral.stepped',
  'share.made',
  'share.opened',
  'share.closed',
  'trafficking.account',
  'trafficking.sign',
  'trafficking.stage',
  'paper.brought',
  'paper.removed',
]

const rows = z.array(z.object({ event: z.string(), name: z.string().nullable(), at: z.date() }))
const days = z.array(z.object({ on: z.date() }))

// Days of Brussels, as moments, so that the index of file and time serves.
const startOf = (day: Day): Sql => sql`(${day}::date::timestamp AT TIME ZONE 'Europe/Brussels')`
const within = (caseId: string, { from = null, before, since }: Range): Sql =>
  join(
    [
      sql`e.case_id = ${caseId}::uuid`,
      sql`e.event IN (${join(CHANGES)})`,
      ...(from === null ? [] : [sql`e.at >= ${startOf(from)}`]),
      ...(before === null ? [] : [sql`e.at < ${startOf(before)}`]),
      ...(since === null ? [] : [sql`e.at > ${since}`]),
    ],
    ' AND ',
  )

/** The application's own lines about a file, by day in Brussels, newest first. The policy of the audit log shows them to its readers. */
export const listChangeDays = async (work: Work, caseId: string, range: Range): Promise<DayChanges[]> => {
  const found = rows.parse(
    await work.tx.$queryRaw`
      SELECT e.event, s.name, e.at FROM audit_event e LEFT JOIN staff s ON s.id = e.actor_id
       WHERE ${within(caseId, range)} ORDER BY e.at DESC, e.id DESC`,
  )
  const byDay = new Map<Day, { event: string; name: string; at: Date }[]>()
  for (const { event, name, at } of found) {
    const lines = byDay.get(dayOf(at)) ?? []
    lines.push({ event, name: name ?? '', at })
    byDay.set(dayOf(at), lines)
  }
  return [...byDay].map(([on, lines]) => ({ type: 'changes', id: `changes-${on}`, on, lines }))
}

/** The days on which there are such lines, newest first. */
export const findChangeEdge = async (
  work: Work,
  caseId: string,
  { take, ...range }: Range & { readonly take: number },
): Promise<Day[]> =>
  days
    .parse(
      await work.tx.$queryRaw`
        SELECT DISTINCT (e.at AT TIME ZONE 'Europe/Brussels')::date AS "on" FROM audit_event e
         WHERE ${within(caseId, range)} ORDER BY 1 DESC LIMIT ${take}`,
    )
    .map(({ on }) => toDay(on))
