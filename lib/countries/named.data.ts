import 'server-only'
import type { Work } from '@/lib/db/work'
import { rest } from '@/lib/shared/vocabulary'
import { listEntries } from './entry.data'
import type { NamedThings, Thing } from './named.rules'

/** What the profile of a country names without counting it. */
export const listNamed = async (work: Work, country: string): Promise<NamedThings> => {
  const of = (kind: string) => listEntries(work, country, kind)
  const groups = [
    ...(await of('group')),
    ...(await of('world_region')),
    ...(await of('exploitation_purpose')),
    ...(await of('exploitation_sector')),
    ...(await of('vulnerable_group')),
    ...(await of('emigration_reason')),
    ...(await of('transit_reason')),
    ...(await of('pro_migrantibus_activity')),
  ]
  return {
    things: groups.flatMap((entry): readonly Thing[] => {
      switch (entry.kind) {
        case 'group':
        case 'world_region':
          return [{ kind: entry.kind, label: entry.payload.label, detail: entry.payload.context }]
        case 'exploitation_purpose':
          return [{ kind: entry.kind, label: entry.payload.label, detail: entry.payload.note }]
        case 'exploitation_sector':
        case 'vulnerable_group':
        case 'emigration_reason':
        case 'transit_reason':
        case 'pro_migrantibus_activity':
          return [{ kind: entry.kind, label: entry.payload.label, detail: null }]
        default:
          rest(
            entry.kind,
            'document nationality language route safe_country safe_country_list comparison named_source',
            'section centre_visitor synonym power_level power path_step explanation chart',
          )
          return []
      }
    }),
    routes: (await of('route')).flatMap((entry) => (entry.kind === 'route' ? [entry.payload] : [])),
    nationalities: (await of('nationality')).flatMap((entry) =>
      entry.kind === 'nationality' ? [entry.payload] : [],
    ),
  }
}
