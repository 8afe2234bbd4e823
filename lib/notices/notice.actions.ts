'use server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { conflict, ok } from '@/lib/shared/result'
import { getNoticeSettings, updateNoticeSettings, updateRead } from './notice.data'
import { noticeSettingsSchema, readSchema } from './notice.schema'

export const readNotices = defineAction({
  name: 'readNotices',
  permission: 'session:own',
  schema: readSchema,
  value: z.object({ count: z.number().int() }),
  audit: (_input, { count }) => ({ event: 'notice.read', count }),
  run: async (work, { ids }) => ok({ count: await updateRead(work, ids) }),
})

export const saveNoticeSettings = defineAction({
  name: 'saveNoticeSettings',
  permission: 'session:own',
  schema: noticeSettingsSchema,
  value: z.object({ version: z.number().int() }),
  audit: (_input, { version }) => ({ event: 'notice.set', version }),
  run: async (work, settings) => {
    if (await updateNoticeSettings(work, settings)) return ok({ version: settings.version + 1 })
    const { digest, quietFrom, quietUntil, version } = await getNoticeSettings(work)
    return conflict({ version, digest, quietFrom: String(quietFrom), quietUntil: String(quietUntil) })
  },
})
