import * as z from 'zod/mini'
import { MISTAKE_OUTCOMES, MISTAKE_SUBJECTS } from './mistake.rules'

const words = z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(1000, 'tooLong'))

export const mistakeSchema = z.strictObject({
  country: z.string().check(z.regex(/^[A-Z]{2}$/, 'unknownChoice')),
  about: z.enum(MISTAKE_SUBJECTS.codes, 'required'),
  slug: z.string().check(z.regex(/^[a-z0-9-]{1,120}$/, 'unknownChoice')),
  words,
  address: z
    .string()
    .check(z.trim(), z.maxLength(500, 'tooLong'), z.regex(/^(https?:\/\/[^\s/]+\.\S+)?$/, 'notAnAddress')),
})

export const mistakeAnswerSchema = z.strictObject({
  mistakeId: z.uuid('required'),
  outcome: z.enum(MISTAKE_OUTCOMES.codes, 'required'),
  answer: words,
})
