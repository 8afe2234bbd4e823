import * as z from 'zod/mini'
import { day } from '@/lib/shared/day.schema'
import { HOLD_GROUNDS } from './erasure.rules'

const words = z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(1000, 'tooLong'))

export const placeHoldSchema = z.strictObject({
  caseId: z.uuid(),
  ground: z.enum(HOLD_GROUNDS.codes, 'required'),
  words,
  reviewOn: day,
})

export const liftHoldSchema = z.strictObject({ caseId: z.uuid(), holdId: z.uuid(), words })
