import { ReviewsPage } from '@/components/reviews/reviews-page'
import { readReviews } from '@/lib/reviews/review-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:review',
  messages: ['reviews'],
  load: (work, { search }) => readReviews(work, search),
  audit: ({ reviews }) => ({ event: 'review.listed', reviewIds: reviews.map(({ id }) => id) }),
  show: (data) => <ReviewsPage data={data} />,
})
