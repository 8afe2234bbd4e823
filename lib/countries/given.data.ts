import 'server-only'
import type { Work } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'
import { listContradictions } from './contradiction.data'
import { getProfile } from './entry.data'
import { listFacts } from './fact.data'

/** The ground of every drawing of a country. Throws NotFound for a country without a profile. */
export const loadGiven = async (work: Work, country: string) => {
  const profile = await getProfile(work, country)
  const facts = await listFacts(work, country)
  return {
    profile,
    facts: new Map(facts.map((fact) => [fact.slug, fact])),
    contradictions: await listContradictions(work, country),
    today: dayOf(work.now),
  }
}
