import { VisitList } from '@/components/detention/visit-list'
import { can } from '@/lib/access/can'
import { toMonday } from '@/lib/detention/visit.rules'
import { toAfter, toAfterText, toVisitCard, toWeeks } from '@/lib/detention/visit.view'
import { listVisits } from '@/lib/detention/visit-list.data'
import { countPlanned } from '@/lib/planning/ahead.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { meant } from '@/lib/shared/search'

export default enter({
  permission: 'visit:read',
  messages: [],
  load: async (work, { search }) => {
    const after = meant(search, 'after', toAfter)
    return { ...(await listVisits(work, after)), isFirst: after === null, planned: await countPlanned(work) }
  },
  audit: ({ visits, more }) => ({ event: 'visit.listed', visitIds: visits.map(({ id }) => id), more }),
  show: ({ visits, more, isFirst, planned }, { actor, now, locale }) => {
    const cards = visits.map((visit) => toVisitCard(visit, actor.id, locale))
    const last = cards.at(-1)
    return (
      <VisitList
        weeks={toWeeks(cards)}
        visitsThisWeek={cards.filter(({ onDate }) => toMonday(onDate) === toMonday(dayOf(now))).length}
        planned={planned}
        today={dayOf(now)}
        canLog={can(actor, 'visit:record')}
        next={more && last ? `/detention?after=${toAfterText(last)}` : null}
        first={isFirst ? null : '/detention'}
      />
    )
  },
})
