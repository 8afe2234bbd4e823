import { SummaryPage } from '@/components/reviews/summary-page'
import { readSummary } from '@/lib/reviews/review-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:review',
  messages: [],
  load: (work, { params }) => readSummary(work, params),
  audit: ({ review, lines }) => ({
    event: 'review.summed',
    reviewId: review.id,
    caseIds: lines.map(({ caseId }) => caseId),
  }),
  show: (data) => <SummaryPage data={data} />,
})
