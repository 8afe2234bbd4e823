import 'server-only'
import type { Work } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'
import type { Search } from '@/lib/shared/search'
import { type AnnualChoices, readAnnualChoices } from './annual.data'
import { readCompleteness } from './completeness.data'
import { readReportWords } from './report.data'

/** The choices as an address, for the file that is made of them. */
export const toAnnualSearch = ({ kind, year, reach, offices, chapters }: AnnualChoices): string => {
  const search = new URLSearchParams({ kind, year: String(year) })
  if (reach !== undefined) search.set('reach', reach)
  for (const office of offices) search.append('office', office)
  for (const chapter of chapters) search.append('chapter', chapter)
  return search.toString()
}

/** What can be chosen for an annual report, and what is not recorded for it yet. */
export const readAnnualPage = async (work: Work, given: Search) => {
  const choices = readAnnualChoices(work, given)
  const { reach, year, thisYear, offices } = choices
  const period = {
    from: `${year}-01-01`,
    until: year === thisYear ? dayOf(work.now) : `${year}-12-31`,
  }
  return {
    period,
    choices,
    search: toAnnualSearch(choices),
    completeness: reach === undefined ? [] : await readCompleteness(work, { reach, offices, ...period }),
    names: await readReportWords(work),
  }
}
export type AnnualPageData = Awaited<ReturnType<typeof readAnnualPage>>
