import type { Trigger } from '@/lib/deadlines/clock.rules'
import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Documents of stay: which clock each starts, and what becomes of it. */

export const DOCUMENT_KINDS = vocabulary('asylum.document-kinds', [
  'attestation_presentation',
  'annex_26',
  'annex_26quinquies',
  'annex_25',
  'annex_25quinquies',
  'annex_35',
  'orange_card',
  'orange_card_minor',
  'card_a_adult',
  'card_a_minor',
  'card_b',
  'refugee_certificate',
  'other_document',
])
export type DocumentKind = CodeOf<typeof DOCUMENT_KINDS>

export const END_REASONS = vocabulary('asylum.end-reasons', [
  'positive_decision',
  'negative_final',
  'dublin_transfer',
  'sanction',
  'left_voluntarily',
  'income',
  'crisis_measure',
  'other',
])

export type StayPaper = {
  readonly kind: DocumentKind
  readonly issuedOn: Day | null
  readonly expiresOn: Day | null
  readonly isRenewal: boolean
}

const EXPIRING = {
  orange_card_minor: 'minor_orange_card',
  card_a_minor: 'minor_a_card',
  card_a_adult: 'adult_a_card',
} as const

/** The clock of a document; null when no rule is known for it, or its day is missing. */
export const documentTrigger = ({ kind, issuedOn, expiresOn, isRenewal }: StayPaper): Trigger | null => {
  const plain = { at: null, notification: null, lodgedOn: null, registeredOn: null }
  // The orange card of an applicant runs from its issue, for four months and then for eight at a time.
  if (kind === 'orange_card')
    return issuedOn === null
      ? null
      : { ...plain, event: 'orange_card_began', on: issuedOn, facts: isRenewal ? ['renewed'] : [] }
  if (kind !== 'orange_card_minor' && kind !== 'card_a_minor' && kind !== 'card_a_adult') return null
  return expiresOn === null
    ? null
    : { ...plain, event: 'card_expires', on: expiresOn, facts: [EXPIRING[kind]] }
}

export type DocumentState = 'valid' | 'expired' | 'noEnd'
export const documentState = ({ expiresOn }: Pick<StayPaper, 'expiresOn'>, today: Day): DocumentState => {
  if (expiresOn === null) return 'noEnd'
  return expiresOn < today ? 'expired' : 'valid'
}
