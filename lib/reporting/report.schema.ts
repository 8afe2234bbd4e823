import * as z from 'zod/mini'

const name = z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(60, 'tooLong'))
/** As it is stored, too: what is read of an address may be written longer. */
export const LONGEST_QUESTION = 2_000
const question = z.string().check(z.maxLength(LONGEST_QUESTION, 'tooLong'))
const version = z.int().check(z.minimum(1))

/** A question to ask again: for oneself, for an office (its id), or for everyone who may read reports. */
export const reportSchema = z.strictObject({
  name,
  question,
  shared: z.union([z.literal('own'), z.literal('organisation'), z.uuid('unknownChoice')]),
})
export const reportRemovalSchema = z.strictObject({ reportId: z.uuid(), version })
/** Numbers to keep: what is counted is counted anew, and never sent. */
export const runSchema = z.strictObject({ name, question })
