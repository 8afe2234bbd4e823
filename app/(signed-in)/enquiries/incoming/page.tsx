import { IncomingListPage } from '@/components/incoming/incoming-list-page'
import { listIncoming } from '@/lib/incoming/incoming.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:create',
  messages: [],
  load: (work) => listIncoming(work),
  // From which partner something came and how urgent it is; no person is named before one is opened.
  audit: null,
  show: (lists) => <IncomingListPage lists={lists} />,
})
