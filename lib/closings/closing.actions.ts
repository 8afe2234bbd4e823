'use server'
import * as z from 'zod'
import { getFile, today, updateFile } from '@/lib/cases/case.data'
import { isClosed } from '@/lib/cases/case.rules'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { listWords } from '@/lib/cases/word.data'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { insertClosing } from './closing.data'
import { REOPENED_STATUS, statusFor, stillOpen, toKey, unanswered } from './closing.rules'
import { closeFileSchema, reopenFileSchema } from './closing.schema'
import { listOpenThings } from './open-thing.data'

/** Closes a file for a reason. Whatever is open in it by then is answered for, or the file stays open. */
export const closeFile = defineAction({
  name: 'closeFile',
  permission: 'case:edit',
  schema: closeFileSchema,
  value: z.object({ version: z.int(), leftOpen: z.int() }),
  audit: ({ caseId, reason }, { leftOpen }) => ({ event: 'case.closed', caseId, reason, leftOpen }),
  run: async (work, { caseId, version, reason, left, words }) => {
    const file = await getFile(work, 'case:edit', caseId)
    const lists = await listWords(work, ['closure_reason'])
    if (!lists.some(({ list, code }) => list === 'closure_reason' && code === reason))
      return no('notInList', { reason: 'unknownChoice' })
    if (file.version !== version) return conflict({ version: file.version })
    if (isClosed(file.status)) return no('alreadyClosed')
    const open = await listOpenThings(work, await getCaseHeader(work, caseId))
    const { asked, isNew } = unanswered(open, left)
    if (isNew) return no('moreIsOpen')
    if (asked.length > 0)
      return no('invalid', Object.fromEntries(asked.map((one) => [`left.${toKey(one)}`, 'required'])))
    const kept = stillOpen(open, left)
    await insertClosing(work, { caseId, kind: 'closed', reason, left: kept, words })
    const isUpdated = await updateFile(
      work,
      { id: caseId, version },
      { status: statusFor(reason), risk: file.risk, closedOn: today(work), closureReason: reason },
    )
    return isUpdated
      ? ok({ version: version + 1, leftOpen: kept.length })
      : conflict({ version: file.version })
  },
})

/** Opens a closed file again, with a reason in words. What was left open runs again. */
export const reopenFile = defineAction({
  name: 'reopenFile',
  permission: 'case:edit',
  schema: reopenFileSchema,
  value: z.object({ version: z.int() }),
  audit: ({ caseId }) => ({ event: 'case.reopened', caseId }),
  run: async (work, { caseId, version, words }) => {
    const file = await getFile(work, 'case:edit', caseId)
    if (file.version !== version) return conflict({ version: file.version })
    if (!isClosed(file.status)) return no('notClosed')
    await insertClosing(work, { caseId, kind: 'reopened', words })
    const isUpdated = await updateFile(
      work,
      { id: caseId, version },
      { status: REOPENED_STATUS, risk: file.risk, closedOn: null, closureReason: null },
    )
    return isUpdated ? ok({ version: version + 1 }) : conflict({ version: file.version })
  },
})
