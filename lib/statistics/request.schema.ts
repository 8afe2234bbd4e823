import * as z from 'zod/mini'
import { findWanted } from './request.rules'

const line = (max: number) =>
  z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(max, 'tooLong'))

/** Recipient and purpose stay in the register for ever, so they name organisations and studies, never a person met. */
export const askSchema = z.strictObject({
  period: z.string().check(z.regex(/^\d{4}(-Q[1-4])?$/)),
  wanted: z.string().check(
    z.maxLength(60),
    z.refine((code) => findWanted(code) !== null),
  ),
  recipient: line(120),
  purpose: line(300),
})

export const answerSchema = z
  .strictObject({
    requestId: z.uuid('required'),
    said: z.enum(['approved', 'declined'], 'required'),
    reason: z.string().check(z.trim(), z.maxLength(1000, 'tooLong')),
  })
  .check(
    z.refine(({ said, reason }) => said === 'approved' || reason !== '', {
      path: ['reason'],
      error: 'required',
    }),
  )
