import { toCalendar } from '@/lib/planning/calendar.view'
import { readCalendar } from '@/lib/planning/feed.data'
import { defineFeed } from '@/lib/server/define-feed'

/** One's planned visits for a calendar program (centre, day and hours), one's appointments (day and hours), and the days of one's deadlines when asked for. */
export const GET = defineFeed({
  reason:
    'a calendar program has no session; the secret address opens centres, days and hours of one colleague, and on which days she has deadlines',
  type: 'text/calendar; charset=utf-8',
  run: async (work, secret) => {
    const found = await readCalendar(work, secret)
    return found === null || found === 'tooOften' ? found : toCalendar(found.locale, found.entries, work.now)
  },
})
