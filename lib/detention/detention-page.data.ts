import 'server-only'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { listCentres, listWords } from '@/lib/cases/word.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { dayOf } from '@/lib/shared/dates'
import { meant, textOf } from '@/lib/shared/search'
import { listEpisodes, listLooseStays, listMet } from './episode.data'
import { toEpisodeView } from './episode.view'
import { current } from './event.rules'
import { EVENT_KINDS, LEGAL_LISTS } from './vocabulary.rules'

/** The file at an address with its episodes, and the row that is to be corrected, if one is named. */
export const readDetentionPage = (work: Work, address: Address) =>
  readFile(work, address, async ({ id }) => {
    const episodes = await listEpisodes(work, id)
    const deadlines = await listDeadlines(work, id)
    const met = await listMet(work, id)
    const correct = textOf(address.search, 'correct')
    const corrected = episodes.flatMap(({ events }) => current(events)).find((event) => event.id === correct)
    if (correct !== undefined && corrected === undefined) throw new NotFound()
    return {
      episodes: episodes.map((episode) => toEpisodeView(episode, { today: dayOf(work.now), deadlines, met })),
      corrected: corrected ?? null,
      /** What an address asks to record: the form of the episode that lasts begins with it. */
      asked: meant(address.search, 'event', EVENT_KINDS.match),
      /** The row that was just saved: what it moved is said aloud. */
      savedId: textOf(address.search, 'saved') ?? null,
      loose: await listLooseStays(work, id),
      centres: await listCentres(work),
      lists: await listWords(work, LEGAL_LISTS.codes),
    }
  })
export type DetentionPart = Extract<
  Awaited<ReturnType<typeof readDetentionPage>>,
  { readonly type: 'file' }
>['part']
