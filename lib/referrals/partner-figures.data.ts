import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { currentOf, MISTAKES } from '@/lib/registers/register.rules'
import { toDay } from '@/lib/shared/dates'
import { figuresOf, type PartnerFigures } from './partner-figures.rules'
import { STEPS } from './referral.rules'

const kinds = z.enum([...STEPS.codes, 'taken_back'])

/**
 * What came of the referrals to some partners, which are the same, over the files that the reader may open: row-level security decides, so that
 * a file out of reach moves no figure. Null for anyone who opens no files.
 */
export const readPartnerFigures = async (
  work: Work,
  partnerIds: readonly string[],
): Promise<PartnerFigures | null> => {
  if (work.actor.role === 'admin') return null
  const named = await work.tx.referral.findMany({
    where: { partnerId: { in: [...partnerIds] } },
    select: { caseId: true, subjectId: true },
  })
  const subjects = [...new Set(named.map(({ subjectId }) => subjectId))]
  // Every revision: the last one may name another partner, or say that it was a mistake.
  const rows = await work.tx.referral.findMany({
    where: { subjectId: { in: subjects } },
    select: { id: true, subjectId: true, revision: true, mistake: true, partnerId: true },
    orderBy: { id: 'asc' },
  })
  const current = currentOf(rows.map((row) => ({ ...row, mistake: MISTAKES.readOrNull(row.mistake) })))
    .map(({ row }) => row)
    .filter(({ partnerId }) => partnerId !== null && partnerIds.includes(partnerId))
  const steps = await work.tx.referralStep.findMany({
    where: { referralId: { in: current.map(({ subjectId }) => subjectId) } },
    select: { id: true, referralId: true, kind: true, onDay: true, takesBack: true },
  })
  return figuresOf(
    current.map(({ subjectId }) =>
      steps
        .filter(({ referralId }) => referralId === subjectId)
        .map(({ id, kind, onDay, takesBack }) => ({
          id,
          kind: kinds.parse(kind),
          on: toDay(onDay),
          takesBack,
        })),
    ),
  )
}
