import { cookies } from 'next/headers'
import { ReviewPage } from '@/components/reviews/review-page'
import { KEYS_COOKIE, readKeys } from '@/lib/reviews/key.rules'
import { readReview } from '@/lib/reviews/review-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:review',
  messages: ['cases', 'people', 'reviews', 'when'],
  load: async (work, { params, isDiscreet }) => ({
    ...(await readReview(work, params, isDiscreet)),
    keys: readKeys((await cookies()).get(KEYS_COOKIE)?.value),
  }),
  audit: ({ review, files }) => ({
    event: 'review.prepared',
    reviewId: review.id,
    caseIds: files.map(({ caseId }) => caseId),
  }),
  show: ({ keys, ...data }) => <ReviewPage data={data} keys={keys} />,
})
