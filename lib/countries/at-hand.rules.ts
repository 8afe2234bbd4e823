// What the reference data says beside the fields of a form, while someone works on a file.

import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { Texts } from './fact.rules'
import type { Place } from './place.rules'
import type { SafeListIssuer } from './vocabulary.rules'

/** Forms that have explanations. Those of events name the event after a stroke: "asylum/lodged". */
export const HELP_FORMS = vocabulary('countries.help-forms', [
  'stay',
  'way',
  'mandate',
  'reception',
  'matter',
  'detention',
  'account',
  'stage',
  'referral',
])
export const EVENT_FORMS = vocabulary('countries.event-forms', ['asylum', 'guardianship'])

/** Where an explanation may stand. */
export type Beside = CodeOf<typeof HELP_FORMS> | `${CodeOf<typeof EVENT_FORMS>}/${string}`

/** Another row of the reference data that says more. */
export type See = { readonly slug: string; readonly label: Texts }

export type Explanation = {
  readonly slug: string
  readonly label: Texts
  readonly text: Texts
  readonly beside: readonly string[]
  /** No source was found for all of it, or the source is old: it is marked. */
  readonly isUnsure: boolean
  readonly law: See | null
  readonly body: See | null
  readonly fact: See | null
  /** As it is named in the data, in the language of the data. */
  readonly source: string
  readonly recordedOn: Day
}

/** Countries that count as safe from a day on, by which decision. Country codes are ISO 3166-1, XK for Kosovo. */
export type SafeCountryList = {
  readonly issuer: SafeListIssuer
  readonly validFrom: Day
  readonly countries: readonly string[]
  /** Candidate countries of the Union: safe unless one of the exceptions of the list applies. */
  readonly candidates: readonly string[]
  readonly instrument: string
  readonly source: string
}

/** A centre with who is known to visit it. */
export type CentreFacts = {
  readonly place: Place
  readonly visitors: readonly { readonly name: string; readonly source: string; readonly recordedOn: Day }[]
}

export const explanationsBeside = (
  explanations: readonly Explanation[],
  beside: Beside,
): readonly Explanation[] => explanations.filter((one) => one.beside.includes(beside))

export type SafeListPlace = 'on' | 'candidate' | 'off'

/** How a list treats a country. */
export const placeOnList = (
  country: string,
  { countries, candidates }: Pick<SafeCountryList, 'countries' | 'candidates'>,
): SafeListPlace => (countries.includes(country) ? 'on' : candidates.includes(country) ? 'candidate' : 'off')

/** How each known list of safe countries treats a country, the newest list first. */
export const safeHistory = (
  country: string,
  lists: readonly SafeCountryList[],
): readonly { readonly list: SafeCountryList; readonly place: SafeListPlace }[] =>
  lists.map((list) => ({ list, place: placeOnList(country, list) }))
