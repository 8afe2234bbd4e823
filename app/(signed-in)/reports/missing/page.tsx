import { MissingPage } from '@/components/reporting/missing-page'
import { can } from '@/lib/access/can'
import { readMissing } from '@/lib/reporting/missing.data'
import { toSearch } from '@/lib/reporting/question.rules'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'report:read',
  messages: [],
  load: (work, { search }) => readMissing(work, search),
  audit: ({ question }) => ({ event: 'report.ran', question: toSearch(question) }),
  show: (data, { actor }) => <MissingPage data={data} opensFiles={can(actor, 'case:read')} />,
})
