/** Fixed words about people. Three kinds of unknown stay apart: not asked, asked and not known, asked and not told. */
export const SEXES = ['f', 'm', 'x', 'unknown', 'declined', 'not_asked'] as const
export type Sex = (typeof SEXES)[number]

export const INTERPRETER_NEEDS = ['yes', 'some', 'no', 'unknown', 'declined', 'not_asked'] as const
export type InterpreterNeed = (typeof INTERPRETER_NEEDS)[number]

export const LANGUAGE_LEVELS = ['fluent', 'some'] as const

/** How sure a nationality is. The last two are answers without a country. */
export const CERTAINTIES = ['said', 'document', 'presumed', 'contested', 'not_known', 'declined'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** ICAO 9303 part 3: XXA stateless, XXX unspecified. */
export const STATELESS = 'XXA'
export const UNDETERMINED = 'XXX'

/** What the nationality question may be answered with, beside a country code. */
export const NATIONALITY_ANSWERS = [
  'notAsked',
  'notKnown',
  'declined',
  'undetermined',
  'statelessRecognised',
  'statelessSaid',
] as const
export type NationalityAnswer = (typeof NATIONALITY_ANSWERS)[number]

export type NationalityClaim = { readonly country: string; readonly certainty: Certainty }

/** The row of an answer, or null when the question was not asked: then there is no row. */
export const toNationality = (
  answer: NationalityAnswer | (string & {}),
  certainty: Certainty,
): NationalityClaim | null => {
  switch (answer) {
    case 'notAsked':
      return null
    case 'notKnown':
      return { country: UNDETERMINED, certainty: 'not_known' }
    case 'declined':
      return { country: UNDETERMINED, certainty: 'declined' }
    case 'undetermined':
      return { country: UNDETERMINED, certainty }
    case 'statelessRecognised':
      return { country: STATELESS, certainty: 'document' }
    case 'statelessSaid':
      return { country: STATELESS, certainty: 'said' }
    default:
      return { country: answer, certainty }
  }
}

/** Which words a stored nationality is shown with: a country's own name, or one of ours. */
export const toNationalityWord = ({
  country,
  certainty,
}: {
  country: string
  certainty: string
}): 'country' | 'notKnown' | 'declined' | 'undetermined' | 'statelessRecognised' | 'statelessSaid' => {
  if (certainty === 'not_known') return 'notKnown'
  if (certainty === 'declined') return 'declined'
  if (country === STATELESS) return certainty === 'document' ? 'statelessRecognised' : 'statelessSaid'
  return country === UNDETERMINED ? 'undetermined' : 'country'
}
