import * as z from 'zod/mini'
import { MISTAKES } from './register.rules'

const none = z.literal('')

/** Which row a form writes: without a subject it is a new one; the version is the revision that was on the page. */
export const whichRow = {
  caseId: z.uuid(),
  subjectId: z.union([none, z.uuid()]),
  version: z.int().check(z.minimum(0), z.maximum(10_000)),
}
export const idOrNone = z.union([none, z.uuid()], 'unknownChoice')

/** Says of a row that it was a mistake. */
export const mistakeSchema = z.strictObject({
  caseId: z.uuid(),
  subjectId: z.uuid(),
  version: z.int().check(z.minimum(1), z.maximum(10_000)),
  mistake: z.enum(MISTAKES.codes, 'required'),
})
export type Mistake = z.output<typeof mistakeSchema>

/** Says of an event that it was a mistake: it stays readable, and what it started is taken back. */
export const eventMistakeSchema = z.strictObject({
  caseId: z.uuid(),
  eventId: z.uuid(),
  mistake: mistakeSchema.shape.mistake,
  words: z.string().check(z.trim(), z.maxLength(20_000, 'tooLong')),
})
