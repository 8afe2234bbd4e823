import * as z from 'zod/mini'
import { parseWhen } from './parse.rules'
import type { When } from './when.rules'

/** A date of any precision, as typed; '' is a question not asked. The message says what stands in its way. */
export const whenText = z.string().check(
  z.trim(),
  z.maxLength(100, 'tooLong'),
  z.superRefine((typed, context) => {
    const read = parseWhen(typed)
    if ('problem' in read) context.addIssue({ code: 'custom', message: read.problem })
  }),
)

/** What a checked text says. */
export const toWhen = (typed: string): When | null => {
  const read = parseWhen(typed)
  return 'problem' in read ? null : read.when
}
