/** The words of consent: what for, of what, to whom, how it was asked. A check of the database holds the same lists. */

import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

export const PURPOSES = vocabulary('consents.purposes', [
  'referral',
  'summary',
  'share',
  'tracing',
  'photo',
  'statistics',
  'quote',
])
export type Purpose = CodeOf<typeof PURPOSES>
/** What the organisation itself does with it: no one is told of the person, so neither a recipient nor what may be told is asked. */
export const isOwnUse = (purpose: Purpose): boolean => purpose === 'statistics' || purpose === 'quote'

/** What may be told, from what a first call needs to what hurts most in wrong hands. */
export const SCOPES = vocabulary('consents.scopes', [
  'identity',
  'contact',
  'procedure',
  'detention',
  'plan',
  'family',
  'health',
  'trafficking',
  'documents',
])
export type Scope = CodeOf<typeof SCOPES>

/** Kinds of recipients, for who agrees to a kind and not to an organisation. */
export const RECIPIENT_KINDS = vocabulary('consents.recipient-kinds', [
  'lawyer',
  'organisation',
  'victim_centre',
  'guardianship',
  'reception',
  'health_care',
  'authority',
  'tracing_service',
])

export const ANSWERS = vocabulary('consents.answers', ['given', 'refused', 'not_asked'])
export type Answer = CodeOf<typeof ANSWERS>
/** `drawn`: signed on screen; `stated`: typed, or said and typed, before a witness. */
export const FORMS = vocabulary('consents.forms', ['spoken', 'signed', 'thumb', 'drawn', 'stated'])
export type Form = CodeOf<typeof FORMS>
export const INTERPRETERS = vocabulary('consents.interpreters', [
  'none',
  'present',
  'remote',
  'relative',
  'not_noted',
])
/** A language that no one wrote down, as ISO 639 has a code for it. */
export const LANGUAGE_NOT_NOTED = 'und'
export type Interpreter = CodeOf<typeof INTERPRETERS>
/** Whether there was someone whose name can be written down. */
export const isSomeone = (interpreter: Interpreter | undefined): boolean =>
  interpreter === 'present' || interpreter === 'remote' || interpreter === 'relative'
export const GIVERS = vocabulary('consents.givers', ['self', 'guardian', 'parent', 'lawyer'])
export type Giver = CodeOf<typeof GIVERS>
export const CHILD_VIEWS = vocabulary('consents.child-views', [
  'agrees',
  'disagrees',
  'too_young',
  'not_asked',
])
export type ChildView = CodeOf<typeof CHILD_VIEWS>
export const ENDS = vocabulary('consents.ends', ['withdrawn', 'mistake'])
export const WITHDRAWERS = vocabulary('consents.withdrawers', [
  'self',
  'guardian',
  'parent',
  'lawyer',
  'child',
])
