import 'server-only'
import { scopeVisits } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'
import { type Day, toDate, toDay } from '@/lib/shared/dates'

/** A centre on a day: how a plan and the visit that came of it find each other. */
export const slotOf = (plan: { readonly placeId: string; readonly onDate: Day }): string =>
  `${plan.placeId} ${plan.onDate}`

/** Visits that were written down on these days, by centre and day. */
export const listThatTookPlace = async (work: Work, { from, until }: { from: Day; until: Day }) => {
  const rows = await work.tx.visit.findMany({
    where: {
      AND: [scopeVisits(work.actor, 'visit:read'), { onDate: { gte: toDate(from), lte: toDate(until) } }],
    },
    select: { placeId: true, onDate: true },
  })
  return new Set(rows.map(({ placeId, onDate }) => slotOf({ placeId, onDate: toDay(onDate) })))
}
