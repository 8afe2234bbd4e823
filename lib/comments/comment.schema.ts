import * as z from 'zod/mini'
import { COMMENT_KINDS } from './comment.rules'

const idOrNone = z.union([z.literal(''), z.uuid('unknownChoice')])

export const commentSchema = z
  .strictObject({
    caseId: z.uuid(),
    kind: z.enum(COMMENT_KINDS.codes),
    text: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(2_000, 'tooLong')),
    toStaffId: idOrNone,
    answersId: idOrNone,
  })
  .check(
    z.refine(({ kind, answersId }) => (kind === 'answer') === (answersId !== ''), {
      path: ['kind'],
      error: 'unknownChoice',
    }),
  )
