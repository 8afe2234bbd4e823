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
  load: async (work, { search, locale, isDiscreet }) => {
    const week = await readWeek(work, { week: meant(search, 'week', readDay), locale, isDiscreet })
    const isCentre = (slug: string): boolean => week.places.some((place) => place.slug === slug)
    return { ...week, open: meant(search, 'see', (slug) => (isCentre(slug) ? slug : null)) }
  },
  audit: (week) => ({ event: 'plan.listed', ...toShown(week) }),
  show: (week, { actor, locale }) => (
    <WeekPage week={toWeekProps(week, actor, locale)} canClose={can(actor, 'closure:set')} />
  ),
})
