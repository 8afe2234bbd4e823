import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { recordStore } from '@/lib/records/record.data'
import { currentOf, mistakesOf } from '@/lib/registers/register.rules'
import { isUuid } from '@/lib/shared/ids'
import { referral } from './referral.schema'
import { listSteps } from './step.data'

export const referrals = recordStore(referral, {
  list: (tx, asked) => tx.referral.findMany(asked),
  add: (tx, row) => tx.referral.createMany({ data: row }),
})

/** What stands of the referrals of a file, the latest first, each with its steps; then what was a mistake. */
export const listReferrals = async (work: Work, caseId: string) => {
  const rows = await referrals.list(work, caseId)
  const steps = await listSteps(work, caseId)
  return {
    current: [...currentOf(rows)].reverse().map(({ row, earlier }) => ({
      row,
      earlier,
      steps: steps.filter(({ referralId }) => referralId === row.subjectId),
    })),
    mistakes: mistakesOf(rows).map(({ row }) => row),
  }
}
export type Referral = Awaited<ReturnType<typeof listReferrals>>['current'][number]

/** One referral that stands. Throws NotFound, the same for one that was a mistake. */
export const getReferral = async (work: Work, caseId: string, subjectId: string): Promise<Referral> => {
  const { current } = await listReferrals(work, caseId)
  const found = isUuid(subjectId) ? current.find(({ row }) => row.subjectId === subjectId) : undefined
  if (found === undefined) throw new NotFound()
  return found
}
