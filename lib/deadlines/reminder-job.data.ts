import 'server-only'
import * as z from 'zod'
import { storedCode } from '@/lib/db/stored-code'
import type { JobWork } from '@/lib/db/work'
import { addDays, type Day, dayOf, toDate, toDay } from '@/lib/shared/dates'
import { remindSooner } from './recount-job.data'
import { hearsAs, type RecipientRole, type Reminded, stageOn } from './reminder.rules'
import { SEVERITIES, type Severity } from './vocabulary.rules'

/** The longest reminder comes a year before its day. */
const AHEAD_DAYS = 366

const rows = z.array(
  z.object({
    deadline_id: z.string(),
    severity: storedCode(SEVERITIES),
    remind_on: z.date(),
    remind: z.object({ days: z.array(z.number()), months: z.array(z.number()) }),
    known_at: z.date(),
    staff_id: z.string(),
    recipient: z.enum(['worker', 'deputy', 'coordinator', 'member']),
    told_on: z.date().nullable(),
  }),
)
type Row = z.output<typeof rows>[number]

const toReminded = ({ severity, remind, remind_on, known_at }: Row): Reminded => ({
  severity,
  remind,
  remindOn: toDay(remind_on),
  knownOn: dayOf(known_at),
})

const kindOf = (severity: Severity, remindOn: Day, today: Day): string => {
  if (today > remindOn) return 'deadline_passed'
  return severity === 'critical' ? 'deadline_near_critical' : 'deadline_near'
}

type Group = { readonly row: Row; readonly places: RecipientRole[] }
/** One group for each deadline and colleague: they may be worker and coordinator of a file at once. */
const byColleague = (found: readonly Row[]): ReadonlyMap<string, ReadonlyMap<string, Group>> => {
  const deadlines = new Map<string, Map<string, Group>>()
  for (const row of found) {
    const colleagues = deadlines.get(row.deadline_id) ?? new Map<string, Group>()
    const group = colleagues.get(row.staff_id) ?? { row, places: [] }
    group.places.push(row.recipient)
    colleagues.set(row.staff_id, group)
    deadlines.set(row.deadline_id, colleagues)
  }
  return deadlines
}

type Due = {
  readonly deadlineId: string
  readonly staffId: string
  readonly stage: Day
  readonly kind: string
}
const listDue = (found: readonly Row[], today: Day): Due[] =>
  [...byColleague(found).values()].flatMap((colleagues) => {
    const everybody = [...colleagues.values()].flatMap(({ places }) => places)
    return [...colleagues.values()].flatMap(({ row, places }) => {
      const reminded = toReminded(row)
      const stage = stageOn(reminded, today, hearsAs(places, everybody))
      if (stage === null || (row.told_on !== null && toDay(row.told_on) >= stage)) return []
      return [
        {
          deadlineId: row.deadline_id,
          staffId: row.staff_id,
          stage,
          kind: kindOf(reminded.severity, reminded.remindOn, today),
        },
      ]
    })
  })

/**
 * Says the reminders that are due to those who work in the files at this moment, each stage once, and tells how many it
 * said. The database writes the notices: the job sees ids, days and codes, no file.
 */
export const sayReminders = async (work: JobWork): Promise<number> => {
  const today = dayOf(work.now)
  await remindSooner(work)
  const found = rows.parse(
    await work.tx
      .$queryRaw`SELECT deadline_id, severity, remind_on, remind, known_at, staff_id, recipient, told_on
      FROM app.deadlines_to_remind(${toDate(addDays(today, AHEAD_DAYS))}::date)`,
  )
  const due = listDue(found, today)
  if (due.length === 0) return 0
  const [row] = z.array(z.object({ said: z.number() })).parse(
    await work.tx.$queryRaw`SELECT app.remind(${due.map(({ deadlineId }) => deadlineId)}::uuid[],
      ${due.map(({ staffId }) => staffId)}::uuid[], ${due.map(({ stage }) => stage)}::date[],
      ${due.map(({ kind }) => kind)}::text[]) AS said`,
  )
  const count = row?.said ?? 0
  if (count > 0) await work.audit({ event: 'deadline.reminded', count })
  return count
}

/** True for the error of a run that lost against another run of the same moment: what it wanted to say is said. */
export const isSaidElsewhere = (error: unknown): boolean =>
  z.object({ code: z.enum(['P2034', '40001']) }).safeParse(error).success ||
  (error instanceof Error && error.message.includes('could not serialize access'))
