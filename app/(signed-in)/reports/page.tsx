import { Inbox } from '@/components/inbox/inbox'
import { ReportPage } from '@/components/reporting/report-page'
import { can } from '@/lib/access/can'
import { listInbox } from '@/lib/inbox/inbox.data'
import { toSearch } from '@/lib/reporting/question.rules'
import { readReport } from '@/lib/reporting/report.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'report:read',
  messages: ['reporting.save'],
  load: async (work, { search }) => {
    const report = await readReport(work, search)
    return { report, inbox: report.begun ? await listInbox(work) : [] }
  },
  audit: ({ report: { question, opened } }) => ({
    event: 'report.ran',
    question: toSearch(question),
    ...(opened === null ? {} : { reportId: opened }),
  }),
  show: ({ report, inbox }, { actor }) => (
    <ReportPage
      report={report}
      inbox={inbox.length === 0 ? null : <Inbox items={inbox} />}
      opensFiles={can(actor, 'case:read')}
      mayPublish={can(actor, 'statistics:read')}
    />
  ),
})
