import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { isSameName } from './name.rules'

/** What two people have in common, field by field: a hint for anyone who compares them, never a decision. */
export type Comparable = {
  readonly names: readonly string[]
  readonly sex: string
  readonly countries: readonly string[]
  readonly places: readonly string[]
}
export const COMMON = vocabulary('people.common', [
  'sameName',
  'nearName',
  'sameNationality',
  'samePlace',
  'sameSex',
])
export type Common = CodeOf<typeof COMMON>

const meets = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one))

export const reasonsOf = (one: Comparable, other: Comparable): Common[] => [
  one.names.some((name) => other.names.some((theirs) => isSameName(name, theirs))) ? 'sameName' : 'nearName',
  ...(meets(one.countries, other.countries) ? (['sameNationality'] as const) : []),
  ...(meets(one.places, other.places) ? (['samePlace'] as const) : []),
  ...(one.sex === other.sex && (one.sex === 'f' || one.sex === 'm') ? (['sameSex'] as const) : []),
]
