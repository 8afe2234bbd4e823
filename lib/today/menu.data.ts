import 'server-only'
import * as z from 'zod'
import { today } from '@/lib/cases/case.data'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import type { Work } from '@/lib/db/work'
import { countWaiting } from '@/lib/guardianship/waiting.data'
import { plannedRows } from '@/lib/planning/ahead.data'
import { addDays, toDate } from '@/lib/shared/dates'
import { countFirstsAndPairs } from './count.data'

const AHEAD_DAYS = 7

/** What the entries of the menu count; the keys are those of the menu. */
export type MenuCounts = Readonly<Record<string, number>>

const counted = z.array(z.record(z.string(), z.number())).length(1)

/** Open files, one’s own visits of the next days (those of the office, for who leads it) and deadlines that remind until then. */
const countFiles = async (work: Work): Promise<MenuCounts> => {
  const until = toDate(addDays(today(work), AHEAD_DAYS))
  const [row] = counted.parse(
    await work.tx.$queryRaw`
      SELECT (SELECT count(*)::int FROM case_file f WHERE f.status <> ALL (${[...CLOSED_STATUSES]}::text[])) AS caseload,
             (SELECT count(*)::int FROM (${plannedRows(work)}) p) AS visits,
             (SELECT count(*)::int FROM waiting_entry w WHERE w.settled_at IS NULL AND app.may_judge_entry(w.case_id, w.given_to)) AS waiting,
             (SELECT count(*)::int FROM incoming_referral r WHERE r.settled_at IS NULL) AS incoming,
             (SELECT count(*)::int FROM deadline d WHERE d.status = 'open' AND d.remind_on < ${until}::date) AS deadlines`,
  )
  return row ?? {}
}

/** How much there is behind the entries of the actor’s menu. Row-level security keeps what is counted to what they may open. */
export const countMenu = async (work: Work): Promise<MenuCounts> => {
  const { role, organisationId } = work.actor
  if (role === 'guest') return {}
  if (role === 'admin')
    return { accounts: await work.tx.staff.count({ where: { organisationId, active: true } }) }
  const { firsts, pairs } = await countFirstsAndPairs(work)
  return {
    today: Object.values(firsts).reduce((sum, count) => sum + count, 0),
    ...(await countFiles(work)),
    minors: await countWaiting(work),
    handovers: firsts.handover ?? 0,
    duplicates: pairs,
  }
}
