import { filesQuery } from '@/lib/reviews/review.schema'
import { readAhead } from '@/lib/reviews/review-page.data'
import { defineDownload } from '@/lib/server/define-download'
import { isDiscreetFor } from '@/lib/server/session'

/** The next files of a review, for the page to have at hand. The audit log says which left the server, read or not (adr 0020). */
export const GET = defineDownload({
  permission: 'case:review',
  query: filesQuery,
  run: async (work, query) => readAhead(work, query, await isDiscreetFor(work)),
  audit: ({ review }, { caseIds }) => ({ event: 'review.prepared', reviewId: review, caseIds }),
})
