import { ReportPage } from '@/components/reporting/report-page'
import { can } from '@/lib/access/can'
import { toSearch } from '@/lib/reporting/question.rules'
import { readReport } from '@/lib/reporting/report.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'report:read',
  messages: ['reporting.save'],
  load: (work, { search }) => readReport(work, search),
  audit: ({ question }) => ({ event: 'report.ran', question: toSearch(question) }),
  show: (report, { actor }) => (
    <ReportPage
      report={report}
      opensFiles={can(actor, 'case:read')}
      mayPublish={can(actor, 'statistics:read')}
    />
  ),
})
