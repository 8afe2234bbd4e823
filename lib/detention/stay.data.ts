import 'server-only'
import { insertStays } from '@/lib/cases/case.data'
import { anyOf } from '@/lib/db/any-of'
import type { Work } from '@/lib/db/work'
import { toDate } from '@/lib/shared/dates'

export type Met = { readonly caseId: string; readonly personId: string; readonly isThere: boolean }

/**
 * Keeps "where now" true after a visit: whoever was there is in this centre, and open stays elsewhere end that day;
 * whoever is gone is no longer here. A stay that began after the visit day is left alone, it knows more.
 */
export const updateStays = async (
  work: Work,
  visit: { readonly placeId: string; readonly onDate: string },
  met: readonly Met[],
): Promise<void> => {
  const those = anyOf(met.map(({ caseId, personId }) => ({ caseId, personId })))
  if (those === null) return
  const day = toDate(visit.onDate)
  const open = await work.tx.placeStay.findMany({
    where: { until: null, ...those },
    select: { id: true, caseId: true, personId: true, placeId: true, since: true, episodeId: true },
  })
  const ended: string[] = []
  const begun: { readonly caseId: string; readonly personId: string; readonly episodeId: string | null }[] =
    []
  for (const { caseId, personId, isThere } of met) {
    const own = open.filter((stay) => stay.personId === personId)
    const over = own.filter(({ placeId, since }) => {
      const isHere = placeId === visit.placeId
      return (since === null || since <= day) && isThere !== isHere
    })
    ended.push(...over.map(({ id }) => id))
    // Whoever was moved is still in the same detention: the new stay goes on with its episode.
    const episodeId = own.find((stay) => stay.caseId === caseId && stay.episodeId !== null)?.episodeId ?? null
    if (isThere && own.length === over.length) begun.push({ caseId, personId, episodeId })
  }
  if (ended.length > 0)
    await work.tx.placeStay.updateMany({
      where: { id: { in: ended }, until: null },
      data: { until: day, version: { increment: 1 } },
    })
  const here = { placeId: visit.placeId, since: visit.onDate }
  await insertStays(
    work,
    begun.map((one) => ({ ...one, ...here })),
  )
}
