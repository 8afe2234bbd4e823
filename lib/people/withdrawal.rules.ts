import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { AgeClaim } from './age.rules'
import type { NumberKind } from './authority-number.rules'
import type { CountryClaim, NationalityClaim } from './person.rules'

/** Why a claim was a mistake: it tells of someone else, it was misheard or misread, the person takes it back. */
export const WITHDRAWN_BECAUSE = vocabulary('people.withdrawn-because', [
  'other_person',
  'misread',
  'taken_back',
])
export type WithdrawnBecause = CodeOf<typeof WITHDRAWN_BECAUSE>

/** What was said, as the sentence about it needs it. */
export type Statement =
  | { readonly kind: 'name' | 'mark'; readonly text: string }
  | { readonly kind: 'number'; readonly of: NumberKind; readonly text: string }
  | { readonly kind: 'age'; readonly claim: AgeClaim }
  | { readonly kind: 'nationality'; readonly claim: NationalityClaim }
  | { readonly kind: 'origin'; readonly claim: CountryClaim }
  | { readonly kind: 'language'; readonly language: string; readonly level: string }
export type ClaimKind = Statement['kind']

/** One claim about someone, with how it stands. */
export type Claim = {
  readonly id: string
  readonly personId: string
  readonly said: Statement
  /** The restricted or sealed file in which it was said; null is said to everyone who reaches them. */
  readonly circleCaseId: string | null
  /** When it was written down here, whatever day it was said. */
  readonly recordedAt: Date
  readonly withdrawn: { readonly at: Date; readonly because: WithdrawnBecause } | null
}

/**
 * A claim is withdrawn where it was said: what was said within a circle in that file, whose history tells of it and no other
 * one's; everything else in an open file.
 */
export const isWithdrawnIn = (
  { circleCaseId }: Pick<Claim, 'circleCaseId'>,
  file: { readonly id: string; readonly secrecy: string },
): boolean => (circleCaseId === null ? file.secrecy === 'open' : circleCaseId === file.id)

/** Someone keeps a name: the last one that stands is replaced first, and withdrawn then. */
export const isLastName = (claims: readonly Claim[], { id, said, personId }: Claim): boolean =>
  said.kind === 'name' &&
  !claims.some(
    (one) => one.said.kind === 'name' && one.personId === personId && one.id !== id && one.withdrawn === null,
  )
