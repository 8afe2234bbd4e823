import { directoryOf } from '@/components/layout/menu'
import { RequestsPage } from '@/components/shell/requests-page'
import { enter } from '@/lib/server/enter'
import { readRequests } from '@/lib/statistics/request-desk.data'

export default enter({
  permission: 'statistics:read',
  messages: [],
  load: async (work) => ({
    pages: directoryOf(work.actor, 'requests'),
    requests: await readRequests(work),
  }),
  audit: ({ requests: { requests } }) => ({ event: 'statistics.requests', count: requests.length }),
  show: (data) => <RequestsPage {...data} />,
})
