'use server'
import * as z from 'zod'
import { today } from '@/lib/cases/case.data'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import {
  addSeconds,
  getItem,
  hasItem,
  holdItem,
  insertDecision,
  listOpenSignals,
  takeBack,
} from './decision.data'
import { asksReason, LONGEST_LOOK, toDueOn } from './review.rules'
import { decisionSchema, fileOfReviewSchema } from './review.schema'

const nothing = z.object({})

/**
 * Says of one file what is to happen. The page shows the next file without waiting for the answer; which one it was stands
 * in the same request, so that the audit log says who read what, also when no one decided anything about it.
 */
export const decideFile = defineAction({
  name: 'decideFile',
  permission: 'case:review',
  schema: decisionSchema,
  value: nothing,
  audit: ({ reviewId, caseId, decision }) => ({ event: 'review.decided', reviewId, caseId, decision }),
  run: async (work, said) => {
    await holdItem(work, said)
    const item = await getItem(work, said)
    if (item.review.finishedAt !== null) return no('reviewFinished')
    if (said.decision === 'fine' && said.text === '' && asksReason(await listOpenSignals(work, said.caseId)))
      return no('reasonWanted', { text: 'required' })
    const back = await takeBack(work, item)
    if (back !== 'ok') return no(back)
    const dueOn = toDueOn(said.dueIn, today(work))
    // Read again: what was taken back has changed the file.
    await insertDecision(work, await getItem(work, said), { ...said, dueOn })
    await addSeconds(work, said.reviewId, Math.min(said.seconds, LONGEST_LOOK))
    // Handed over while it lay ready: then it was not for this reviewer any more, and the decision about this one stands all the same.
    if (said.shownId !== null && (await hasItem(work, { reviewId: said.reviewId, caseId: said.shownId })))
      await work.audit({ event: 'case.opened', caseId: said.shownId })
    return ok({})
  },
})

/** Takes a decision back, with what it made. Nothing decided is nothing to take back, and no mistake. */
export const undoDecision = defineAction({
  name: 'undoDecision',
  permission: 'case:review',
  schema: fileOfReviewSchema,
  value: nothing,
  audit: ({ reviewId, caseId }) => ({ event: 'review.undone', reviewId, caseId }),
  run: async (work, which) => {
    await holdItem(work, which)
    const item = await getItem(work, which)
    if (item.review.finishedAt !== null) return no('reviewFinished')
    const back = await takeBack(work, item)
    return back === 'ok' ? ok({}) : no(back)
  },
})

/** Tells the audit log that a file was shown to which one moved without deciding anything. */
export const showFile = defineAction({
  name: 'showFile',
  permission: 'case:review',
  schema: fileOfReviewSchema,
  value: nothing,
  audit: ({ caseId }) => ({ event: 'case.opened', caseId }),
  run: async (work, which) => {
    await getItem(work, which)
    return ok({})
  },
})
