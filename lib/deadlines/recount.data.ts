import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import type { Work } from '@/lib/db/work'
import { type Deadline, findDeadlines } from './deadline.data'
import { type Recount, recountOf, remindOnBoth } from './recount.rules'
import { type HouseRule, listRules } from './rule.data'

/** Open deadlines that were counted by a rule that has been corrected since, each with what the rules of today say. */

type Recounted = { readonly deadline: Deadline; readonly recount: Recount<HouseRule> }

export const recountDeadline = (
  deadline: Deadline,
  newest: readonly HouseRule[],
): Recount<HouseRule> | null => recountOf({ ...deadline, ruleId: deadline.rule.id }, newest)

/** Those of the given deadlines about which somebody has to decide. */
export const toRecounted = (deadlines: readonly Deadline[], newest: readonly HouseRule[]): Recounted[] =>
  deadlines.flatMap((deadline) => {
    const recount = recountDeadline(deadline, newest)
    return recount === null ? [] : [{ deadline, recount }]
  })

const ofOldEditions = (newest: readonly HouseRule[]) =>
  ({ status: 'open', ruleId: { notIn: newest.map(({ id }) => id) } }) as const

const MOST = 500

/** Of all files within reach that are open, with the file of each. */
export const listAllRecounts = async (work: Work) => {
  const newest = await listRules(work)
  const file = {
    AND: [scopeCases(work.actor, 'case:read', work.now), { status: { notIn: [...CLOSED_STATUSES] } }],
  }
  const found = toRecounted(await findDeadlines(work, { file, ...ofOldEditions(newest) }, MOST), newest)
  const files = new Map(
    (
      await work.tx.caseFile.findMany({
        where: { id: { in: found.map(({ deadline }) => deadline.caseId) } },
        select: { id: true, code: true, worker: { select: { name: true } } },
      })
    ).map(({ worker, ...one }) => [one.id, { ...one, worker: worker.name }]),
  )
  return found.flatMap(({ deadline, recount }) => {
    const of = files.get(deadline.caseId)
    if (of === undefined) return []
    const { id, severity, dueOn, remindOn, rule } = deadline
    const to = recount.now?.verdict ?? null
    const earlier = remindOnBoth(remindOn, recount)
    return [
      {
        id,
        severity,
        code: rule.code,
        title: rule.title,
        /** The day on record, and the one of today's rules; null where none is counted. */
        old: dueOn ?? remindOn,
        now: to === null ? null : (to.dueOn ?? to.remindOn),
        remindOn: earlier,
        isEarlier: earlier !== remindOn,
        file: of,
      },
    ]
  })
}
export type FileRecount = Awaited<ReturnType<typeof listAllRecounts>>[number]
