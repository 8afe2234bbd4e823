'use server'
import * as z from 'zod'
import { getFile } from '@/lib/cases/case.data'
import { defineAction } from '@/lib/server/define-action'
import { ok } from '@/lib/shared/result'
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
    return ok({ summaryId: await insertSummary(work, input) })
  },
})
