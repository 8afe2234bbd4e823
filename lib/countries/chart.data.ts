import 'server-only'
import type { Work } from '@/lib/db/work'
import type { Chart } from './chart.rules'
import { listEntries } from './entry.data'

/** The charts of a country, in the order of its file. */
export const listCharts = async (work: Work, country: string): Promise<readonly Chart[]> => {
  const entries = await listEntries(work, country, 'chart')
  return entries.map(({ slug, payload: { items, ...rest } }) => ({
    ...rest,
    country,
    slug,
    items: items.map(({ fact, label, rival }) => ({ fact, label: label ?? null, rival: rival ?? null })),
  }))
}
