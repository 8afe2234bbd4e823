import { daysBetween } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { Birth } from './age.rules'
import { isSameName } from './name.rules'

/** What two people have in common, field by field: a hint for anyone who compares them, never a decision. */
export type Comparable = {
  readonly names: readonly string[]
  readonly ageClaims: readonly Birth[]
  readonly sex: string
  readonly countries: readonly string[]
  readonly places: readonly string[]
}

/** The fields that are compared, in the order in which they are read. */
export const COMPARED = vocabulary('people.compared', ['name', 'age', 'nationality', 'place', 'sex'])
export type ComparedField = CodeOf<typeof COMPARED>

/** How two answers fit. Nothing recorded on one side is no difference. */
export const FITS = vocabulary('people.fits', ['same', 'near', 'differs', 'unknown'])
export type Fit = CodeOf<typeof FITS>

const YEAR = 366
/** Ages that are told of one person differ by so many years. */
const NEAR_YEARS = 3
/** A name says most; a sex, which half of all people share, least. */
const WEIGHTS: Readonly<Record<ComparedField, number>> = { name: 4, age: 3, nationality: 2, place: 1, sex: 1 }
const FITTING: Readonly<Record<Fit, number>> = { same: 1, near: 0.6, differs: 0, unknown: 0 }

const meets = (some: readonly string[], others: readonly string[]): Exclude<Fit, 'near'> => {
  if (some.length === 0 || others.length === 0) return 'unknown'
  return some.some((one) => others.includes(one)) ? 'same' : 'differs'
}

type Born = { readonly bornEarliest: string; readonly bornLatest: string }
const bounded = (claims: readonly Birth[]): readonly Born[] =>
  claims.flatMap(({ bornEarliest, bornLatest }) =>
    bornEarliest === null || bornLatest === null ? [] : [{ bornEarliest, bornLatest }],
  )
/** Days between two spans of birth; 0 where they meet. */
const gap = (one: Born, other: Born): number =>
  Math.max(
    0,
    daysBetween(one.bornLatest, other.bornEarliest),
    daysBetween(other.bornLatest, one.bornEarliest),
  )

const ages = (one: readonly Birth[], other: readonly Birth[]): Fit => {
  const gaps = bounded(one).flatMap((born) => bounded(other).map((theirs) => gap(born, theirs)))
  if (gaps.length === 0) return 'unknown'
  const least = Math.min(...gaps)
  return least === 0 ? 'same' : least <= NEAR_YEARS * YEAR ? 'near' : 'differs'
}

const isSex = (sex: string): boolean => sex === 'f' || sex === 'm'

/** A pair sounds alike before it is compared: names that are not the same are near. Only ages can be near beside them. */
export type Fits = Readonly<
  Record<Exclude<ComparedField, 'name' | 'age'>, Exclude<Fit, 'near'>> & { name: 'same' | 'near'; age: Fit }
>
export type Comparing = {
  readonly fits: Fits
  /** Of a hundred: what fits, of what is recorded of both. */
  readonly score: number
}

export const compareTwo = (one: Comparable, other: Comparable): Comparing => {
  const fits: Fits = {
    name: one.names.some((name) => other.names.some((theirs) => isSameName(name, theirs))) ? 'same' : 'near',
    age: ages(one.ageClaims, other.ageClaims),
    nationality: meets(one.countries, other.countries),
    place: meets(one.places, other.places),
    sex: isSex(one.sex) && isSex(other.sex) ? (one.sex === other.sex ? 'same' : 'differs') : 'unknown',
  }
  const known = COMPARED.codes.filter((field) => fits[field] !== 'unknown')
  const whole = known.reduce((sum, field) => sum + WEIGHTS[field], 0)
  const part = known.reduce((sum, field) => sum + WEIGHTS[field] * FITTING[fits[field]], 0)
  return { fits, score: Math.round((100 * part) / whole) }
}
