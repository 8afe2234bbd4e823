import { TodayPage } from '@/components/cases/today-page'
import { getToday, toShownIds } from '@/lib/cases/today.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'session:own',
  load: getToday,
  audit: (shown) => ({ event: 'case.listed', caseIds: toShownIds(shown), more: false }),
  show: (shown, { now }) => <TodayPage shown={shown} today={dayOf(now)} />,
})
