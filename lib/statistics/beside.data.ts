import 'server-only'
import { loadTheirs } from '@/lib/countries/comparison.data'
import type { Work } from '@/lib/db/work'
import { meant, type Search } from '@/lib/shared/search'
import { readPage, readPeriods } from './desk.data'
import { toPeriodCode } from './period.rules'
import { findAsked } from './question.rules'

/**
 * One comparison of a country, for who reads releases and no internal report. Ours are what the page of statistics shows for the same question,
 * by the same call: its gate, its limit of an hour and its refusals. Without a period on the list nothing of ours is read. Throws NotFound.
 */
export const loadBeside = async (work: Work, country: string, search: Search) => {
  const theirs = await loadTheirs(work, country, search)
  const { question } = theirs.comparison
  // The page of statistics would fall back to its first question.
  if (findAsked(question) === null) throw new Error(`no question of the statistics: ${question}`)
  const periods = await readPeriods(work)
  const codes = periods.map(toPeriodCode)
  const period = meant(search, 'period', (text) => codes.find((code) => code === text))
  const words = { against: undefined, count: undefined, by: [], only: undefined, profile: undefined }
  return {
    ...theirs,
    periods,
    ours: period === null ? null : await readPage(work, { ...words, period, table: question }),
  }
}

export type BesideData = Awaited<ReturnType<typeof loadBeside>>
