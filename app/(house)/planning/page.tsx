import { getLocale } from 'next-intl/server'
import { WeekPage } from '@/components/planning/week-page'
import { can } from '@/lib/access/can'
import { toLocale } from '@/lib/i18n/locales'
import { readWeek } from '@/lib/planning/week.data'
import { toShown, toWeekProps } from '@/lib/planning/week.view'
import { enter, one } from '@/lib/server/enter'

export default enter({
  permission: 'plan:read',
  words: [],
  load: async (work, { search }) =>
    readWeek(work, { week: one(search.week), locale: toLocale(await getLocale()) ?? 'en' }),
  audit: (week) => ({ event: 'plan.listed', ...toShown(week) }),
  show: (week, { actor, locale }) => (
    <WeekPage
      week={toWeekProps(week, actor, toLocale(locale) ?? 'en')}
      canClose={can(actor, 'closure:set')}
    />
  ),
})
