import type { useTranslations } from 'next-intl'
import type { Locale } from '@/lib/i18n/locales'
import type { Fact } from './fact.rules'
import { countryName, formatNumber } from './wording.rules'

export type CountryWords = ReturnType<typeof useTranslations<'countries'>>

const ranking = ({ breakdown: { nationalities } }: Fact, locale: Locale): string =>
  (typeof nationalities === 'string' || nationalities === undefined ? [] : nationalities)
    .map((iso) => countryName(iso, locale))
    .join(', ')

/** A fact's figure in words: unit, "about", "at least", a range, a ranking. */
export const toFigure = (fact: Fact, t: CountryWords, locale: Locale): string => {
  if (fact.unit === 'ranking') return ranking(fact, locale)
  const grouped = fact.unit !== 'year'
  const number = (value: number): string => formatNumber(value, locale, { grouped })
  const isRange = fact.value === null && fact.valueMin !== null && fact.valueMax !== null
  const figure = isRange
    ? t('span', { from: number(fact.valueMin ?? 0), to: number(fact.valueMax ?? 0) })
    : number(fact.value ?? 0)
  const counted = t(`units.${fact.unit}`, { figure, count: fact.value ?? fact.valueMax ?? 0 })
  return t(`qualifiers.${fact.qualifier}`, { figure: counted })
}
