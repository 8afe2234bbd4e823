import 'server-only'
import { scopeCases, scopePlans, scopeVisits } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'
import { type Day, toDate } from '@/lib/shared/dates'
import { toKey } from './plan.rules'

/** What one begins a plan with: who went last time, whom they meant to see or saw, at which hours. */
export type LastTime = {
  readonly visitors: readonly string[]
  /** Keys of people. */
  readonly people: readonly string[]
  readonly startsAt: string | null
  readonly endsAt: string | null
}

/** The last plan and the last visit to a centre before a day, as far as the actor reaches them. */
export const findLastTime = async (
  work: Work,
  { placeId, before }: { readonly placeId: string; readonly before: Day },
): Promise<LastTime> => {
  const file = scopeCases(work.actor, 'case:read', work.now)
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
      people: {
        where: { planned: true, file },
        select: { caseId: true, personId: true },
        orderBy: { position: 'asc' },
      },
    },
  })
  const visit = await work.tx.visit.findFirst({
    where: { AND: [scopeVisits(work.actor, 'visit:read'), { placeId, onDate: { lt: toDate(before) } }] },
    orderBy: [{ onDate: 'desc' }, { id: 'desc' }],
    select: {
      startsAt: true,
      endsAt: true,
      visitors: { select: { staffId: true } },
      encounters: {
        where: { outcome: { not: 'gone' }, file },
        select: { caseId: true, personId: true },
        orderBy: { position: 'asc' },
      },
    },
  })
  const went = visit?.visitors ?? plan?.visitors ?? []
  return {
    visitors: went.map(({ staffId }) => staffId),
    people: [...new Set((plan?.people ?? visit?.encounters ?? []).map(toKey))],
    startsAt: (plan ?? visit)?.startsAt ?? null,
    endsAt: (plan ?? visit)?.endsAt ?? null,
  }
}
