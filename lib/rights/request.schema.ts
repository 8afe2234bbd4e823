import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locales'
import { day } from '@/lib/shared/day.schema'

const words = z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(2000, 'tooLong'))
const personId = z.pipe(z.string().check(z.minLength(1, 'required')), z.uuid())

/** Someone asks what is kept of them: who asked, how we know that it is them, and in which language they are answered. */
export const askExtractSchema = z.strictObject({
  caseId: z.uuid(),
  personId,
  askedOn: day,
  language: z.enum(LOCALES.codes, 'required'),
  words,
})

export const askCorrectionSchema = z.strictObject({ caseId: z.uuid(), personId, askedOn: day, words })

export const answerCorrectionSchema = z.strictObject({
  caseId: z.uuid(),
  correctionId: z.uuid(),
  state: z.enum(['done', 'refused'], 'required'),
  words,
})
