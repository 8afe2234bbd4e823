import type { Locale } from '@/lib/i18n/locales'
import type { Day } from '@/lib/shared/dates'
import { versionPath } from './address.rules'
import type { Citation } from './citation.rules'
import type { Profile } from './entry.data'
import type { Fact } from './fact.rules'
import { type CountryWords, toFigure } from './figure.view'
import { formatDay, inLanguage } from './wording.rules'

/** Where a figure is read: the profile, or for one that was entered here the address of its source and the day that it bears. */
export const sayDocument = ({ address, sourceOn }: Fact, profile: Profile, locale: Locale): string =>
  address === null || sourceOn === null
    ? inLanguage(profile.title, locale)
    : `${address} (${formatDay(sourceOn, locale)})`

/** What a citation of a fact says, in one language. */
export const toFactCitation = (
  fact: Fact,
  profile: Profile,
  consultedOn: Day,
  t: CountryWords,
  locale: Locale,
): Citation => ({
  label: inLanguage(fact.label, locale),
  figure: toFigure(fact, t, locale),
  place: inLanguage(fact.where, locale),
  period: fact.periodText === null ? null : inLanguage(fact.periodText, locale),
  source: fact.source === null ? null : inLanguage(fact.source, locale),
  document: sayDocument(fact, profile, locale),
  consultedOn,
  path: versionPath(fact),
  disputed: fact.contradictions.length > 0,
  derived: fact.derived,
})
