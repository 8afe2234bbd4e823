'use server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { updateSent } from './question.data'
import { findRunning, insertReview } from './review.data'
import { reviewSchema, startSchema } from './review.schema'
import { listViewIds, toQuery, toRaw } from './view.data'

/** Starts a review of the files of a view; one that was left in the middle goes on instead. */
export const startReview = defineAction({
  name: 'startReview',
  permission: 'case:review',
  schema: startSchema,
  value: z.object({ reviewId: z.uuid(), files: z.number().int() }),
  audit: (_view, { reviewId, files }) => ({ event: 'review.started', reviewId, files }),
  run: async (work, view) => {
    const query = toQuery(toRaw(view.query))
    const running = await findRunning(work, query)
    if (running !== null) return ok({ reviewId: running.id, files: 0 })
    const caseIds = await listViewIds(work, query)
    if (caseIds.length === 0) return no('nothingToReview')
    return ok(await insertReview(work, query, caseIds))
  },
})

/** Sends the questions that were written on the way, once; with no file left to look at, the review is done. */
export const sendReview = defineAction({
  name: 'sendReview',
  permission: 'case:review',
  schema: reviewSchema,
  value: z.object({ questions: z.number().int(), isFinished: z.boolean() }),
  audit: ({ reviewId }, { questions }) => ({ event: 'review.sent', reviewId, questions }),
  run: async (work, { reviewId }) => {
    const sent = await updateSent(work, reviewId)
    return sent === 'finished' ? no('reviewFinished') : ok(sent)
  },
})
