import { type RECIPIENT_KINDS, SCOPES, type Scope } from '@/lib/consents/vocabulary.rules'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { Field } from './field.rules'
import type { ReferralKind } from './referral.rules'

/**
 * On what a sheet may leave the organisation (docs/adr/0048). A trigger asks the same: app.check_referral_ground. The articles are of the
 * GDPR, and which of them holds in a case is to be confirmed by a lawyer.
 */
export const GROUNDS = vocabulary('referrals.grounds', [
  'consent',
  'legal_claims',
  'vital_interest',
  'legal_duty',
])

const SCOPE_OF: Readonly<Record<Field, Scope>> = {
  initials: 'identity',
  name: 'identity',
  code: 'identity',
  age: 'identity',
  minority: 'identity',
  sex: 'identity',
  nationality: 'identity',
  language: 'identity',
  worker: 'identity',
  reach: 'contact',
  place: 'contact',
  procedure: 'procedure',
  deadlines: 'procedure',
  detention: 'detention',
  held: 'detention',
  others: 'family',
  danger: 'trafficking',
  form: 'trafficking',
  sector: 'trafficking',
  region: 'trafficking',
  recruited_in: 'trafficking',
  signs: 'trafficking',
}
export const scopesOf = (fields: readonly Field[]): readonly Scope[] =>
  SCOPES.codes.filter((scope) => fields.some((field) => SCOPE_OF[field] === scope))

const RECIPIENT_OF: Readonly<Record<ReferralKind, CodeOf<typeof RECIPIENT_KINDS>>> = {
  specialised_centre: 'victim_centre',
  child_centre: 'victim_centre',
  guardianship: 'guardianship',
  authority: 'authority',
  lawyer: 'lawyer',
  health: 'health_care',
  shelter: 'reception',
  tracing: 'tracing_service',
  social_service: 'organisation',
  organisation: 'organisation',
  other: 'organisation',
  child_helpline: 'organisation',
  help_line: 'organisation',
}
/** What a consent must have been asked for: to look for a family is another question than to be helped. */
export const purposeOf = (kind: ReferralKind): 'referral' | 'tracing' =>
  kind === 'tracing' ? 'tracing' : 'referral'

/** Whom a consent may name so that it covers this referral: the body itself, or its kind. */
export const recipientsOf = ({
  bodySlug,
  kind,
}: {
  readonly bodySlug: string | null
  readonly kind: ReferralKind
}): readonly string[] => [...(bodySlug === null ? [] : [`actor:${bodySlug}`]), `kind:${RECIPIENT_OF[kind]}`]
