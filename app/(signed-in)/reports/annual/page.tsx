import { AnnualPage } from '@/components/reporting/annual-page'
import { readAnnualPage } from '@/lib/reporting/annual-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'report:read',
  messages: [],
  load: (work, { search }) => readAnnualPage(work, search),
  audit: ({ search }) => ({ event: 'report.ran', question: search }),
  show: (data) => <AnnualPage data={data} />,
})
