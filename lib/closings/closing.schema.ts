import * as z from 'zod/mini'
import { LEFT_REASONS } from './closing.rules'

const version = z.int().check(z.minimum(1))
const words = z.string().check(z.trim(), z.maxLength(2_000, 'tooLong'))
const code = z.string().check(z.minLength(1, 'required'), z.regex(/^[a-z0-9_]{1,40}$/, 'unknownChoice'))

/** Why a file is closed, and why each thing that is still open stays so. "Other" asks for words. */
export const closeFileSchema = z
  .strictObject({
    caseId: z.uuid(),
    version,
    reason: code,
    left: z.record(
      z.string().check(z.regex(/^(deadline|task|plan|step|signal|goal)_[0-9a-f-]{36}$/, 'unknownChoice')),
      z.union([z.literal(''), z.enum(LEFT_REASONS)]),
    ),
    words,
  })
  .check(
    z.refine(
      ({ reason, left, words: said }) =>
        said !== '' || (reason !== 'other' && !Object.values(left).includes('other')),
      { path: ['words'], error: 'required' },
    ),
  )

export const reopenFileSchema = z.strictObject({
  caseId: z.uuid(),
  version,
  words: words.check(z.minLength(1, 'required')),
})
