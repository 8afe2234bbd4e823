import 'server-only'
import { createTranslator } from 'use-intl/core'
import { catalogue } from '@/lib/i18n/catalogue'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import type { Day } from '@/lib/shared/dates'
import { LENGTHS, toCitation } from './citation.rules'
import { toFactCitation } from './citation.view'
import type { Profile } from './entry.data'
import type { Fact } from './fact.rules'
import type { CountryWords } from './figure.view'

/** The words of the room in every language, whatever the page speaks. */
export type Speak = Readonly<Record<Locale, CountryWords>>

export const speakAll = async (): Promise<Speak> => {
  const speak = async (locale: Locale) =>
    createTranslator({ locale, messages: await catalogue[locale](), namespace: 'countries' })
  return { en: await speak('en'), fr: await speak('fr'), nl: await speak('nl'), de: await speak('de') }
}

export type CitedIn = { readonly locale: Locale; readonly texts: readonly string[] }

/** A fact cited at each length in each language: a report is written in the language of the one who reads it. */
export const citeInAll = async (fact: Fact, profile: Profile, today: Day): Promise<readonly CitedIn[]> => {
  const speak = await speakAll()
  return LOCALES.codes.map((locale) => ({
    locale,
    texts: LENGTHS.codes.map((length) =>
      toCitation(toFactCitation(fact, profile, today, speak[locale], locale), locale, length),
    ),
  }))
}
