import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { readPage, readPeriods } from '@/lib/statistics/desk.data'
import { toPeriodCode } from '@/lib/statistics/period.rules'
import type { Comparison } from './beside.rules'
import { listCharts } from './chart.data'
import { listEntries } from './entry.data'
import { loadGiven } from './given.data'

/** What of a country our own shares may stand beside. */
export const listComparisons = async (work: Work, country: string): Promise<readonly Comparison[]> => {
  const entries = await listEntries(work, country, 'comparison')
  return entries.flatMap((entry) =>
    entry.kind === 'comparison' ? [{ slug: entry.slug, ...entry.payload }] : [],
  )
}

/**
 * One comparison of a country. Ours are what the page of statistics shows for the same question, by the same call: its gate, its limit of
 * an hour and its refusals. Without a period on the list nothing of ours is read. Throws NotFound for a country without a comparison.
 */
export const loadBeside = async (
  work: Work,
  country: string,
  asked: { compare: string | undefined; period: string | undefined },
) => {
  const comparisons = await listComparisons(work, country)
  const comparison = comparisons.find(({ slug }) => slug === asked.compare) ?? comparisons[0]
  const charts = await listCharts(work, country)
  const chart = charts.find(({ slug }) => slug === comparison?.chart)
  if (comparison === undefined || chart === undefined) throw new NotFound()
  const periods = await readPeriods()
  const period = periods.map(toPeriodCode).find((code) => code === asked.period)
  const words = { against: undefined, count: undefined, by: [], only: undefined, profile: undefined }
  return {
    given: await loadGiven(work, country),
    comparisons,
    comparison,
    chart,
    periods,
    ours: period === undefined ? null : await readPage({ ...words, period, table: comparison.question }),
  }
}

export type BesideData = Awaited<ReturnType<typeof loadBeside>>
