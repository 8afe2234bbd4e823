'use server'
import * as z from 'zod'
import { today } from '@/lib/cases/case.data'
import { settleClocks } from '@/lib/clocks/settle.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { lockRegisters } from '@/lib/registers/register.data'
import { standingOf } from '@/lib/registers/register.rules'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { getTraffickingFile } from './file.data'
import { insertStage, listStages } from './stage.data'
import { stageMistakeSchema, stageSchema } from './stage.schema'
import { stageFields } from './stage.view'

const written = z.object({
  subjectId: z.uuid(),
  version: z.int(),
  deadlineIds: z.array(z.uuid()),
  closedIds: z.array(z.uuid()),
})

/** The row that stands under a subject. Throws NotFound. */
const rowOf = async (work: Work, caseId: string, subjectId: string) => {
  const stands = standingOf(await listStages(work, caseId)).find(({ row }) => row.subjectId === subjectId)
  if (stands === undefined) throw new NotFound()
  return stands.row
}

/** Records what happened in the procedure, or puts it right; its clocks follow. */
export const saveTraffickingStage = defineAction({
  name: 'saveTraffickingStage',
  permission: 'case:edit',
  schema: stageSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'trafficking.stage', caseId, ...value }),
  run: async (work, input) => {
    const { caseId, subjectId, version, on } = input
    await getTraffickingFile(work, caseId)
    if (on > today(work)) return no('inTheFuture', { on: 'inTheFuture' })
    await lockRegisters(work, caseId)
    const before = subjectId === '' ? null : await rowOf(work, caseId, subjectId)
    if (before !== null && before.revision !== version) return conflict(stageFields(before))
    const next = await insertStage(work, input, before)
    const moved = await settleClocks(work, caseId, next.id)
    return ok({
      subjectId: next.subjectId,
      version: next.revision,
      deadlineIds: [...moved.deadlineIds],
      closedIds: [...moved.closedIds],
    })
  },
})

/** Says that it was a mistake: it stays readable, and its clocks are taken back. */
export const takeTraffickingStageBack = defineAction({
  name: 'takeTraffickingStageBack',
  permission: 'case:edit',
  schema: stageMistakeSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'trafficking.stage', caseId, ...value }),
  run: async (work, { caseId, subjectId, version, mistake }) => {
    await getTraffickingFile(work, caseId)
    await lockRegisters(work, caseId)
    const before = await rowOf(work, caseId, subjectId)
    if (before.revision !== version) return no('correctedMeanwhile')
    const next = await insertStage(work, stageFields(before), before, mistake)
    const { deadlineIds, closedIds } = await settleClocks(work, caseId, next.id)
    return ok({ subjectId, version: next.revision, deadlineIds: [...deadlineIds], closedIds: [...closedIds] })
  },
})
