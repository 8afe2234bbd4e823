import type { Locale } from '@/lib/i18n/locales'
import type { Day } from '@/lib/shared/dates'
import { factPath } from './address.rules'
import type { Citation } from './citation.rules'
import type { Profile } from './entry.data'
import type { Fact } from './fact.rules'
import { type CountryWords, toFigure } from './figure.view'
import { inLanguage } from './wording.rules'

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
  document: inLanguage(profile.title, locale),
  consultedOn,
  path: factPath(fact),
  disputed: fact.contradictions.length > 0,
  derived: fact.derived,
})
