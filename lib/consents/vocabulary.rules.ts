/** The words of consent: what for, of what, to whom, how it was asked. A check of the database holds the same lists. */

export const PURPOSES = ['referral', 'summary', 'share', 'tracing', 'photo', 'statistics'] as const
export type Purpose = (typeof PURPOSES)[number]

/** What may be told, from what a first call needs to what hurts most in wrong hands. */
export const SCOPES = [
  'identity',
  'contact',
  'procedure',
  'detention',
  'plan',
  'family',
  'health',
  'trafficking',
  'documents',
] as const
export type Scope = (typeof SCOPES)[number]

/** Kinds of recipients, for who agrees to a kind and not to a house. */
export const RECIPIENT_KINDS = [
  'lawyer',
  'organisation',
  'victim_centre',
  'guardianship',
  'reception',
  'health_care',
  'authority',
  'tracing_service',
] as const

export const ANSWERS = ['given', 'refused', 'not_asked'] as const
export type Answer = (typeof ANSWERS)[number]
export const FORMS = ['spoken', 'signed', 'thumb'] as const
export const INTERPRETERS = ['none', 'present', 'remote', 'relative', 'not_noted'] as const
/** A language that nobody wrote down, as ISO 639 has a code for it. */
export const LANGUAGE_NOT_NOTED = 'und'
export const GIVERS = ['self', 'guardian', 'parent', 'lawyer'] as const
export type Giver = (typeof GIVERS)[number]
export const CHILD_VIEWS = ['agrees', 'disagrees', 'too_young', 'not_asked'] as const
export type ChildView = (typeof CHILD_VIEWS)[number]
export const ENDS = ['withdrawn', 'mistake'] as const
export const WITHDRAWERS = ['self', 'guardian', 'parent', 'lawyer', 'child'] as const
