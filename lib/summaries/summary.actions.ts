'use server'
import * as z from 'zod'
import { getFile } from '@/lib/cases/case.data'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { gapOf } from './ground.data'
import { CODE_OF_GAP } from './ground.rules'
import { LEVEL_FOR } from './level.rules'
import { insertSummary } from './summary.data'
import { makeSummarySchema } from './summary.schema'

/** Writes down for whom a summary is made and what stands on it; its page then reads the file. */
export const makeSummary = defineAction({
  name: 'makeSummary',
  permission: 'case:edit',
  schema: makeSummarySchema,
  value: z.object({ summaryId: z.uuid() }),
  audit: ({ caseId, audience, sections, language }, { summaryId }) => ({
    event: 'summary.made',
    caseId,
    summaryId,
    audience,
    level: LEVEL_FOR[audience],
    sections,
    language,
  }),
  run: async (work, input) => {
    await getFile(work, 'case:edit', input.caseId)
    const gap = await gapOf(work, input)
    if (gap !== null) return no('invalid', { recipient: CODE_OF_GAP[gap] })
    return ok({ summaryId: await insertSummary(work, input) })
  },
})
