'use server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { ok } from '@/lib/shared/result'
import { orderForgetting, revokeDevice } from './device.data'
import { storeSchema } from './waiting.schema'

const done = z.object({ storeId: z.uuid() })

/** Orders a device of one's own to forget what it took along; what it has to send still arrives. */
export const forgetOnDevice = defineAction({
  name: 'forgetOnDevice',
  permission: 'session:own',
  schema: storeSchema,
  value: done,
  audit: ({ storeId }) => ({ event: 'device.forgotten', storeId }),
  run: async (work, { storeId }) => {
    if (!(await orderForgetting(work, storeId))) throw new NotFound()
    return ok({ storeId })
  },
})

/** Takes a lost device out of use: it forgets, and what it still sends comes back to its owner. */
export const revokeOwnDevice = defineAction({
  name: 'revokeOwnDevice',
  permission: 'session:own',
  schema: storeSchema,
  value: done,
  audit: ({ storeId }) => ({ event: 'device.revoked', storeId }),
  run: async (work, { storeId }) => {
    if (!(await revokeDevice(work, storeId))) throw new NotFound()
    return ok({ storeId })
  },
})
