import { type Day, toDay } from '@/lib/shared/dates'
import { AGE_CLAIM_BASES, type AgeClaim, type AgeWhat, makeAgeClaim } from './age.rules'
import { AGE_SOURCE_CODES, SEEN } from './age-source.rules'

type AgeRow = {
  readonly basis: string
  readonly ageYears: number | null
  readonly ageTo: number | null
  readonly testedTenths: number | null
  readonly marginTenths: number | null
  readonly bornWhen: string | null
  readonly bornText: string | null
  readonly bornEarliest: Date | null
  readonly bornLatest: Date | null
  readonly asOf: Date
  readonly source: string | null
  readonly seen: string | null
}

/** A row with days and no code (an import may have one): a day, a whole year, or all between two days. */
const toCode = (earliest: Day, latest: Day): string => {
  const year = earliest.slice(0, 4)
  if (earliest === latest) return earliest
  return earliest === `${year}-01-01` && latest === `${year}-12-31` ? year : `${earliest}/${latest}`
}

const toWhat = (row: AgeRow): AgeWhat | null => {
  if (row.testedTenths !== null)
    return { form: 'tested', tenths: row.testedTenths, margin: row.marginTenths ?? 0 }
  if (row.ageYears !== null) return { form: 'age', from: row.ageYears, to: row.ageTo ?? row.ageYears }
  if (row.bornEarliest === null || row.bornLatest === null) return null
  const when = row.bornWhen ?? toCode(toDay(row.bornEarliest), toDay(row.bornLatest))
  return { form: 'born', when, text: row.bornText ?? '' }
}

/**
 * Rows of age_claim as the rules know them. The days of birth are worked out again from what was claimed: a child must
 * not be missed because someone wrote less.
 */
export const toAgeClaims = (rows: readonly AgeRow[]): AgeClaim[] =>
  rows.map((row) =>
    makeAgeClaim({
      basis: AGE_CLAIM_BASES.read(row.basis),
      what: toWhat(row),
      asOf: toDay(row.asOf),
      source: AGE_SOURCE_CODES.readOrNull(row.source),
      seen: SEEN.readOrNull(row.seen),
    }),
  )
