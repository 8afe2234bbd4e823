import 'server-only'
import { DETENTION_KINDS } from '@/lib/countries/vocabulary.rules'
import type { Work } from '@/lib/db/work'
import type { Custody } from '@/lib/deadlines/detained.rules'
import { toDay } from '@/lib/shared/dates'
import { custodyOf } from './custody.rules'
import { listEventRows } from './event.data'

/** When anyone of a file within reach was held: their stays in a closed centre or a return home, and the orders to detain. */
export const listCustody = async (work: Work, caseId: string): Promise<readonly Custody[]> => {
  const rows = await work.tx.placeStay.findMany({
    where: {
      caseId,
      OR: [{ episodeId: { not: null } }, { place: { kind: { in: [...DETENTION_KINDS.codes] } } }],
    },
    select: { since: true, until: true, episodeId: true },
  })
  const stays = rows.map(({ since, until, episodeId }) => ({
    since: since && toDay(since),
    until: until && toDay(until),
    episodeId,
  }))
  const events = await listEventRows(work, { caseId })
  const ids = [...new Set(events.map(({ episodeId }) => episodeId))]
  return [
    ...stays,
    ...ids.flatMap((id) =>
      custodyOf(
        events.filter(({ episodeId }) => episodeId === id),
        stays.filter(({ episodeId }) => episodeId === id),
      ),
    ),
  ]
}
