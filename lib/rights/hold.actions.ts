'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { insertHold, liftHoldRow } from './hold.data'
import { liftHoldSchema, placeHoldSchema } from './hold.schema'

/** Holds a file: nothing of it is erased until someone lifts this. */
export const placeHold = defineAction({
  name: 'placeHold',
  permission: 'case:edit',
  schema: placeHoldSchema,
  value: z.object({ holdId: z.uuid() }),
  audit: ({ caseId }, { holdId }) => ({ event: 'hold.placed', caseId, holdId }),
  run: async (work, input) => {
    await getFile(work, 'case:edit', input.caseId)
    if (input.reviewOn <= today(work)) return no('reviewPassed', { reviewOn: 'reviewPassed' })
    return ok({ holdId: await insertHold(work, input) })
  },
})

/** Lifts a hold, with a reason. */
export const liftHold = defineAction({
  name: 'liftHold',
  permission: 'case:edit',
  schema: liftHoldSchema,
  value: z.object({}),
  audit: ({ caseId, holdId }) => ({ event: 'hold.lifted', caseId, holdId }),
  run: async (work, input) => {
    await getFile(work, 'case:edit', input.caseId)
    return (await liftHoldRow(work, input)) ? ok({}) : no('notStanding')
  },
})
