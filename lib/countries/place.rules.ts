// A capacity is what one source gave on one day. Sources disagree, so a centre has several and none is "the" capacity.

import type { Day } from '@/lib/shared/dates'
import type { Texts } from './fact.rules'
import type { PlaceKind, Precision } from './vocabulary.rules'

export type Capacity = {
  readonly capacity: number
  readonly observedOn: Day
  readonly precision: Precision
  readonly source: string
}

export type Place = {
  readonly id: string
  readonly slug: string
  readonly kind: PlaceKind
  readonly label: Texts
  /** As the centre calls itself, in the language its staff must use. */
  readonly name: string
  /** ISO 3166, where it has one. */
  readonly iso: string | null
  readonly city: string | null
  readonly address: string | null
  readonly languageRegime: string | null
  readonly openedText: string | null
  readonly population: Texts | null
  readonly units: Texts | null
  readonly note: Texts | null
  readonly capacities: readonly Capacity[]
}

/** The observation of a dated source, if there is one; an undated page says nothing about when. */
export const latestDated = (place: Place): Capacity | null =>
  place.capacities
    .filter(({ precision }) => precision !== 'consulted')
    .reduce<Capacity | null>(
      (latest, seen) => (latest === null || seen.observedOn > latest.observedOn ? seen : latest),
      null,
    )

/** Places in all centres together, from dated observations only; null when a centre has none. */
export const totalCapacity = (places: readonly Place[]): number | null => {
  const latest = places.map(latestDated)
  return latest.some((seen) => seen === null)
    ? null
    : latest.reduce((sum, seen) => sum + (seen?.capacity ?? 0), 0)
}
