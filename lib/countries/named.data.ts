import 'server-only'
import type { Work } from '@/lib/db/work'
import { listEntries } from './entry.data'
import type { NamedThings } from './named.rules'

/** What the profile of a country names without counting it. */
export const listNamed = async (work: Work, country: string): Promise<NamedThings> => {
  const groups = [
    ...(await listEntries(work, country, 'group')),
    ...(await listEntries(work, country, 'world_region')),
  ]
  const purposes = await listEntries(work, country, 'exploitation_purpose')
  const others = [
    ...(await listEntries(work, country, 'exploitation_sector')),
    ...(await listEntries(work, country, 'vulnerable_group')),
    ...(await listEntries(work, country, 'emigration_reason')),
    ...(await listEntries(work, country, 'transit_reason')),
    ...(await listEntries(work, country, 'pro_migrantibus_activity')),
  ]
  const routes = await listEntries(work, country, 'route')
  const nationalities = await listEntries(work, country, 'nationality')
  return {
    things: [
      ...groups.map(({ kind, payload: { label, context } }) => ({ kind, label, detail: context })),
      ...purposes.map(({ kind, payload: { label, note } }) => ({ kind, label, detail: note })),
      ...others.map(({ kind, payload: { label } }) => ({ kind, label, detail: null })),
    ],
    routes: routes.map(({ payload }) => payload),
    nationalities: nationalities.map(({ payload }) => payload),
  }
}
