import { AnnualPage } from '@/components/reporting/annual-page'
import { can } from '@/lib/access/can'
import { readAnnualPage } from '@/lib/reporting/annual-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'report:read',
  messages: [],
  load: (work, { search }) => readAnnualPage(work, search),
  audit: ({ search }) => ({ event: 'report.ran', question: search }),
  show: (data, { actor }) => <AnnualPage data={data} mayPublish={can(actor, 'statistics:read')} />,
})
