import type { Contradiction } from '@/lib/countries/contradiction.rules'
import type { Profile } from '@/lib/countries/entry.data'
import type { Fact } from '@/lib/countries/fact.rules'
import type { Day } from '@/lib/shared/dates'

/** What every drawing of a country stands on. */
export type ChartGiven = {
  readonly profile: Profile
  readonly facts: ReadonlyMap<string, Fact>
  readonly contradictions: readonly Contradiction[]
  readonly today: Day
}
