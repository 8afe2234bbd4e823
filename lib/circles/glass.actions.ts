'use server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { ok } from '@/lib/shared/result'
import { answerGlass, breakGlass } from './glass.data'
import { glassSchema, verdictSchema } from './glass.schema'

const opened = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opened'), glassId: z.uuid(), caseId: z.uuid(), code: z.string() }),
  z.object({ type: z.literal('missed') }),
  z.object({ type: z.literal('blocked') }),
])

/**
 * Opens a restricted file in an emergency. A miss is an answer and no refusal: what is refused is rolled back, and then no try
 * would ever have been counted.
 */
export const openInEmergency = defineAction({
  name: 'openInEmergency',
  permission: 'glass:break',
  stepUp: true,
  schema: glassSchema,
  value: opened,
  audit: ({ kind }, value) =>
    value.type === 'opened'
      ? { event: 'glass.broken', caseId: value.caseId, glassId: value.glassId, kind }
      : { event: 'glass.missed', isBlocked: value.type === 'blocked' },
  run: async (work, input) => ok(await breakGlass(work, input)),
})

export const answerOpening = defineAction({
  name: 'answerOpening',
  permission: 'circle:own',
  schema: verdictSchema,
  value: z.object({}),
  audit: ({ glassId, verdict }) => ({ event: 'glass.answered', glassId, verdict }),
  run: async (work, { glassId, verdict }) => {
    if (!(await answerGlass(work, glassId, verdict))) throw new NotFound()
    return ok({})
  },
})
