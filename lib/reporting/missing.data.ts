import 'server-only'
import type { Work } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'
import type { Search } from '@/lib/shared/search'
import { readCompleteness, readCompletenessByOffice } from './completeness.data'
import { readQuestion } from './question.rules'
import { reachesOf, readReportWords } from './report.data'

/** What is not recorded in a period, figure by figure and office by office. */
export const readMissing = async (work: Work, search: Search) => {
  const reaches = reachesOf(work)
  const widest = reaches.at(-1)
  const today = dayOf(work.now)
  const asked = readQuestion(search, { today, reach: widest ?? 'own', own: [] })
  const reach = reaches.includes(asked.reach) ? asked.reach : (widest ?? 'own')
  const question = { ...asked, reach, offices: [] }
  return {
    question,
    reaches,
    today,
    all: await readCompleteness(work, question),
    offices: await readCompletenessByOffice(work, question),
    names: await readReportWords(work),
  }
}
export type MissingPageData = Awaited<ReturnType<typeof readMissing>>
