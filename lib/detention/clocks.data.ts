import 'server-only'
import { PRESENT } from '@/lib/cases/file-people.rules'
import type { Work } from '@/lib/db/work'
import type { Applied } from '@/lib/deadlines/regime.rules'
import type { Clocks } from '@/lib/deadlines/settle.rules'
import { clocksOf } from './clocks.rules'
import { listEventRows } from './event.data'

/** What the episodes of a file within reach say to the clocks (lib/clocks/settle.data). */
export const tellOfDetention = async (
  work: Work,
  caseId: string,
  applied: Applied,
): Promise<Clocks & { readonly current: readonly string[] }> => {
  const events = await listEventRows(work, { caseId })
  const stays = await work.tx.placeStay.findMany({
    where: { caseId, episodeId: { not: null } },
    select: { episodeId: true, personId: true },
  })
  const people = await work.tx.casePerson.findMany({
    where: { caseId, ...PRESENT },
    select: { personId: true },
  })
  const episodes = [...new Set(events.map(({ episodeId }) => episodeId))].map((id) => {
    const held = new Set(stays.filter(({ episodeId }) => episodeId === id).map(({ personId }) => personId))
    return clocksOf(
      events.filter(({ episodeId }) => episodeId === id),
      { applied, isWholeFile: people.every(({ personId }) => held.has(personId)) },
    )
  })
  return {
    wants: episodes.flatMap(({ wants }) => wants),
    told: episodes.flatMap(({ told }) => told),
    current: episodes.flatMap(({ current }) => current),
  }
}
