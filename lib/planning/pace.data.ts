import 'server-only'
import { scopeVisits } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'
import { minutesOf, type Pace, paceOf } from './hours.rules'

const LAST_VISITS = 12

/** What the last visits to a centre took, as far as the actor reads them. */
export const findPace = async (work: Work, placeId: string): Promise<Pace> => {
  const visits = await work.tx.visit.findMany({
    where: {
      AND: [
        scopeVisits(work.actor, 'visit:read'),
        { placeId, startsAt: { not: null }, endsAt: { not: null } },
      ],
    },
    select: {
      startsAt: true,
      endsAt: true,
      waitingMinutes: true,
      _count: { select: { visitors: true, encounters: { where: { outcome: 'seen' } } } },
    },
    orderBy: [{ onDate: 'desc' }, { id: 'desc' }],
    take: LAST_VISITS,
  })
  return paceOf(
    visits.map(({ startsAt, endsAt, waitingMinutes, _count }) => ({
      minutes: (minutesOf(endsAt) ?? 0) - (minutesOf(startsAt) ?? 0) - (waitingMinutes ?? 0),
      visitors: _count.visitors,
      seen: _count.encounters,
    })),
  )
}
