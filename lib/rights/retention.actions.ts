'use server'
import * as z from 'zod'
import { listWords } from '@/lib/cases/word.data'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { insertRule } from './retention.data'
import { retentionSchema } from './retention.schema'

/** Says for how many years after its closing a kind of file is kept, and where the organisation has that from. */
export const setRetention = defineAction({
  name: 'setRetention',
  permission: 'rights:rule',
  schema: retentionSchema,
  value: z.object({ ruleId: z.uuid() }),
  audit: ({ kind, years }, { ruleId }) => ({ event: 'retention.set', ruleId, kind, years: Number(years) }),
  run: async (work, { kind, years, source }) => {
    const kinds = await listWords(work, ['case_kind'])
    if (!kinds.some(({ code }) => code === kind)) return no('notInList', { kind: 'unknownChoice' })
    return ok({ ruleId: await insertRule(work, { kind, years: Number(years), source }) })
  },
})
