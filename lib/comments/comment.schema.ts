import * as z from 'zod'
import { COMMENT_KINDS } from './comment.rules'

const idOrNone = z.union([z.literal(''), z.uuid('unknownChoice')])

export const commentSchema = z
  .strictObject({
    caseId: z.uuid(),
    kind: z.enum(COMMENT_KINDS),
    text: z.string().trim().min(1, 'required').max(2_000, 'tooLong'),
    toStaffId: idOrNone,
    answersId: idOrNone,
  })
  .refine(({ kind, answersId }) => (kind === 'answer') === (answersId !== ''), {
    path: ['kind'],
    message: 'unknownChoice',
  })
