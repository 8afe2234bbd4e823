import 'server-only'
import { isAtWorkOn } from '@/lib/cases/reader.data'
import { insertComment } from '@/lib/comments/comment.data'
import type { Work } from '@/lib/db/work'
import { getReview, itemAt, toDecision } from './review.data'

/** Sends what was asked and not sent yet; a review without a file left is finished with it. */
export const updateSent = async (
  work: Work,
  reviewId: string,
): Promise<'finished' | { questions: number; isFinished: boolean }> => {
  await work.tx.$executeRaw`SELECT 1 FROM review WHERE id = ${reviewId}::uuid FOR UPDATE`
  const review = await getReview(work, reviewId)
  if (review.finishedAt !== null) return 'finished'
  let questions = 0
  for (const item of review.items) {
    if (toDecision(item) !== 'ask' || item.commentId !== null || item.textCipher === null) continue
    const { caseId } = item
    const place = itemAt(reviewId, caseId, 'text', item.textRevision)
    // A question that cannot be read is not sent; it stays in the review.
    const text = await work.fieldCrypto.openWhole(place, item.textCipher)
    // A question to a colleague who left is put to all who work on the file.
    const isThere = await isAtWorkOn(work, caseId, item.file.worker.id)
    const commentId = await insertComment(work, {
      caseId,
      kind: 'question',
      text,
      toStaffId: isThere ? item.file.worker.id : null,
      answersId: null,
    })
    await work.tx.reviewItem.updateMany({ where: { reviewId, caseId }, data: { commentId } })
    questions += 1
  }
  const isFinished = review.items.every((item) => toDecision(item) !== null)
  await work.tx.review.updateMany({
    where: { id: reviewId, staffId: work.actor.id },
    data: {
      version: { increment: 1 },
      ...(questions > 0 ? { sentAt: work.now } : {}),
      ...(isFinished ? { finishedAt: work.now } : {}),
    },
  })
  return { questions, isFinished }
}
