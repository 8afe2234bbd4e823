import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { meant, type Search } from '@/lib/shared/search'
import type { Comparison } from './beside.rules'
import { listCharts } from './chart.data'
import { listEntries } from './entry.data'
import { loadGiven } from './given.data'

/** What of a country our own shares may stand beside. */
export const listComparisons = async (work: Work, country: string): Promise<readonly Comparison[]> => {
  const entries = await listEntries(work, country, 'comparison')
  return entries.map(({ slug, payload }) => ({ slug, ...payload }))
}

/** The comparison of an address, or the first, with the other side of it. Throws NotFound for a country without one. */
export const loadTheirs = async (work: Work, country: string, search: Search) => {
  const comparisons = await listComparisons(work, country)
  const comparison =
    meant(search, 'compare', (text) => comparisons.find(({ slug }) => slug === text)) ?? comparisons[0]
  const charts = await listCharts(work, country)
  const chart = charts.find(({ slug }) => slug === comparison?.chart)
  if (comparison === undefined || chart === undefined) throw new NotFound()
  return { given: await loadGiven(work, country), comparisons, comparison, chart }
}
export type TheirSide = Awaited<ReturnType<typeof loadTheirs>>
