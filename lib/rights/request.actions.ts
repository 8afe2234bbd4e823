'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { answerCorrectionRow, insertCorrection, insertExtract, isInFile } from './request.data'
import { answerCorrectionSchema, askCorrectionSchema, askExtractSchema } from './request.schema'

/** Writes down that someone asked what is kept of them, and leads to what they are given. */
export const askExtract = defineAction({
  name: 'askExtract',
  permission: 'case:edit',
  schema: askExtractSchema,
  value: z.object({ extractId: z.uuid() }),
  audit: ({ caseId, personId }, { extractId }) => ({ event: 'extract.asked', caseId, personId, extractId }),
  run: async (work, input) => {
    await getFile(work, 'case:edit', input.caseId)
    if (!(await isInFile(work, input))) throw new NotFound()
    if (input.askedOn > today(work)) return no('inTheFuture', { askedOn: 'inTheFuture' })
    return ok({ extractId: await insertExtract(work, input) })
  },
})

/** Writes down that someone asked for something to be put right. */
export const askCorrection = defineAction({
  name: 'askCorrection',
  permission: 'case:edit',
  schema: askCorrectionSchema,
  value: z.object({ correctionId: z.uuid() }),
  audit: ({ caseId }, { correctionId }) => ({ event: 'correction.asked', caseId, correctionId }),
  run: async (work, input) => {
    await getFile(work, 'case:edit', input.caseId)
    if (!(await isInFile(work, input))) throw new NotFound()
    if (input.askedOn > today(work)) return no('inTheFuture', { askedOn: 'inTheFuture' })
    return ok({ correctionId: await insertCorrection(work, input) })
  },
})

/** What was changed, or why it was not. */
export const answerCorrection = defineAction({
  name: 'answerCorrection',
  permission: 'case:edit',
  schema: answerCorrectionSchema,
  value: z.object({}),
  audit: ({ caseId, correctionId, state }) => ({ event: 'correction.answered', caseId, correctionId, state }),
  run: async (work, input) => {
    await getFile(work, 'case:edit', input.caseId)
    return (await answerCorrectionRow(work, input)) ? ok({}) : no('notStanding')
  },
})
