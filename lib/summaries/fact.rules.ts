import { DETENTION_KINDS, PLACE_KINDS } from '@/lib/countries/vocabulary.rules'
import type { Fact, Item } from './redact.rules'
import type { Labels, Whole } from './value.rules'

/** Facts of what the file has: none where it has nothing. */
export const some = <T>(value: T | null | undefined, say: (value: T) => Fact): Fact[] =>
  value === null || value === undefined ? [] : [say(value)]
export const each = <T>(list: readonly T[], say: (one: T) => Fact): Fact[] => list.map(say)

export type Items = readonly Item<Fact>[]
export const facts = (...list: readonly Fact[]): Items =>
  list.length === 0 ? [] : [{ as: 'facts', facts: list }]
export const row = (...list: readonly Fact[]): Item<Fact> => ({ as: 'row', facts: list })

export type PlaceRow = Labels & { readonly kind: string }
/** A summary tells where a person is held; any other place of the country is elsewhere. Throws UnknownCode. */
export const toPlace = ({
  kind,
  labelEn,
  labelFr,
  labelNl,
  labelDe,
}: PlaceRow): Extract<Whole, { kind: 'place' }> => {
  const place = PLACE_KINDS.read(kind)
  return {
    kind: 'place',
    of: DETENTION_KINDS.has(place) ? place : 'elsewhere',
    labels: { labelEn, labelFr, labelNl, labelDe },
  }
}
