import 'server-only'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Work } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'
import { type EpisodeStay, listEpisodes, listLooseStays } from './episode.data'
import { current } from './event.rules'
import { stateOf } from './state.rules'
import { type WithoutOrder, withoutOrder } from './without-order.rules'

export type Held = WithoutOrder<EpisodeStay['place']>

/** Who of a file is held today without an order on record. */
export const listWithoutOrder = async (
  work: Work,
  { id, kept, hasDetention }: CaseHeader,
): Promise<readonly Held[]> => {
  const episodes = kept.has('detention_episode') ? await listEpisodes(work, id) : []
  return withoutOrder(
    hasDetention ? await listLooseStays(work, id) : [],
    episodes.map(({ events, ...episode }) => ({
      ...episode,
      state: stateOf(current(events), episode.stays, dayOf(work.now)),
    })),
  )
}
