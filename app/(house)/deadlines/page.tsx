import { HouseDeadlines } from '@/components/deadlines/house-deadlines'
import { readHouseDeadlines } from '@/lib/deadlines/house.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:read',
  words: [],
  load: (work, { search }) => readHouseDeadlines(work, search),
  audit: ({ lines, hasMore }) => ({
    event: 'deadline.listed',
    caseIds: [...new Set(lines.map(({ file }) => file.id))],
    more: hasMore,
  }),
  show: (shown, { now }) => <HouseDeadlines {...shown} today={dayOf(now)} />,
})
