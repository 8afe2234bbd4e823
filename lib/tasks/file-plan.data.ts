import 'server-only'
import { readTimelinePage } from '@/lib/cases/file-page.data'
import type { Work } from '@/lib/db/work'
import { listPlans } from './goal.data'

/** The timeline of the file at an address, with the plan that stands beside it. */
export const readTimelineWithPlan = async (work: Work, address: Parameters<typeof readTimelinePage>[1]) => {
  const data = await readTimelinePage(work, address)
  if (data.type === 'choice' || !data.sheet.kept.has('goal')) return { data, plan: [] }
  return { data, plan: (await listPlans(work, [data.sheet.id])).get(data.sheet.id) ?? [] }
}
