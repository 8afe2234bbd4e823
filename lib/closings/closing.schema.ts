import * as z from 'zod/mini'
import { LEFT_KINDS, LEFT_REASONS } from './closing.rules'

const version = z.int().check(z.minimum(1))
const words = z.string().check(z.trim(), z.maxLength(2_000, 'tooLong'))
const code = z.string().check(z.minLength(1, 'required'), z.regex(/^[a-z0-9_]{1,40}$/, 'unknownChoice'))

const KEY = new RegExp(`^(${LEFT_KINDS.codes.join('|')})_[0-9a-f-]{36}$`)

/** Why a file is closed, and why each thing that is still open stays so. "Other" asks for words. */
export const closeFileSchema = z
  .strictObject({
    caseId: z.uuid(),
    version,
    // Empty is refused below, together with everything else that is missing.
    reason: z.union([z.literal(''), code]),
    left: z.record(
      z.string().check(z.regex(KEY, 'unknownChoice')),
      z.union([z.literal(''), z.enum(LEFT_REASONS.codes)]),
    ),
    words,
  })
  .check(
    z.superRefine(({ reason, left, words: said }, context) => {
      const miss = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'required' })
      if (reason === '') miss('reason')
      if (said === '' && (reason === 'other' || Object.values(left).includes('other'))) miss('words')
    }),
  )

/**
 * The same for the form that asks about these things: what has no answer yet is told with all that is missing, in one round. A
 * thing that went from the page meanwhile is not asked about any more.
 */
export const closeFormSchema = (asked: readonly string[]) =>
  closeFileSchema.check(
    z.superRefine(({ left }, context) => {
      for (const key of asked)
        if ((left[key] ?? '') === '')
          context.addIssue({ code: 'custom', path: ['left', key], message: 'required' })
    }),
  )

export const reopenFileSchema = z.strictObject({
  caseId: z.uuid(),
  version,
  words: words.check(z.minLength(1, 'required')),
})
