'use server'
import * as z from 'zod'
import { isCentre } from '@/lib/detention/visit.data'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { insertClosure, liftClosure as lift } from './closure.data'
import { closureSchema, liftSchema } from './closure.schema'

export const setClosure = defineAction({
  name: 'setClosure',
  permission: 'closure:set',
  schema: closureSchema,
  value: z.object({ closureId: z.uuid() }),
  audit: ({ placeId }, { closureId }) => ({ event: 'closure.set', closureId, placeId }),
  run: async (work, closure) => {
    if (!(await isCentre(work, closure.placeId))) return no('invalid', { placeId: 'unknownChoice' })
    return ok({ closureId: await insertClosure(work, closure) })
  },
})

export const liftClosure = defineAction({
  name: 'liftClosure',
  permission: 'closure:set',
  schema: liftSchema,
  value: z.object({ closureId: z.uuid() }),
  audit: ({ closureId }) => ({ event: 'closure.lifted', closureId }),
  run: async (work, { closureId }) => {
    await lift(work, closureId)
    return ok({ closureId })
  },
})
