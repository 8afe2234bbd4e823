import 'server-only'
import type { Ours } from '@/lib/countries/beside.rules'
import { loadTheirs } from '@/lib/countries/comparison.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import type { CountReach } from '@/lib/shared/count-reach'
import { dayOf } from '@/lib/shared/dates'
import { meant, type Search } from '@/lib/shared/search'
import { toShares } from './beside.rules'
import { DIMENSION_IDS } from './dimension.rules'
import { type Question, readColumn } from './question.rules'
import { countQuestion, mayCount, reachesOf, readReportWords } from './report.data'

/** In which an account may count people; none for an admin without the capability, who reads releases instead. */
export const countingReaches = (work: Pick<Work, 'actor'>): readonly CountReach[] =>
  reachesOf(work).filter((reach) => mayCount(work, reach, 'people_met'))

/** So many years are offered. */
const YEARS = 5

/**
 * One comparison of a country with what the reader counts: the question of an internal report, in their own reach. Without a year nothing of ours is
 * counted. Throws NotFound for a country without a comparison.
 */
export const loadCounted = async (work: Work, country: string, search: Search) => {
  const theirs = await loadTheirs(work, country, search)
  const { report } = theirs.comparison
  const column = readColumn(report.column, [])
  if (column === null) throw new Error(`no column of a report: ${report.column}`)
  const reaches = countingReaches(work)
  const today = dayOf(work.now)
  const thisYear = Number(today.slice(0, 4))
  const years = Array.from({ length: YEARS }, (_, ago) => thisYear - ago)
  const year = meant(search, 'period', (text) => years.find((one) => String(one) === text))
  const reach = meant(search, 'reach', (text) => reaches.find((one) => one === text)) ?? reaches.at(-1)
  if (reach === undefined) throw new NotFound()
  const question: Question = {
    reach,
    from: `${year ?? thisYear}-01-01`,
    until: (year ?? thisYear) === thisYear ? today : `${year}-12-31`,
    offices: [],
    by: DIMENSION_IDS.read(report.by),
    split: null,
    columns: [column],
    only: [],
  }
  const [counted] = year === null ? [] : (await countQuestion(work, question)).columns
  const ours: Ours | null = counted === undefined ? null : toShares(counted.values, theirs.comparison)
  return { ...theirs, reaches, years, year, question, ours, names: await readReportWords(work) }
}

export type CountedBeside = Awaited<ReturnType<typeof loadCounted>>
