import { CirclesPage } from '@/components/circles/circles-page'
import { readCircles } from '@/lib/circles/circles-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'circle:own',
  messages: ['circles.review'],
  load: readCircles,
  audit: ({ openings, words }) => ({
    event: 'circle.listed',
    openings: openings.length,
    words: words.length,
  }),
  show: (read, { now }) => <CirclesPage read={read} today={dayOf(now)} />,
})
