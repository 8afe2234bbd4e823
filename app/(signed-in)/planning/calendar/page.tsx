import { CalendarPage } from '@/components/planning/calendar-page'
import { findFeed } from '@/lib/planning/feed.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'plan:read',
  messages: ['planning.calendar'],
  audit: null,
  load: findFeed,
  show: (feed) => <CalendarPage feed={feed} />,
})
