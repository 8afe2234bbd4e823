import 'server-only'
import * as z from 'zod'
import { type Sql, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import { addDays, dayOf } from '@/lib/shared/dates'

const AHEAD_DAYS = 7

/** Published visits of the next seven days: one’s own, and those of the office for who leads it. */
export const plannedRows = (work: Work): Sql => {
  const from = dayOf(work.now)
  return sql`SELECT p.id FROM visit_plan p
              WHERE p.state = 'published' AND p.on_date >= ${from}::date AND p.on_date < ${addDays(from, AHEAD_DAYS)}::date
                AND (p.team_id = ANY (${[...work.actor.leads]}::uuid[])
                     OR EXISTS (SELECT 1 FROM visit_plan_visitor v
                                 WHERE v.plan_id = p.id AND v.staff_id = ${work.actor.id}::uuid AND v.goes))`
}

const counted = z.array(z.object({ planned: z.number() })).length(1)

export const countPlanned = async (work: Work): Promise<number> => {
  const [row] = counted.parse(
    await work.tx.$queryRaw`SELECT count(*)::int AS planned FROM (${plannedRows(work)}) w`,
  )
  return row?.planned ?? 0
}
