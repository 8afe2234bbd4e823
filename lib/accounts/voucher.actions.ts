'use server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { ok } from '@/lib/shared/result'
import { staffIdSchema } from './account.schema'
import { vouchFor } from './voucher.data'

/** A coordinator, or of an admin's account another admin, says that it belongs to the colleague whose name it bears. Never of oneself. */
export const vouch = defineAction({
  name: 'vouch',
  permission: 'account:vouch',
  stepUp: true,
  schema: staffIdSchema,
  value: z.object({}),
  audit: ({ staffId }) => ({ event: 'account.vouched', staffId }),
  run: async (work, { staffId }) => {
    if (!(await vouchFor(work, staffId))) throw new NotFound()
    return ok({})
  },
})
