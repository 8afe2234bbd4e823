'use server'

import { getLocale } from 'next-intl/server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { answerSchema, askSchema } from './request.schema'
import { answerFor, askForRelease } from './request-desk.data'

/** An admin asks a second one for a release that one alone may not make. Nothing leaves by it. */
export const askRelease = defineAction({
  name: 'askRelease',
  permission: 'statistics:export',
  schema: askSchema,
  value: z.object({ requestId: z.uuid() }),
  audit: ({ wanted }, { requestId }) => ({ event: 'statistics.asked', requestId, wanted }),
  most: 120_000,
  run: async (work, input) => askForRelease(work, input, await getLocale()),
})

/** A second admin approves, and the files enter the register; or any admin declines with a reason. */
export const answerRelease = defineAction({
  name: 'answerRelease',
  permission: 'statistics:export',
  stepUp: ({ said }) => said === 'approved',
  schema: answerSchema,
  value: z.object({}),
  audit: ({ requestId, said }) => ({ event: 'statistics.answered', requestId, said }),
  most: 120_000,
  run: (work, input) => answerFor(work, input),
})
