'use server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { getFile } from './case.data'
import { MOST_PINS } from './case.rules'
import { pinSchema } from './file.schema'
import { countPins, getPin, updatePin } from './pin.data'

/** Pins an entry of the timeline for everyone who reads the file, or takes the pin away. */
export const pinEntry = defineAction({
  name: 'pinEntry',
  permission: 'note:write',
  schema: pinSchema,
  value: z.object({ version: z.int() }),
  audit: ({ caseId, type, entryId, isPinned }) => ({
    event: 'entry.pinned',
    caseId,
    type,
    entryId,
    isPinned,
  }),
  run: async (work, { caseId, type, entryId, version, isPinned }) => {
    await getFile(work, 'note:write', caseId)
    const entry = { caseId, type, id: entryId }
    const now = await getPin(work, entry)
    if (isPinned && !now.isPinned && (await countPins(work, caseId)) >= MOST_PINS) return no('tooManyPins')
    if (now.isPinned !== isPinned && (await updatePin(work, entry, { version, isPinned })))
      return ok({ version: version + 1 })
    return conflict({ version: now.version })
  },
})
