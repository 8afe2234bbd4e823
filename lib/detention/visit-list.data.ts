import 'server-only'
import { scopeCases, scopeVisits } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'
import { toDate, toDay } from '@/lib/shared/dates'

export const PAGE_SIZE = 15

const placeLabel = {
  select: { id: true, slug: true, kind: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
} as const

export const visitCard = {
  id: true,
  onDate: true,
  startsAt: true,
  endsAt: true,
  access: true,
  waitingMinutes: true,
  place: placeLabel,
  visitors: { select: { staff: { select: { id: true, name: true } } }, orderBy: { staff: { name: 'asc' } } },
  groups: { select: { people: true, country: true, authorId: true } },
  encounters: {
    select: { outcome: true, personId: true, signals: { select: { severity: true, answeredAt: true } } },
  },
} as const

export const toCard = <
  R extends { readonly onDate: Date; readonly visitors: readonly { readonly staff: unknown }[] },
>(
  row: R,
) => ({
  ...row,
  onDate: toDay(row.onDate),
})

/** Where the next page begins: the last visit of this one. */
export type After = { readonly on: string; readonly id: string }

/**
 * The visits of the actor's reach, newest first. Of their conversations only those within reach are counted:
 * row-level security hides the others, and scope says so in the query.
 */
export const listVisits = async (work: Work, after: After | null) => {
  const rows = await work.tx.visit.findMany({
    where: {
      AND: [
        scopeVisits(work.actor, 'visit:read'),
        after === null
          ? {}
          : {
              OR: [{ onDate: { lt: toDate(after.on) } }, { onDate: toDate(after.on), id: { lt: after.id } }],
            },
      ],
    },
    orderBy: [{ onDate: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
    select: {
      ...visitCard,
      encounters: {
        ...visitCard.encounters,
        where: { file: scopeCases(work.actor, 'case:read', work.now) },
      },
    },
  })
  return { visits: rows.slice(0, PAGE_SIZE).map(toCard), more: rows.length > PAGE_SIZE }
}
export type VisitCardRow = Awaited<ReturnType<typeof listVisits>>['visits'][number]
