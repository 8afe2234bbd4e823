import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { listCharts } from './chart.data'
import { loadGiven } from './given.data'

/** One chart with what it stands on. Throws NotFound. */
export const getChart = async (work: Work, country: string, slug: string) => {
  const given = await loadGiven(work, country)
  const chart = (await listCharts(work, country)).find((each) => each.slug === slug)
  if (chart === undefined) throw new NotFound()
  return { chart, given }
}
