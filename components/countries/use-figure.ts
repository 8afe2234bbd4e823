import { useLocale, useTranslations } from 'next-intl'
import type { Fact } from '@/lib/countries/fact.rules'
import { countryName, formatNumber } from '@/lib/countries/wording.rules'
import type { Locale } from '@/lib/i18n/locales'

/** A fact's figure in words of the page: unit, "about", "at least", a range, a ranking. */
export const useFigure = (): ((fact: Fact) => string) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  return (fact) => {
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
}

const ranking = ({ breakdown: { nationalities } }: Fact, locale: Locale): string =>
  (typeof nationalities === 'string' || nationalities === undefined ? [] : nationalities)
    .map((iso) => countryName(iso, locale))
    .join(', ')
