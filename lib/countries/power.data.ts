import 'server-only'
import type { Work } from '@/lib/db/work'
import { listBodies } from './body.data'
import { listEntries } from './entry.data'
import type { Powers } from './power.rules'

/** Who decides on what in a country, and the way of an application. */
export const loadPowers = async (work: Work, country: string): Promise<Powers> => {
  const bodies = await listBodies(work, country)
  const levels = await listEntries(work, country, 'power_level')
  const powers = await listEntries(work, country, 'power')
  const steps = await listEntries(work, country, 'path_step')
  return {
    levels: levels.map(({ slug, payload: { label } }) => ({ slug, label })),
    powers: powers.map(({ slug, payload }) => ({ slug, ...payload })),
    steps: steps.flatMap(({ payload: { body: slug, ...step } }) => {
      const body = bodies.find((each) => each.slug === slug)
      return body === undefined ? [] : [{ ...step, slug, name: body.name }]
    }),
  }
}
