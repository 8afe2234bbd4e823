import { type Day, toDay } from '@/lib/shared/dates'
import {
  AGE_BASES,
  AGE_SILENCES,
  type AgeBasis,
  type AgeClaim,
  ageRange,
  bornWhenAged,
  isFirstOfJanuary,
} from './age.rules'

const BASES = [...AGE_BASES, ...AGE_SILENCES]

type AgeRow = {
  readonly basis: string
  readonly ageYears: number | null
  readonly asOf: Date
  readonly bornEarliest: Date | null
  readonly bornLatest: Date | null
}

/**
 * Rows of age_claim as the rules know them. A row that holds an age without its bounds (an import may) gets them here:
 * a child must not be missed because somebody wrote less.
 */
export const toAgeClaims = (rows: readonly AgeRow[]): AgeClaim[] =>
  rows.map((row) => {
    const asOf = toDay(row.asOf)
    const derived = row.ageYears === null ? null : bornWhenAged(row.ageYears, asOf)
    return {
      basis: BASES.find((basis) => basis === row.basis) ?? 'said',
      ageYears: row.ageYears,
      asOf,
      bornEarliest: row.bornEarliest ? toDay(row.bornEarliest) : (derived?.bornEarliest ?? null),
      bornLatest: row.bornLatest ? toDay(row.bornLatest) : (derived?.bornLatest ?? null),
    }
  })

/** How one age claim is said: an age on a day, a day or a year of birth, two ages, or why there is none. */
export type AgeShape =
  | { readonly form: 'notKnown' | 'declined' }
  | { readonly form: 'age'; readonly basis: AgeBasis; readonly age: number; readonly asOf: Day }
  | { readonly form: 'day'; readonly basis: AgeBasis; readonly day: Day; readonly isFirstOfJanuary: boolean }
  | { readonly form: 'year'; readonly basis: AgeBasis; readonly year: string }
  | {
      readonly form: 'between'
      readonly basis: AgeBasis
      readonly from: number
      readonly to: number
      readonly asOf: Day
    }

export const toAgeShape = (claim: AgeClaim): AgeShape => {
  const { basis, ageYears, asOf, bornEarliest, bornLatest } = claim
  if (basis === 'declined') return { form: 'declined' }
  if (basis === 'not_known') return { form: 'notKnown' }
  if (ageYears !== null) return { form: 'age', basis, age: ageYears, asOf }
  if (bornEarliest === null || bornLatest === null) return { form: 'notKnown' }
  if (bornEarliest === bornLatest)
    return { form: 'day', basis, day: bornLatest, isFirstOfJanuary: isFirstOfJanuary(claim) }
  const year = bornLatest.slice(0, 4)
  if (bornEarliest === `${year}-01-01` && bornLatest === `${year}-12-31`) return { form: 'year', basis, year }
  const range = ageRange(claim, asOf) ?? { from: 0, to: 0 }
  return { form: 'between', basis, asOf, ...range }
}
