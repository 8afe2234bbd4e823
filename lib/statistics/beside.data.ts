import 'server-only'
import { listCharts } from '@/lib/countries/chart.data'
import { listEntries } from '@/lib/countries/entry.data'
import { loadGiven } from '@/lib/countries/given.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { meant, type Search } from '@/lib/shared/search'
import type { Comparison } from './beside.rules'
import { readPage, readPeriods } from './desk.data'
import { toPeriodCode } from './period.rules'
import { findAsked } from './question.rules'

/** What of a country our own shares may stand beside. */
export const listComparisons = async (work: Work, country: string): Promise<readonly Comparison[]> => {
  const entries = await listEntries(work, country, 'comparison')
  return entries.map(({ slug, payload }) => ({ slug, ...payload }))
}

/**
 * One comparison of a country. Ours are what the page of statistics shows for the same question, by the same call: its gate, its limit of
 * an hour and its refusals. Without a period on the list nothing of ours is read. Throws NotFound for a country without a comparison.
 */
export const loadBeside = async (work: Work, country: string, search: Search) => {
  const comparisons = await listComparisons(work, country)
  const comparison =
    meant(search, 'compare', (text) => comparisons.find(({ slug }) => slug === text)) ?? comparisons[0]
  const charts = await listCharts(work, country)
  const chart = charts.find(({ slug }) => slug === comparison?.chart)
  if (comparison === undefined || chart === undefined) throw new NotFound()
  // The page of statistics would fall back to its first question.
  if (findAsked(comparison.question) === null)
    throw new Error(`no question of the statistics: ${comparison.question}`)
  const periods = await readPeriods(work)
  const codes = periods.map(toPeriodCode)
  const period = meant(search, 'period', (text) => codes.find((code) => code === text))
  const words = { against: undefined, count: undefined, by: [], only: undefined, profile: undefined }
  return {
    given: await loadGiven(work, country),
    comparisons,
    comparison,
    chart,
    periods,
    ours: period === null ? null : await readPage(work, { ...words, period, table: comparison.question }),
  }
}

export type BesideData = Awaited<ReturnType<typeof loadBeside>>
