import { NoticesPage } from '@/components/notices/notices-page'
import { listNotices } from '@/lib/notices/notice.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'session:own',
  messages: [],
  load: listNotices,
  audit: ({ lines }) => ({ event: 'notice.listed', count: lines.length }),
  show: (shown) => <NoticesPage shown={shown} />,
})
