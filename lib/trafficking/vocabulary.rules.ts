/** The closed lists of the room. Their words for pages are code lists of the reference data where those have them. */

import { type CodeOf, vocabulary, without } from '@/lib/shared/vocabulary'

export const ANSWERS = vocabulary('trafficking.answers', ['yes', 'no', 'unsure', 'not_asked'])
export type Answer = CodeOf<typeof ANSWERS>

/** What is asked before anything else is. */
export const SAFETY = vocabulary('trafficking.safety', ['danger', 'safe', 'alone', 'interpreter', 'held'])

/** The account is written in three steps, each saved by itself: what a centre asks first, the signs, the person's words and choice. */
export const STEPS = vocabulary('trafficking.steps', ['safety', 'signs', 'choice'])
export type Step = CodeOf<typeof STEPS>

/** The purposes of the Belgian offence; a sign may point to one of them or to any. The grouping is ours, and the page says so. */
export const SIGNS_OF = {
  any: [
    'deceived_about_situation',
    'threats_or_violence',
    'documents_withheld',
    'confined_isolated',
    'controlled_movement',
    'debt_for_journey',
    'costly_dangerous_journey',
    'third_party_speaks',
    'restricted_medical_care',
    'minor_at_risk',
    'repeated_disappearance',
  ],
  sexual: ['forced_unwanted_acts', 'voodoo_oath'],
  begging: ['found_with_money_or_phones'],
  labour: ['underpaid_or_unpaid', 'excessive_hours', 'lives_at_workplace'],
} as const
export const SIGNS = vocabulary('trafficking.signs', [
  ...SIGNS_OF.any,
  ...SIGNS_OF.sexual,
  ...SIGNS_OF.begging,
  ...SIGNS_OF.labour,
])

export const GRADES = vocabulary('trafficking.grades', ['weak', 'medium', 'strong'])
export const SOURCES = vocabulary('trafficking.sources', ['observed', 'told', 'document', 'third_party'])

export const FORMS = vocabulary('trafficking.forms', [
  'sexual',
  'labour',
  'domestic_servitude',
  'begging',
  'forced_criminality',
  'organ',
  'forced_marriage',
  'unknown',
  'other',
])
export type Form = CodeOf<typeof FORMS>

/** Which of several forms is the main one, as the report of a year counts it; `several`: none is. */
export const MAIN_FORMS = vocabulary('trafficking.main-forms', [
  ...without('trafficking.known-forms', FORMS, ['unknown']).codes,
  'several',
])
export type MainForm = CodeOf<typeof MAIN_FORMS>

/** Forms that are named; that the form is unknown is none. */
export const namedForms = (forms: readonly Form[]) => forms.filter((form) => form !== 'unknown')

/** The answer about the main form: asked only where several were named, and one of those. */
export const mainFormOf = (forms: readonly Form[], said: MainForm | ''): MainForm | '' => {
  const named: readonly string[] = namedForms(forms)
  return named.length > 1 && (said === 'several' || named.includes(said)) ? said : ''
}

export const SECTORS = vocabulary('trafficking.sectors', [
  'agriculture',
  'construction',
  'hospitality',
  'cleaning',
  'household',
  'transport',
  'manufacturing',
  'trade',
  'beauty',
  'sex_work',
  'other',
  'not_known',
])

/** What was explained before the person chose. */
export const EXPLAINED = vocabulary('trafficking.explained', [
  'centres',
  'reflection',
  'conditions',
  'statement',
  'stay',
  'return',
])
export const CHOICES = vocabulary('trafficking.choices', [
  'not_asked',
  'wants_referral',
  'wants_time',
  'declines',
  'too_early',
])

/** In what words the code lists of the reference data say it. */
export const TRAFFICKING_LISTS = ['exploitation_form', 'thb_indicator', 'thb_condition', 'thb_formal_status']
