'use server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { ok } from '@/lib/shared/result'
import { renewFeed, revokeFeeds } from './feed.data'
import { renewSchema, revokeSchema } from './feed.schema'

export const renewCalendar = defineAction({
  name: 'renewCalendar',
  permission: 'plan:read',
  stepUp: true,
  schema: renewSchema,
  value: z.object({ feedId: z.uuid() }),
  audit: (_input, { feedId }) => ({ event: 'calendar.renewed', feedId }),
  run: async (work, input) => ok({ feedId: await renewFeed(work, input) }),
})

export const revokeCalendar = defineAction({
  name: 'revokeCalendar',
  permission: 'plan:read',
  schema: revokeSchema,
  value: z.object({ count: z.int() }),
  audit: (_input, { count }) => ({ event: 'calendar.revoked', count }),
  run: async (work) => ok({ count: await revokeFeeds(work) }),
})
