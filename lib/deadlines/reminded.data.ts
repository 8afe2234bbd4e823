import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { type Day, dayOf } from '@/lib/shared/dates'

/** The colleagues who were reminded of a deadline on one day. */
export type ReminderSent = { readonly on: Day; readonly names: readonly string[] }

const rows = z.array(z.object({ deadlineId: z.string(), name: z.string(), toldAt: z.date() }))

/** Which reminders of a file's deadlines went to whom, by deadline: the last day first, as anyone who reads the file may know. */
export const listTold = async (
  work: Work,
  caseId: string,
): Promise<ReadonlyMap<string, readonly ReminderSent[]>> => {
  const found = rows.parse(
    await work.tx.$queryRaw`
      SELECT r.deadline_id AS "deadlineId", s.name, r.told_at AS "toldAt"
        FROM app.reminders_of(${caseId}::uuid) r JOIN staff s ON s.id = r.staff_id
       ORDER BY r.told_at DESC, s.name LIMIT 2000`,
  )
  const told = new Map<string, ReminderSent[]>()
  for (const { deadlineId, name, toldAt } of found) {
    const on = dayOf(toldAt)
    const days = told.get(deadlineId) ?? []
    const last = days.at(-1)
    if (last?.on === on) days[days.length - 1] = { on, names: [...new Set([...last.names, name])].sort() }
    else days.push({ on, names: [name] })
    told.set(deadlineId, days)
  }
  return told
}
