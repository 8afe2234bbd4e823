import * as z from 'zod/mini'
import { MOST_YEARS } from './retention.rules'

export const retentionSchema = z.strictObject({
  kind: z.string().check(z.minLength(1, 'required'), z.regex(/^[a-z0-9_]{1,40}$/, 'unknownChoice')),
  years: z.string().check(
    z.trim(),
    z.minLength(1, 'required'),
    z.regex(/^\d{1,2}$/, 'notANumber'),
    z.refine((text) => Number(text) >= 1 && Number(text) <= MOST_YEARS, 'tooMany'),
  ),
  source: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(300, 'tooLong')),
})
