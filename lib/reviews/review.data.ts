import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { rankFiles } from '@/lib/caseload/danger.data'
import { mayBePrinted } from '@/lib/cases/case.rules'
import { TIERS, type Tier, tierOf } from '@/lib/cases/danger.rules'
import { NotFound } from '@/lib/db/errors'
import { placeInFile } from '@/lib/db/field-crypto'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { type Decision, isDecision, MOST_FILES } from './review.rules'

/** Where the words of a decision stand: encrypted with the key of the file they are about. */
export const itemAt = (reviewId: string, caseId: string, column: 'text' | 'step_before', revision: number) =>
  placeInFile(caseId, { table: 'review_item', row: reviewId, column, revision })

/** Starts a review of these files, those in danger first. The order is settled here and stays. */
export const insertReview = async (
  work: Work,
  query: string,
  caseIds: readonly string[],
): Promise<{ reviewId: string; files: number }> => {
  const reviewId = newId(work.now.getTime())
  const within = await work.tx.caseFile.findMany({
    where: { AND: [scopeCases(work.actor, 'case:review', work.now), { id: { in: [...caseIds] } }] },
    select: { id: true },
  })
  const ranked = await rankFiles(
    work,
    within.map(({ id }) => id),
  )
  const files = ranked.slice(0, MOST_FILES)
  const staffId = work.actor.id
  await work.tx.review.createMany({ data: { id: reviewId, staffId, query, startedAt: work.now } })
  await work.tx.reviewItem.createMany({
    data: files.map(({ id, dangers: [first] }, index) => ({
      reviewId,
      caseId: id,
      staffId,
      position: index + 1,
      reason: tierOf(first.rank),
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
  readonly isRestricted: boolean
  readonly reason: Tier
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
          file: { select: { code: true, secrecy: true, worker: { select: { id: true, name: true } } } },
        },
      },
    },
  })
  if (review === null) throw new NotFound()
  return review
}
const tier = storedCode(TIERS)
type ReviewRow = Awaited<ReturnType<typeof getReview>>

export const toItems = (review: ReviewRow): ReviewItem[] =>
  review.items.map(({ caseId, reason, file, commentId, ...item }) => ({
    caseId,
    code: file.code,
    isRestricted: !mayBePrinted(file),
    reason: tier.parse(reason),
    decision: toDecision(item),
    isSent: commentId !== null,
    decidedAt: toDecision(item) === null ? null : item.decidedAt,
  }))
