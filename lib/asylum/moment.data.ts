import 'server-only'
import * as z from 'zod'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { dayOrNull } from '@/lib/registers/register.data'
import { type Revised, standingOf } from '@/lib/registers/register.rules'
import { dayOf } from '@/lib/shared/dates'
import { columnsWhen } from '@/lib/shared/when/columns.rules'
import { MATTERS, STEPS } from './matter.rules'
import { type Dated, mandateMoments, matterMoments, needMoments } from './moment.rules'

const revised = {
  id: true,
  subjectId: true,
  revision: true,
  mistake: true,
  createdAt: true,
  creator: { select: { name: true } },
} as const
const matter = z.object({ matter: storedCode(MATTERS), kind: storedCode(STEPS) })

type Row = Revised & { readonly createdAt: Date; readonly creator: { readonly name: string } }
const toMoments = <R extends Row>(rows: readonly R[], momentsOf: (row: R) => readonly Dated[]) =>
  standingOf(rows).flatMap(({ row }) =>
    momentsOf(row).map((dated) => ({
      ...dated,
      subjectId: row.subjectId,
      recordedAt: row.createdAt,
      by: row.creator.name,
    })),
  )

/** What mandates, special needs and matters of a file within reach tell its timeline. Nothing sealed is opened for it. */
export const listMoments = async (work: Work, caseId: string) => {
  const asked = { where: { caseId }, orderBy: { id: 'asc' }, take: 500 } as const
  const mandates = await work.tx.legalMandate.findMany({
    ...asked,
    select: { ...revised, askedOn: true, grantedOn: true, endedOn: true, endReason: true },
  })
  const needs = await work.tx.specialNeed.findMany({
    ...asked,
    select: { ...revised, onWhen: true, toldOn: true, answeredOn: true },
  })
  const steps = await work.tx.matterStep.findMany({
    ...asked,
    select: { ...revised, matter: true, kind: true, onWhen: true },
  })
  return [
    ...toMoments(mandates, (row) =>
      mandateMoments(
        {
          askedOn: dayOrNull(row.askedOn),
          grantedOn: dayOrNull(row.grantedOn),
          endedOn: dayOrNull(row.endedOn),
          endReason: row.endReason,
        },
        dayOf(row.createdAt),
      ),
    ),
    ...toMoments(needs, (row) =>
      needMoments(
        {
          on: columnsWhen({ when: row.onWhen }),
          toldOn: dayOrNull(row.toldOn),
          answeredOn: dayOrNull(row.answeredOn),
        },
        dayOf(row.createdAt),
      ),
    ),
    ...toMoments(steps, (row) => {
      const { matter: of, kind: step } = matter.parse(row)
      return matterMoments({ on: columnsWhen({ when: row.onWhen }), matter: of, step }, dayOf(row.createdAt))
    }),
  ]
}
