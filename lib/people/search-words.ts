import { LOCALES } from '@/lib/i18n/locales'
import { countryName } from './country.rules'
import { COUNTRY_CODES } from './country-list.rules'
import { foldName } from './name.rules'

let words: ReadonlyMap<string, string> | null = null

/** Names of countries of one word in the four languages, without their marks. Made once: a thousand names. */
export const countryVocabulary = (): ReadonlyMap<string, string> => {
  words ??= new Map(
    COUNTRY_CODES.flatMap((code) =>
      LOCALES.codes.map((locale): [string, string] => [foldName(countryName(code, locale)), code]),
    ).filter(([name]) => !name.includes(' ')),
  )
  return words
}
