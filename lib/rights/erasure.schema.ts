import * as z from 'zod/mini'
import { listGrounds } from './erasure.rules'

/** As many as two people can still look at one by one. */
export const MOST_AT_ONCE = 50

const several = z.array(z.uuid()).check(z.minLength(1, 'required'), z.maxLength(MOST_AT_ONCE, 'tooManyFiles'))

/** One file, or several at once from the list of what falls due. */
export const askErasureSchema = z.strictObject({
  caseIds: several,
  ground: z.enum(listGrounds(), 'required'),
  words: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(1000, 'tooLong')),
})

export const answerErasureSchema = z.strictObject({ erasureIds: several, agrees: z.boolean() })
