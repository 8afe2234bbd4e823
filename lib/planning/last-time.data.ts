import 'server-only'
import { scopePlans, scopeVisits } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'
import { type Day, toDate, toDay } from '@/lib/shared/dates'

/**
 * What one begins a plan with: who went last time, on which day, at which hours, by the last plan and the last visit to a centre before a
 * day, as far as the actor reaches them.
 */
export const findLastTime = async (
  work: Work,
  { placeId, before }: { readonly placeId: string; readonly before: Day },
) => {
  const plan = await work.tx.visitPlan.findFirst({
    where: {
      AND: [
        scopePlans(work.actor, 'plan:read'),
        { placeId, state: 'published', onDate: { lt: toDate(before) } },
      ],
    },
    orderBy: [{ onDate: 'desc' }, { id: 'desc' }],
    select: {
      startsAt: true,
      endsAt: true,
      visitors: { where: { goes: true }, select: { staffId: true } },
    },
  })
  const visit = await work.tx.visit.findFirst({
    where: { AND: [scopeVisits(work.actor, 'visit:read'), { placeId, onDate: { lt: toDate(before) } }] },
    orderBy: [{ onDate: 'desc' }, { id: 'desc' }],
    select: {
      startsAt: true,
      endsAt: true,
      visitors: { select: { staffId: true } },
      onDate: true,
    },
  })
  const went = visit?.visitors ?? plan?.visitors ?? []
  return {
    visitors: went.map(({ staffId }) => staffId),
    /** The day of the last visit that took place; null when none is known. */
    visitedOn: visit === null ? null : toDay(visit.onDate),
    startsAt: (plan ?? visit)?.startsAt ?? null,
    endsAt: (plan ?? visit)?.endsAt ?? null,
  }
}
