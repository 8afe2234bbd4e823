/** The closed lists of the room. Their words for pages are code lists of the reference data where those have them. */

export const ANSWERS = ['yes', 'no', 'unsure', 'not_asked'] as const
export type Answer = (typeof ANSWERS)[number]

/** What is asked before anything else is. */
export const SAFETY = ['danger', 'safe', 'alone', 'interpreter', 'held'] as const

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
export const SIGNS = [...SIGNS_OF.any, ...SIGNS_OF.sexual, ...SIGNS_OF.begging, ...SIGNS_OF.labour] as const

export const GRADES = ['weak', 'medium', 'strong'] as const
export const SOURCES = ['observed', 'told', 'document', 'third_party'] as const

export const FORMS = [
  'sexual',
  'labour',
  'domestic_servitude',
  'begging',
  'forced_criminality',
  'organ',
  'forced_marriage',
  'unknown',
  'other',
] as const
export const SECTORS = [
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
] as const

/** What was explained before the person chose. */
export const EXPLAINED = ['centres', 'reflection', 'conditions', 'statement', 'stay', 'return'] as const
export const CHOICES = ['not_asked', 'wants_referral', 'wants_time', 'declines', 'too_early'] as const

/** In what words the code lists of the reference data say it. */
export const TRAFFICKING_LISTS = ['exploitation_form', 'thb_indicator', 'thb_condition', 'thb_formal_status']
