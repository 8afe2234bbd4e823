import { DeadlinesPage } from '@/components/deadlines/deadlines-page'
import { readAllDeadlines } from '@/lib/deadlines/deadline-list.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:read',
  messages: [],
  load: (work, { search, isDiscreet }) => readAllDeadlines(work, search, isDiscreet),
  audit: ({ lines, hasMore }) => ({
    event: 'deadline.listed',
    caseIds: [...new Set(lines.map(({ file }) => file.id))],
    more: hasMore,
  }),
  show: (shown, { actor, now }) => <DeadlinesPage {...shown} me={actor.id} today={dayOf(now)} />,
})
