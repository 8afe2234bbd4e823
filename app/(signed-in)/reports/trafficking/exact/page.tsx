import { TraffickingPage } from '@/components/reporting/trafficking-page'
import { can } from '@/lib/access/can'
import { readExactPage, tableQuestion } from '@/lib/reporting/sealed/trafficking-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'report:sealed',
  messages: [],
  load: (work, { search }) => readExactPage(work, search),
  audit: ({ read }) => ({
    event: 'report.ran',
    question: tableQuestion('trafficking', read?.table.year ?? null),
    ...(read === null ? {} : { copy: read.copy }),
  }),
  show: (data, { actor }) => <TraffickingPage data={data} mayPublish={can(actor, 'statistics:read')} />,
})
