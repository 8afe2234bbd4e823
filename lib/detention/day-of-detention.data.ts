import 'server-only'
import { startOf } from '@/lib/cases/stays.rules'
import type { Work } from '@/lib/db/work'
import { type Day, daysBetween, toDate, toDay } from '@/lib/shared/dates'

/** Which day of a detention a day was for someone, as the stays of the file say; null when they were in none. */
export const findDayOfDetention = async (
  work: Work,
  { caseId, personId, on }: { readonly caseId: string; readonly personId: string; readonly on: Day },
): Promise<{ readonly day: number | null } | null> => {
  const stay = await work.tx.placeStay.findFirst({
    where: {
      caseId,
      personId,
      episodeId: { not: null },
      AND: [
        { OR: [{ since: null }, { since: { lte: toDate(on) } }] },
        { OR: [{ until: null }, { until: { gte: toDate(on) } }] },
      ],
    },
    select: { episode: { select: { stays: { where: { personId }, select: { since: true } } } } },
    orderBy: { createdAt: 'desc' },
  })
  if (!stay?.episode) return null
  const start = startOf(stay.episode.stays.map(({ since }) => ({ since: since && toDay(since) })))
  return { day: start === null ? null : daysBetween(start, on) + 1 }
}
