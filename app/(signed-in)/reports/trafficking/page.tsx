import { HandedPage } from '@/components/reporting/handed-page'
import { can } from '@/lib/access/can'
import { readHandedPage, tableQuestion } from '@/lib/reporting/sealed/trafficking-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'report:read',
  messages: [],
  load: (work, { search }) => readHandedPage(work, search),
  audit: ({ shown }) => ({
    event: 'report.ran',
    question: tableQuestion('trafficking_coarse', shown?.year ?? null),
  }),
  show: (data, { actor }) => <HandedPage data={data} mayPublish={can(actor, 'statistics:read')} />,
})
