import { type ConsentFacts, type Gap, recipientOf } from '@/lib/consents/cover.rules'
import { SCOPES, type Scope } from '@/lib/consents/vocabulary.rules'
import { vocabulary } from '@/lib/shared/vocabulary'
import type { Audience, Section } from './level.rules'

/**
 * What allows a summary to leave the organisation (docs/adr/0048). A trigger asks the same: app.check_summary_ground. The articles are of
 * the GDPR, and which of them holds in a case is to be confirmed by a lawyer.
 */
export const GROUNDS = vocabulary('summaries.grounds', [
  'consent',
  'legal_claims',
  'vital_interest',
  'legal_duty',
])

/** A colleague and a discussion without identity stay in the organisation; what a person is told of themselves asks no one's consent. */
export const leavesOrganisation = (audience: Audience): boolean =>
  audience === 'lawyer' || audience === 'organisation' || audience === 'authority'

const SCOPES_OF: Readonly<Record<Section, Scope | readonly Scope[]>> = {
  identity: 'identity',
  present: 'contact',
  procedure: 'procedure',
  mandates: 'procedure',
  needs: 'health',
  matters: 'procedure',
  guardianship: 'procedure',
  detention: 'detention',
  deadlines: 'procedure',
  plan: 'plan',
  contacts: 'contact',
  signals: 'health',
  people: 'family',
  referrals: 'health',
  // What an organisation asks besides may tell of any of them: an answer leaves only where all of them may.
  own: ['procedure', 'plan', 'family'],
  own_sensitive: 'health',
}

/** The data that these sections tell of; whatever leaves a file about trafficking tells of it, because its kind stands there. */
export const scopesOf = (sections: readonly Section[], fileKind: string): readonly Scope[] =>
  SCOPES.codes.filter(
    (scope) =>
      sections.some((section) => [SCOPES_OF[section]].flat().includes(scope)) ||
      (scope === 'trafficking' && fileKind === 'thb'),
  )

/** What a form says of a consent that does not cover the sheet. */
export const CODE_OF_GAP = {
  not_asked: 'consentNotAsked',
  refused: 'consentRefused',
  withdrawn: 'consentWithdrawn',
  expired: 'consentExpired',
  guardian: 'consentGuardian',
  child: 'consentChild',
  scope: 'consentScope',
} as const satisfies Record<Gap, string>

/** To whom someone agreed that a summary goes, each once. */
export const agreedRecipients = (consents: readonly ConsentFacts[]): readonly string[] => [
  ...new Set(consents.filter((row) => row.answer === 'given' && !row.isMistake).map(recipientOf)),
]
