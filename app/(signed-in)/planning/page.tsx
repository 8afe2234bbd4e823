import { WeekPage } from '@/components/planning/week-page'
import { can } from '@/lib/access/can'
import { readWeek } from '@/lib/planning/week.data'
import { toShown, toWeekProps } from '@/lib/planning/week.view'
import { enter } from '@/lib/server/enter'
import { readDay } from '@/lib/shared/dates'
import { meant } from '@/lib/shared/search'

export default enter({
  permission: 'plan:read',
  messages: ['planning.wish'],
  load: (work, { search, locale, isDiscreet }) =>
    readWeek(work, {
      week: meant(search, 'week', readDay),
      see: meant(search, 'see', (slug) => slug),
      locale,
      isDiscreet,
    }),
  audit: (week) => ({ event: 'plan.listed', ...toShown(week) }),
  show: (week, { actor, locale }) => (
    <WeekPage week={toWeekProps(week, actor, locale)} canClose={can(actor, 'closure:set')} />
  ),
})
