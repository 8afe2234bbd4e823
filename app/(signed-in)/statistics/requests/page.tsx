import { RequestsPage } from '@/components/statistics/requests-page'
import { can } from '@/lib/access/can'
import { enter } from '@/lib/server/enter'
import { readRequests } from '@/lib/statistics/request-desk.data'

export default enter({
  permission: 'statistics:read',
  messages: [],
  load: readRequests,
  audit: ({ requests }) => ({ event: 'statistics.requests', count: requests.length }),
  show: (data, { actor }) => <RequestsPage {...data} mayAsk={can(actor, 'statistics:export')} />,
})
