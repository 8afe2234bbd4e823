'use server'
import * as z from 'zod'
import { getFile } from '@/lib/cases/case.data'
import { isAtWorkOn } from '@/lib/cases/reader.data'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { hasQuestion, insertComment } from './comment.data'
import { commentSchema } from './comment.schema'

export const writeComment = defineAction({
  name: 'writeComment',
  permission: 'note:write',
  schema: commentSchema,
  value: z.object({ commentId: z.uuid() }),
  audit: ({ caseId, kind }, { commentId }) => ({ event: 'comment.written', caseId, commentId, kind }),
  run: async (work, { caseId, kind, text, ...ids }) => {
    await getFile(work, 'note:write', caseId)
    const toStaffId = ids.toStaffId === '' ? null : ids.toStaffId
    const answersId = ids.answersId === '' ? null : ids.answersId
    if (toStaffId !== null && !(await isAtWorkOn(work, caseId, toStaffId)))
      return no('notAtWork', { toStaffId: 'unknownChoice' })
    if (answersId !== null && !(await hasQuestion(work, caseId, answersId))) throw new NotFound()
    return ok({ commentId: await insertComment(work, { caseId, kind, text, toStaffId, answersId }) })
  },
})
