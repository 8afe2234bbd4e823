import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import type { Prisma } from '@/lib/db/generated/client'
import { ANY_NULL } from '@/lib/db/json'
import type { Work } from '@/lib/db/work'
import { type Deadline, findDeadlines } from './deadline.data'
import { type Recount, recountOf, remindOnBoth } from './recount.rules'
import { listRules, type OrganisationRule } from './rule.data'

/** Open deadlines that a rule corrected since has counted, or left without a day, each with what the rules of today say. */

type Recounted = { readonly deadline: Deadline; readonly recount: Recount<OrganisationRule> }

export const recountDeadline = (
  deadline: Deadline,
  newest: readonly OrganisationRule[],
): Recount<OrganisationRule> | null =>
  recountOf(
    { ...deadline, ruleId: deadline.rule.id, countedOn: deadline.explanation.verdict.remindOn },
    newest,
  )

/** Those of the given deadlines about which someone has to decide. */
export const toRecounted = (
  deadlines: readonly Deadline[],
  newest: readonly OrganisationRule[],
): Recounted[] =>
  deadlines.flatMap((deadline) => {
    const recount = recountDeadline(deadline, newest)
    return recount === null ? [] : [{ deadline, recount }]
  })

const toCountAnew = (newest: readonly OrganisationRule[]) =>
  ({
    status: 'open',
    OR: [
      { ruleId: { notIn: newest.map(({ id }) => id) } },
      { explanation: { path: ['verdict', 'remindOn'], equals: ANY_NULL } },
    ],
  }) satisfies Prisma.DeadlineWhereInput

/** Of those that are not critical: critical ones are never cut. */
const MOST = 500

/** Of all files within reach that are open, with the file of each. */
export const listAllRecounts = async (work: Work) => {
  const newest = await listRules(work)
  const file = {
    AND: [scopeCases(work.actor, 'case:read', work.now), { status: { notIn: [...CLOSED_STATUSES] } }],
  }
  const where = { file, ...toCountAnew(newest) }
  const found = toRecounted(
    [
      ...(await findDeadlines(work, { ...where, severity: 'critical' })),
      ...(await findDeadlines(work, { ...where, severity: { not: 'critical' } }, MOST)),
    ],
    newest,
  )
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
    const { id, severity, dueOn, rule } = deadline
    const counted = deadline.explanation.verdict.remindOn
    const to = recount.now?.verdict ?? null
    const earlier = remindOnBoth(counted, recount)
    return [
      {
        id,
        severity,
        code: rule.code,
        title: rule.title,
        /** The day on record, and the one of today's rules; null where none is counted. */
        old: dueOn ?? counted,
        now: to === null ? null : (to.dueOn ?? to.remindOn),
        remindOn: earlier,
        isEarlier: earlier !== counted,
        file: of,
      },
    ]
  })
}
export type FileRecount = Awaited<ReturnType<typeof listAllRecounts>>[number]
