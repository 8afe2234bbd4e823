// Where a country and its facts are found: the code of the country is in every address, and none is written in the code.

import type { Chapter } from './vocabulary.rules'

export type CountryPage =
  | 'overview'
  | 'facts'
  | 'laws'
  | 'powers'
  | 'actors'
  | 'quality'
  | 'upkeep'
  | 'mistakes'
  | 'comparison'

/** The pages of a country: its address, or one beneath it. */
export const countryPath = (country: string, page: CountryPage = 'overview'): string =>
  `/countries/${country.toLowerCase()}${page === 'overview' ? '' : `/${page}`}`

export const chapterPath = (country: string, chapter: Chapter): string => `${countryPath(country)}/${chapter}`

export const factPath = ({ country, slug }: { readonly country: string; readonly slug: string }): string =>
  `${countryPath(country, 'facts')}/${slug}`

/** Where someone says what is wrong in a fact, a law or a body. */
export const mistakePath = (country: string, about: 'fact' | 'law' | 'body', slug: string): string =>
  `${countryPath(country, 'mistakes')}?about=${about}&slug=${slug}`

/** A body among all of its country: the page opens the group that holds it. */
export const bodyPath = (country: string, slug: string): string =>
  `${countryPath(country, 'actors')}?show=${slug}#${slug}`

/** Where a file is chosen that is referred to a body. */
export const referPath = (country: string, slug: string): string =>
  `${countryPath(country, 'actors')}/${slug}/refer`

/** A version of a fact for ever; a fact that never had another one has no number in its address. */
export const versionPath = (fact: {
  readonly country: string
  readonly slug: string
  readonly version: number
  readonly hasVersions: boolean
}): string => (fact.hasVersions ? `${factPath(fact)}?version=${fact.version}` : factPath(fact))

/** The countries that are asked while a page is read: the one that it is of, if any, before the one where the application works. */
export const countriesBeside = (path: string, here: string): readonly string[] => {
  const read = /^\/countries\/([a-z]{2})(?:\/|$)/.exec(path)?.[1]
  return [...new Set([...(read === undefined ? [] : [read]), here.toLowerCase()])]
}

/** The country that an address means (ISO 3166-1, in capitals), or an empty word, which no country has. */
export const toCountry = (segment: string | undefined): string =>
  segment !== undefined && /^[a-z]{2}$/.test(segment) ? segment.toUpperCase() : ''

/** Our shares beside those of a comparison; without a period only who is counted on each side. */
export const comparisonPath = (country: string, comparison: string): string =>
  `${countryPath(country, 'comparison')}?compare=${comparison}`
