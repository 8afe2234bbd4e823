import { TodayPage } from '@/components/cases/today-page'
import { can } from '@/lib/access/can'
import { getToday, toShownIds } from '@/lib/cases/today.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { readLastFrozen } from '@/lib/statistics/desk.data'

export default enter({
  permission: 'session:own',
  words: ['today'],
  load: async (work) => ({
    shown: await getToday(work),
    frozen: can(work.actor, 'statistics:read') ? await readLastFrozen() : null,
  }),
  audit: ({ shown }) => ({ event: 'case.listed', caseIds: toShownIds(shown), more: false }),
  show: ({ shown, frozen }, { actor, now }) => (
    <TodayPage shown={shown} today={dayOf(now)} staffId={actor.id} frozen={frozen} />
  ),
})
