import { addDays, type Day } from '@/lib/shared/dates'

/**
 * Age is what somebody says, on some ground, on some day: never one value. Claims stand side by side, and whoever may
 * be a child is treated as one (Belgian Guardianship Act of 24 December 2002: doubt is in the minor's favour).
 */
export const AGE_BASES = ['said', 'document', 'authority', 'test', 'estimate'] as const
export type AgeBasis = (typeof AGE_BASES)[number]

/** The age was asked for and no figure came back: kept as a claim without bounds, apart from never having asked. */
export const AGE_SILENCES = ['not_known', 'declined'] as const
export type AgeSilence = (typeof AGE_SILENCES)[number]

export type AgeClaim = {
  readonly basis: AgeBasis | AgeSilence
  /** Completed years, when the claim was made as an age. */
  readonly ageYears: number | null
  /** The day the claim speaks of. */
  readonly asOf: Day
  /** First and last possible day of birth, both included; null when the claim bounds nothing. */
  readonly bornEarliest: Day | null
  readonly bornLatest: Day | null
}
export type Born = { readonly bornEarliest: Day; readonly bornLatest: Day }

const MAJORITY = 18

/** The same day so many years before; 29 February becomes the 28th in a year that has none. */
const yearsBefore = (day: Day, years: number): Day => {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, '0')
  const rest = day.slice(4)
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  return rest === '-02-29' && !isLeap ? `${year}-02-28` : `${year}${rest}`
}

/** Days of birth of somebody who is `ageYears` old on a day: 17 on 7 October 2026 is 8 October 2008 to 7 October 2009. */
export const bornWhenAged = (ageYears: number, asOf: Day): Born => ({
  bornEarliest: addDays(yearsBefore(asOf, ageYears + 1), 1),
  bornLatest: yearsBefore(asOf, ageYears),
})

/** Somebody between two ages, both included, on a day. */
export const bornWhenAgedBetween = (youngest: number, oldest: number, asOf: Day): Born => ({
  bornEarliest: bornWhenAged(oldest, asOf).bornEarliest,
  bornLatest: bornWhenAged(youngest, asOf).bornLatest,
})

/** A year of birth says a year: the whole of it, and never its first of January. */
export const bornInYear = (year: number): Born => ({
  bornEarliest: `${year}-01-01`,
  bornLatest: `${year}-12-31`,
})

/** Completed years on a day. Somebody born on 29 February has her birthday on 1 March in other years. */
export const ageOn = (born: Day, on: Day): number => {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}

/** Youngest and oldest possible age on a day, or null when the claim bounds nothing. */
export const ageRange = (
  { bornEarliest, bornLatest }: AgeClaim,
  on: Day,
): { readonly from: number; readonly to: number } | null =>
  bornEarliest === null || bornLatest === null
    ? null
    : { from: Math.max(0, ageOn(bornLatest, on)), to: Math.max(0, ageOn(bornEarliest, on)) }

/** 1 January on a paper often stands for "day not known" (decided at registration): a reader should know. */
export const isFirstOfJanuary = ({ bornEarliest, bornLatest }: AgeClaim): boolean =>
  bornEarliest !== null && bornEarliest === bornLatest && bornEarliest.endsWith('-01-01')

export type MinorStatus = 'yes' | 'disputed' | 'no' | 'unknown'
export type Minority = {
  readonly status: MinorStatus
  /** True as soon as one claim leaves childhood possible. */
  readonly treatedAsMinor: boolean
  /** The most protective claim, which decided; null when no claim says anything. */
  readonly because: AgeClaim | null
}

/**
 * Is this a child? Decided by the claim that protects most: the one with the latest possible day of birth.
 * yes: no claim speaks against it; disputed: another claim says adult; unknown: no claim is sure either way.
 */
export const minority = (claims: readonly AgeClaim[], on: Day): Minority => {
  const bounded = claims.flatMap((claim) => {
    const range = ageRange(claim, on)
    return range === null ? [] : [{ claim, range }]
  })
  const [first, ...rest] = bounded
  if (first === undefined) return { status: 'unknown', treatedAsMinor: false, because: null }
  const because = rest.reduce(
    (best, { claim }) => ((claim.bornLatest ?? '') > (best.bornLatest ?? '') ? claim : best),
    first.claim,
  )
  const mayBeMinor = bounded.some(({ range }) => range.from < MAJORITY)
  if (!mayBeMinor) return { status: 'no', treatedAsMinor: false, because }
  if (bounded.some(({ range }) => range.from >= MAJORITY))
    return { status: 'disputed', treatedAsMinor: true, because }
  const isSure = bounded.some(({ range }) => range.to < MAJORITY)
  return { status: isSure ? 'yes' : 'unknown', treatedAsMinor: true, because }
}
