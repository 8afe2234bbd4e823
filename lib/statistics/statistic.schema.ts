import * as z from 'zod'
import { dimensions, measureIds } from './measure.rules'

/** What may be asked: closed words only. Anything else in a URL falls back to the first choice. */
export const questionSchema = z.object({
  period: z.string().regex(/^\d{4}(-Q[1-4])?$/),
  measure: z.enum(measureIds),
  also: z.enum(dimensions).nullable(),
})
export type Question = z.infer<typeof questionSchema>

const line = (max: number) => z.string().trim().min(1, 'required').max(max, 'tooLong')

/** Recipient and purpose stay in the register for ever, so they name organisations and reports, never a person met. */
export const releaseSchema = questionSchema.extend({
  recipient: line(120),
  purpose: line(300),
})
export type ReleaseInput = z.infer<typeof releaseSchema>

export const releasedSchema = z.object({
  releaseId: z.string(),
  measure: z.string(),
  cellsHidden: z.number(),
})

export const exportSchema = z.object({
  release: z.string().regex(/^[A-Z2-7]{20}$/),
  format: z.enum(['csv', 'json']),
})
