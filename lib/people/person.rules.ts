import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

export const LANGUAGE_LEVELS = vocabulary('people.language-levels', ['fluent', 'some'])
/** ISO 639: undetermined; with one of the silences as level it says that no language came back. */
export const NO_LANGUAGE = 'und'
export const LANGUAGE_SILENCES = vocabulary('people.language-silences', ['not_known', 'declined'])

/** How sure a nationality is. The last two are answers without a country. */
export const CERTAINTIES = vocabulary('people.certainties', [
  'said',
  'document',
  'presumed',
  'contested',
  'not_known',
  'declined',
])
export type Certainty = CodeOf<typeof CERTAINTIES>

/** ICAO 9303 part 3: XXA stateless, XXX unspecified. */
export const STATELESS = 'XXA'
export const UNDETERMINED = 'XXX'

/** Palestine has a code of its own and is offered with the answers that are no state everywhere. */
export const PALESTINE = 'PS'

/** What the nationality question may be answered with, beside a country code. */
export const NATIONALITY_ANSWERS = [
  'notAsked',
  'notKnown',
  'declined',
  'undetermined',
  'statelessRecognised',
  'statelessSaid',
  PALESTINE,
] as const
export type NationalityAnswer = (typeof NATIONALITY_ANSWERS)[number]

/** The answers about a country of birth or of last residence, beside a country code. */
export const ORIGIN_ANSWERS = vocabulary('people.origin-answers', ['notAsked', 'notKnown', 'declined'])
export const ORIGIN_KINDS = vocabulary('people.origin-kinds', ['birth', 'residence'])
export type OriginKind = CodeOf<typeof ORIGIN_KINDS>

export type CountryClaim = { readonly country: string; readonly certainty: Certainty }
export type NationalityClaim = CountryClaim & {
  /** Held from and until, as codes of dates; null when no one asked. */
  readonly since: string | null
  readonly until: string | null
}
export type OriginClaim = CountryClaim & { readonly kind: OriginKind }

/** The claim of an answer, or null when the question was not asked: then there is no row. */
export const toCountryClaim = (
  answer: NationalityAnswer | (string & {}),
  certainty: Certainty,
): CountryClaim | null => {
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

/** The same for a nationality of which no one said since when. */
export const toNationality = (answer: string, certainty: Certainty): NationalityClaim | null => {
  const claim = toCountryClaim(answer, certainty)
  return claim === null ? null : { ...claim, since: null, until: null }
}

export type CountryWord =
  | 'country'
  | 'notKnown'
  | 'declined'
  | 'undetermined'
  | 'statelessRecognised'
  | 'statelessSaid'

/** Which words a stored claim is shown with: a country's own name, or one of ours. */
export const toNationalityWord = ({
  country,
  certainty,
}: {
  country: string
  certainty: string
}): CountryWord => {
  if (certainty === 'not_known') return 'notKnown'
  if (certainty === 'declined') return 'declined'
  if (country === STATELESS) return certainty === 'document' ? 'statelessRecognised' : 'statelessSaid'
  return country === UNDETERMINED ? 'undetermined' : 'country'
}
