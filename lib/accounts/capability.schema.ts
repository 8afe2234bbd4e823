import * as z from 'zod/mini'
import { CAPABILITIES } from '@/lib/shared/capabilities'
import { isDay } from '@/lib/shared/dates'
import { CAPABILITY_ANSWERS } from './capability.rules'

export const askCapabilitySchema = z.strictObject({
  staffId: z.uuid(),
  kind: z.enum(CAPABILITIES.codes, 'required'),
  until: z.string().check(z.minLength(1, 'required'), z.refine(isDay, 'notADay')),
})
export const answerCapabilitySchema = z.strictObject({
  grantId: z.uuid(),
  said: z.enum(CAPABILITY_ANSWERS.codes),
})
export const capabilityIdSchema = z.strictObject({ grantId: z.uuid() })
