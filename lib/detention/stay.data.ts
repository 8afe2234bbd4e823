import 'server-only'
import * as z from 'zod'
import { insertStays } from '@/lib/cases/case.data'
import type { Work } from '@/lib/db/work'
import { setReminders } from '@/lib/deadlines/remind-on.data'
import { listCustody } from './custody.data'

export type Met = { readonly caseId: string; readonly personId: string; readonly isThere: boolean }

const openStays = z.array(
  z.object({
    id: z.string(),
    caseId: z.string(),
    personId: z.string(),
    placeId: z.string(),
    since: z.string().nullable(),
    episodeId: z.string().nullable(),
  }),
)

/**
 * Keeps "where now" true after a visit: anyone who was there is in this centre, and open stays elsewhere end that day;
 * anyone who is gone is no longer here. A stay that began after the visit day is left alone, it knows more.
 */
export const updateStays = async (
  work: Work,
  visit: { readonly placeId: string; readonly onDate: string },
  met: readonly Met[],
): Promise<void> => {
  if (met.length === 0) return
  const day = visit.onDate
  const open = openStays.parse(
    await work.tx.$queryRaw`
      SELECT id, case_id AS "caseId", person_id AS "personId", place_id AS "placeId", since::text, episode_id AS "episodeId"
        FROM place_stay
       WHERE until IS NULL AND (case_id, person_id) IN (
         SELECT * FROM unnest(${met.map(({ caseId }) => caseId)}::uuid[], ${met.map(({ personId }) => personId)}::uuid[]))`,
  )
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
    // Anyone who was moved is still in the same detention: the new stay goes on with its episode.
    const episodeId = own.find((stay) => stay.caseId === caseId && stay.episodeId !== null)?.episodeId ?? null
    if (isThere && own.length === over.length) begun.push({ caseId, personId, episodeId })
  }
  if (ended.length > 0)
    await work.tx.$executeRaw`UPDATE place_stay SET until = ${day}::date, version = version + 1
      WHERE id = ANY (${ended}::uuid[]) AND until IS NULL`
  const here = { placeId: visit.placeId, since: visit.onDate }
  await insertStays(
    work,
    begun.map((one) => ({ ...one, ...here })),
  )
  for (const caseId of new Set(begun.map((one) => one.caseId))) await setReminders(work, caseId, listCustody)
}
