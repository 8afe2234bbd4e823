import * as z from 'zod/mini'
import { GLASS_KINDS, REASON_LEAST, VERDICTS } from './glass.rules'

export const glassSchema = z.strictObject({
  code: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(20, 'tooLong')),
  kind: z.enum(GLASS_KINDS.codes, 'required'),
  reason: z.string().check(z.trim(), z.minLength(REASON_LEAST, 'tooShort'), z.maxLength(2000, 'tooLong')),
})

export const verdictSchema = z.strictObject({
  glassId: z.uuid(),
  verdict: z.enum(VERDICTS.codes, 'required'),
})
