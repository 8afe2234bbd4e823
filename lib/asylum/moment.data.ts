import 'server-only'
import type { Work } from '@/lib/db/work'
import { currentOf } from '@/lib/registers/register.rules'
import { dayOf } from '@/lib/shared/dates'
import { type Dated, mandateMoments, matterMoments, needMoments } from './moment.rules'
import { mandates, matters, needs } from './register.data'

type Recorded = Parameters<typeof currentOf>[0][number] & { readonly recordedAt: Date; readonly by: string }
const toMoments = <R extends Recorded>(
  rows: readonly R[],
  momentsOf: (row: R, recordedOn: string) => readonly Dated[],
) =>
  currentOf(rows).flatMap(({ row }) =>
    momentsOf(row, dayOf(row.recordedAt)).map((dated) => ({
      ...dated,
      subjectId: row.subjectId,
      recordedAt: row.recordedAt,
      by: row.by,
    })),
  )

/** What mandates, special needs and matters of a file within reach tell its timeline. Nothing is decrypted for it. */
export const listMoments = async (work: Work, caseId: string) => [
  ...toMoments(await mandates.listClear(work, caseId), mandateMoments),
  ...toMoments(await needs.listClear(work, caseId), needMoments),
  ...toMoments(await matters.listClear(work, caseId), ({ on, matter, kind }, recordedOn) =>
    matterMoments({ on, matter, step: kind }, recordedOn),
  ),
]
