import * as z from 'zod/mini'
import { findAsked } from './question.rules'

/** What may be asked: closed words only. */
const questionSchema = z.object({
  period: z.string().check(z.regex(/^\d{4}(-Q[1-4])?$/)),
  /** A table of the list, or a question in one word. */
  table: z.string().check(
    z.maxLength(200),
    z.refine((code) => findAsked(code) !== null),
  ),
})

const line = (max: number) =>
  z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(max, 'tooLong'))

/** Recipient and purpose stay in the register for ever, so they name organisations and reports, never a person met. */
export const releaseSchema = z.extend(questionSchema, {
  recipient: line(120),
  purpose: line(300),
})

export const releasedSchema = z.object({
  releaseId: z.string(),
  measure: z.string(),
  cellsHidden: z.number(),
})

const releaseId = z.string().check(z.regex(/^[A-Z2-7]{20}$/))

export const signSchema = z.object({ releaseId })

/** The key that is replaced, as the page shows it: of two admins who press at once, one replaces it. */
export const replaceKeySchema = z.object({ keyId: z.uuid() })

export const exportSchema = z.object({
  release: releaseId,
  format: z.enum(['zip', 'csv', 'json']),
})
