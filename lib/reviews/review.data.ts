import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { today } from '@/lib/cases/case.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { type Decision, inOrder, isDecision, isReason, MOST_FILES, type ReasonKey } from './review.rules'

/** Where the words of a decision stand: sealed with the key of the file they are about. */
export const itemAt = (
  reviewId: string,
  caseId: string,
  column: 'text' | 'step_before',
  revision: number,
) => ({
  holder: { kind: 'file', id: caseId } as const,
  table: 'review_item',
  row: reviewId,
  column,
  revision,
})

/** The files in the order they are gone through, each with the reason for its place. */
const listInOrder = async (work: Work, caseIds: readonly string[]) => {
  const rows = await work.tx.caseFile.findMany({
    where: { AND: [scopeCases(work.actor, 'case:review', work.now), { id: { in: [...caseIds] } }] },
    select: { id: true, nextStepOn: true, unseenOn: true },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const now = today(work)
  const facts = caseIds.flatMap((id) => {
    const row = byId.get(id)
    if (row === undefined) return []
    const isUnseen = row.unseenOn !== null && toDay(row.unseenOn) <= now
    return [{ id, dueOn: row.nextStepOn && toDay(row.nextStepOn), isUnseen }]
  })
  return inOrder(facts, now)
}

/** Starts a review of these files. The order is settled here and stays. */
export const insertReview = async (
  work: Work,
  query: string,
  caseIds: readonly string[],
): Promise<{ reviewId: string; files: number }> => {
  const reviewId = newId(work.now.getTime())
  const files = (await listInOrder(work, caseIds)).slice(0, MOST_FILES)
  const staffId = work.actor.id
  await work.tx.review.createMany({ data: [{ id: reviewId, staffId, query, startedAt: work.now }] })
  await work.tx.reviewItem.createMany({
    data: files.map(({ id, reason }, index) => ({
      reviewId,
      caseId: id,
      staffId,
      position: index + 1,
      reason,
    })),
  })
  return { reviewId, files: files.length }
}

const itemsInReach = (work: Work) => ({
  where: { file: scopeCases(work.actor, 'case:review', work.now) },
  orderBy: { position: 'asc' } as const,
})
const sketch = (work: Work) => ({
  id: true,
  query: true,
  startedAt: true,
  finishedAt: true,
  sentAt: true,
  spentSeconds: true,
  items: { ...itemsInReach(work), select: { decision: true, undoneAt: true } },
})

export const toDecision = (item: {
  readonly decision: string | null
  readonly undoneAt: Date | null
}): Decision | null => (item.undoneAt === null && isDecision(item.decision) ? item.decision : null)

/** One's own reviews, the newest first. */
export const listReviews = async (work: Work) => {
  const rows = await work.tx.review.findMany({
    where: { staffId: work.actor.id },
    select: sketch(work),
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: 20,
  })
  return rows.map(({ items, ...review }) => ({
    ...review,
    files: items.length,
    decided: items.filter((item) => toDecision(item) !== null).length,
  }))
}
export type ReviewSketch = Awaited<ReturnType<typeof listReviews>>[number]

/** A review of the same view that was left in the middle. */
export const findRunning = (work: Work, query: string): Promise<{ id: string } | null> =>
  work.tx.review.findFirst({
    where: { staffId: work.actor.id, query, finishedAt: null, items: { some: itemsInReach(work).where } },
    select: { id: true },
    orderBy: { startedAt: 'desc' },
  })

export type ReviewItem = {
  readonly caseId: string
  readonly code: string
  readonly reason: ReasonKey
  readonly decision: Decision | null
  readonly isSent: boolean
  readonly decidedAt: Date | null
}

/** One's own review with the files that are within reach today: what was handed to another office is not in it any more. */
export const getReview = async (work: Work, reviewId: string) => {
  const review = await work.tx.review.findFirst({
    where: { id: reviewId, staffId: work.actor.id },
    select: {
      id: true,
      query: true,
      startedAt: true,
      finishedAt: true,
      sentAt: true,
      spentSeconds: true,
      items: {
        ...itemsInReach(work),
        select: {
          caseId: true,
          reason: true,
          decision: true,
          undoneAt: true,
          decidedAt: true,
          commentId: true,
          textCipher: true,
          textRevision: true,
          file: { select: { code: true, worker: { select: { id: true, name: true } } } },
        },
      },
    },
  })
  if (review === null) throw new NotFound()
  return review
}
type ReviewRow = Awaited<ReturnType<typeof getReview>>

export const toItems = (review: ReviewRow): ReviewItem[] =>
  review.items.map(({ caseId, reason, file, commentId, ...item }) => ({
    caseId,
    code: file.code,
    reason: isReason(reason) ? reason : 'rest',
    decision: toDecision(item),
    isSent: commentId !== null,
    decidedAt: toDecision(item) === null ? null : item.decidedAt,
  }))
