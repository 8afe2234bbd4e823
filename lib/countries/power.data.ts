import 'server-only'
import type { Work } from '@/lib/db/work'
import { listBodies } from './body.data'
import { listEntries } from './entry.data'
import type { Powers } from './power.rules'

/** Who decides on what in a country, and the way of an application. */
export const loadPowers = async (work: Work, country: string): Promise<Powers> => {
  const bodies = await listBodies(work, country)
  const of = (kind: string) => listEntries(work, country, kind)
  return {
    levels: (await of('power_level')).flatMap(({ slug, ...entry }) =>
      entry.kind === 'power_level' ? [{ slug, label: entry.payload.label }] : [],
    ),
    powers: (await of('power')).flatMap(({ slug, ...entry }) =>
      entry.kind === 'power' ? [{ slug, ...entry.payload }] : [],
    ),
    steps: (await of('path_step')).flatMap((entry) => {
      if (entry.kind !== 'path_step') return []
      const { body: slug, ...step } = entry.payload
      const body = bodies.find((each) => each.slug === slug)
      return body === undefined ? [] : [{ ...step, slug, name: body.name }]
    }),
  }
}
