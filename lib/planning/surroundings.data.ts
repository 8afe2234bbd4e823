import 'server-only'
import type { Work } from '@/lib/db/work'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import { CLOSURE_REASONS, type Closure, type OtherPlan, type Surroundings } from './conflict.rules'
import type { Plan } from './plan.data'

type Placed<T> = T & { readonly placeId: string }

/** The closures of the organisation that touch these days and were not lifted. */
export const listClosures = async (
  work: Work,
  { from, until }: { readonly from: Day; readonly until: Day },
): Promise<Placed<Closure & { readonly id: string }>[]> => {
  const rows = await work.tx.centreClosure.findMany({
    where: {
      organisationId: work.actor.organisationId,
      liftedAt: null,
      fromDay: { lte: toDate(until) },
      untilDay: { gte: toDate(from) },
    },
    select: { id: true, placeId: true, fromDay: true, untilDay: true, reason: true },
    orderBy: [{ fromDay: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, placeId, fromDay, untilDay, reason }) => ({
    id,
    placeId,
    from: toDay(fromDay),
    until: toDay(untilDay),
    reason: CLOSURE_REASONS.read(reason),
  }))
}

export const toOther = ({ id, onDate, placeId, visitors }: Plan): OtherPlan => ({
  id,
  onDate,
  centre: placeId,
  visitors: visitors.map((one) => one.id),
})

/** What is known around each centre on these days, for these colleagues. Answers for a place by its id. */
export const findSurroundings = async (
  work: Work,
  asked: {
    readonly from: Day
    readonly until: Day
    readonly staffIds: readonly string[]
    readonly plans: readonly Plan[]
  },
): Promise<(placeId: string) => Surroundings> => {
  const closures = await listClosures(work, asked)
  const rights = await work.tx.accreditation.findMany({
    where: { staffId: { in: [...asked.staffIds] } },
    select: { staffId: true, placeId: true, validFrom: true, validUntil: true },
  })
  const others = asked.plans.map(toOther)
  return (placeId) => ({
    closures: closures
      .filter((one) => one.placeId === placeId)
      .map(({ from, until, reason }) => ({ from, until, reason })),
    accreditations: Object.fromEntries(
      asked.staffIds.map((staffId) => [
        staffId,
        rights
          .filter((right) => right.staffId === staffId && right.placeId === placeId)
          .map(({ validFrom, validUntil }) => ({ from: toDay(validFrom), until: toDay(validUntil) })),
      ]),
    ),
    others,
  })
}
