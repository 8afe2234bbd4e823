import type { Day } from '@/lib/shared/dates'
import { type AgeBasis, type AgeSilence, ageRange, type Birth, MAJORITY, majorityOf } from './age.rules'

/**
 * Is this a child? Anyone who may be one is treated as one, by the claim that protects most: in doubt the lowest age counts
 * (Guardianship Act, Programme Law of 24 December 2002, title XIII, chapter VI, article 7 § 3; the text itself was not read,
 * to be confirmed by a lawyer).
 */
export type MinorStatus = 'yes' | 'disputed' | 'no' | 'unknown'

type Claim = Birth & { readonly basis: AgeBasis | AgeSilence }

/** Why, as a code with what fills its sentence. */
export type MinorReason =
  | { readonly code: 'notAsked' | 'noAnswer' }
  | {
      readonly code: 'allMinor' | 'allAdult'
      readonly basis: AgeBasis
      readonly from: number
      readonly to: number
    }
  /** One claim says child, another says adult. */
  | { readonly code: 'differ'; readonly basis: AgeBasis; readonly from: number; readonly against: AgeBasis }
  /** One claim alone reaches over both sides of eighteen; of a test the lowest age counts. */
  | {
      readonly code: 'bothSides' | 'lowestOfTest'
      readonly basis: AgeBasis
      readonly from: number
      readonly to: number
    }

export type Minority<C> = {
  readonly status: MinorStatus
  /** True as soon as one claim leaves childhood possible. */
  readonly treatedAsMinor: boolean
  /** The most protective claim, which decided; null when no claim says anything. */
  readonly because: C | null
  readonly reason: MinorReason
}

const isBasis = (basis: AgeBasis | AgeSilence): basis is AgeBasis =>
  basis !== 'not_known' && basis !== 'declined'

/** The claim that protects most is the one with the latest possible day of birth; of two alike, the one made first. */
export const minority = <C extends Claim>(claims: readonly C[], on: Day): Minority<C> => {
  const bounded = claims.flatMap((claim) => {
    const range = ageRange(claim, on)
    return range === null || !isBasis(claim.basis) ? [] : [{ claim, basis: claim.basis, ...range }]
  })
  const [first, ...rest] = bounded
  if (first === undefined) {
    const code = claims.length === 0 ? 'notAsked' : 'noAnswer'
    return { status: 'unknown', treatedAsMinor: false, because: null, reason: { code } }
  }
  const latest = (one: C): Day => one.bornLatest ?? ''
  const most = rest.reduce((best, one) => (latest(one.claim) > latest(best.claim) ? one : best), first)
  const { claim: because, basis, from, to } = most
  if (from >= MAJORITY)
    return { status: 'no', treatedAsMinor: false, because, reason: { code: 'allAdult', basis, from, to } }
  const adult = bounded.find((one) => one.from >= MAJORITY)
  if (adult !== undefined) {
    const reason = { code: 'differ', basis, from, against: adult.basis } as const
    return { status: 'disputed', treatedAsMinor: true, because, reason }
  }
  if (bounded.some((one) => one.to < MAJORITY))
    return { status: 'yes', treatedAsMinor: true, because, reason: { code: 'allMinor', basis, from, to } }
  const code = basis === 'test' ? 'lowestOfTest' : 'bothSides'
  return { status: 'unknown', treatedAsMinor: true, because, reason: { code, basis, from, to } }
}

/** The day on which a person who is treated as a minor is an adult by every claim; null for an adult. */
export const adultOn = (claims: readonly Claim[], today: Day): Day | null => {
  const { treatedAsMinor, because } = minority(claims, today)
  return treatedAsMinor && because !== null ? (majorityOf(because)?.latest ?? null) : null
}
