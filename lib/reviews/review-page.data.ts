import 'server-only'
import { rankFiles } from '@/lib/caseload/danger.data'
import { today } from '@/lib/cases/case.data'
import { mayBePrinted } from '@/lib/cases/case.rules'
import { isDanger } from '@/lib/cases/danger.rules'
import { listShownPeople } from '@/lib/cases/shown-people.data'
import { listWords } from '@/lib/cases/word.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import type { Search } from '@/lib/shared/search'
import { findRunning, getReview, itemAt, listReviews, toDecision, toItems } from './review.data'
import { type Decision, MOST_FILES } from './review.rules'
import { listReviewFiles } from './review-file.data'
import { listViewIds, toQuery } from './view.data'

/** How many files a page brings along at first, the one on the screen included. */
const AT_FIRST = 4

const LISTS = ['case_kind', 'case_status', 'risk_level', 'concern_type']

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
const toId = (params: Readonly<Record<string, string>>): string => {
  const id = params.reviewId ?? ''
  if (!isId(id)) throw new NotFound()
  return id
}

/** The review where one left it: at the first file without a decision, with the next ones at hand. */
export const readReview = async (
  work: Work,
  params: Readonly<Record<string, string>>,
  isDiscreet: boolean,
) => {
  const review = await getReview(work, toId(params))
  const items = toItems(review)
  const caseIds = items.map(({ caseId }) => caseId)
  const people = await listShownPeople(work, caseIds, isDiscreet)
  const dangers = new Map((await rankFiles(work, caseIds)).map(({ id, dangers: [first] }) => [id, first]))
  const first = items.findIndex(({ decision }) => decision === null)
  const at = first === -1 ? items.length : first
  const ahead = items.slice(at, at + AT_FIRST).map(({ caseId }) => caseId)
  const files = await listReviewFiles(work, review.id, ahead, isDiscreet)
  const [shown] = files
  if (shown !== undefined) await work.audit({ event: 'case.opened', caseId: shown.caseId })
  return {
    review: { id: review.id, spentSeconds: review.spentSeconds, isFinished: review.finishedAt !== null },
    items,
    lines: items.map(({ caseId }) => {
      const danger = dangers.get(caseId)
      return {
        people: people.get(caseId) ?? [],
        /** Why it comes where it does, as things are today; null when nothing presses. */
        danger:
          danger === undefined || danger.reason === 'rest' ? null : { reason: danger.reason, on: danger.on },
        isInDanger: danger !== undefined && isDanger(danger.rank),
      }
    }),
    at,
    files,
    isDiscreet,
    words: await listWords(work, LISTS),
    today: today(work),
    reviewDays: work.settings.get('work.review'),
  }
}
export type ReviewPageData = Awaited<ReturnType<typeof readReview>>

export type SummaryLine = {
  readonly caseId: string
  readonly code: string
  readonly isRestricted: boolean
  readonly worker: string
  readonly decision: Decision
  readonly text: string
  readonly isSent: boolean
}

/** What was decided, with the words, for one look before the questions leave. */
export const readSummary = async (work: Work, params: Readonly<Record<string, string>>) => {
  const review = await getReview(work, toId(params))
  const lines: SummaryLine[] = []
  for (const item of review.items) {
    const decision = toDecision(item)
    const { caseId, textCipher } = item
    if (decision === null || (decision === 'fine' && textCipher === null)) continue
    const text =
      textCipher === null
        ? ''
        : await work.fieldCrypto.open(itemAt(review.id, caseId, 'text', item.textRevision), textCipher)
    const { code, worker } = item.file
    const isRestricted = !mayBePrinted(item.file)
    lines.push({
      caseId,
      code,
      isRestricted,
      worker: worker.name,
      decision,
      text,
      isSent: item.commentId !== null,
    })
  }
  const { id, startedAt, finishedAt, sentAt, spentSeconds } = review
  return {
    review: { id, startedAt, finishedAt, sentAt, spentSeconds },
    decisions: review.items.map(toDecision),
    lines,
  }
}
export type SummaryData = Awaited<ReturnType<typeof readSummary>>

/** One's own reviews, and the view one comes from with how many files it has. */
export const readReviews = async (work: Work, search: Search) => {
  const query = toQuery(search)
  const ids = (await listViewIds(work, query)).slice(0, MOST_FILES)
  const ranks = (await rankFiles(work, ids)).map(({ dangers: [first] }) => first.rank)
  const inDanger = ranks.filter(isDanger).length
  const calm = ranks.filter((rank) => rank === 'rest').length
  return {
    query,
    files: ids.length,
    inDanger,
    late: ranks.length - inDanger - calm,
    calm,
    running: (await findRunning(work, query))?.id ?? null,
    reviews: await listReviews(work),
  }
}
export type ReviewsPageData = Awaited<ReturnType<typeof readReviews>>

/** Files for the page to have at hand, as JSON; with the ids of those that leave. */
export const readAhead = async (
  work: Work,
  { review, files }: { readonly review: string; readonly files: readonly string[] },
  isDiscreet: boolean,
) => {
  const found = await listReviewFiles(work, review, files, isDiscreet)
  return {
    body: JSON.stringify(found),
    type: 'application/json; charset=utf-8',
    caseIds: found.map(({ caseId }) => caseId),
  }
}
