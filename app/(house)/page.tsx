import { TodayPage } from '@/components/cases/today-page'
import { StayEnded } from '@/components/circles/stay-ended'
import { OffersCard } from '@/components/handovers/offers-card'
import { can } from '@/lib/access/can'
import { getToday, toShownIds } from '@/lib/cases/today.data'
import { listOffers } from '@/lib/handovers/handover.data'
import { enter, one } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { readLastFrozen } from '@/lib/statistics/desk.data'

export default enter({
  permission: 'session:own',
  words: ['today', 'handovers'],
  load: async (work, request) => ({
    shown: await getToday(work),
    isStayEnded: can(work.actor, 'part:read') && one(request.search.ended) === '1',
    frozen: can(work.actor, 'statistics:read') ? await readLastFrozen() : null,
    offers: can(work.actor, 'handover:own') ? await listOffers(work) : [],
  }),
  audit: ({ shown }) => ({ event: 'case.listed', caseIds: toShownIds(shown), more: false }),
  show: ({ shown, frozen, offers, isStayEnded }, { actor, now }) => (
    <TodayPage
      shown={shown}
      today={dayOf(now)}
      staffId={actor.id}
      frozen={frozen}
      above={isStayEnded ? <StayEnded /> : offers.length === 0 ? null : <OffersCard offers={offers} />}
    />
  ),
})
