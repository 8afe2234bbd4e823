import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { type Day, dayOf, toDate } from '@/lib/shared/dates'

const LIMIT = 300

export type HistoryLine = {
  readonly event: string
  readonly name: string
  /** For whom a summary was made; null for all other events. */
  readonly audience: string | null
  readonly isMine: boolean
  readonly at: Date
}
export type History = {
  readonly days: readonly { readonly on: Day; readonly lines: readonly HistoryLine[] }[]
  /** The day before which there is more. */
  readonly more: Day | null
}

const rows = z.array(
  z.object({
    event: z.string(),
    name: z.string().nullable(),
    audience: z.string().nullable(),
    actorId: z.string().nullable(),
    at: z.date(),
  }),
)

/**
 * Who opened or changed a file and when, newest first, by day in Brussels. The policy of the audit log shows it to anyone who
 * reads the file. A page ends with a whole day.
 */
export const listHistory = async (work: Work, caseId: string, before: Day | null): Promise<History> => {
  const until = before === null ? null : toDate(before)
  const found = rows.parse(
    await work.tx.$queryRaw`
      SELECT e.event, s.name, e.detail->>'audience' AS audience, e.actor_id AS "actorId", e.at
        FROM audit_event e LEFT JOIN staff s ON s.id = e.actor_id
       WHERE e.case_id = ${caseId}::uuid
         AND (${until}::date IS NULL OR (e.at AT TIME ZONE 'Europe/Brussels')::date < ${until}::date)
       ORDER BY e.at DESC, e.id DESC LIMIT ${LIMIT}`,
  )
  const days = new Map<Day, HistoryLine[]>()
  for (const { event, name, audience, actorId, at } of found) {
    const lines = days.get(dayOf(at)) ?? []
    lines.push({ event, name: name ?? '', audience, isMine: actorId === work.actor.id, at })
    days.set(dayOf(at), lines)
  }
  const all = [...days].map(([on, lines]) => ({ on, lines }))
  if (found.length < LIMIT || all.length < 2) return { days: all, more: null }
  const whole = all.slice(0, -1)
  return { days: whole, more: whole.at(-1)?.on ?? null }
}
