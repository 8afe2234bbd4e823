import { ComparePage } from '@/components/people/compare-page'
import { readComparison } from '@/lib/people/compare.data'
import { toCompared } from '@/lib/people/duplicates.view'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:edit',
  load: (work, { params }) => readComparison(work, params.oneId, params.otherId),
  audit: toCompared,
  messages: ['duplicates'],
  show: (data) => <ComparePage data={data} />,
})
