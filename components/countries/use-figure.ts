import { useLocale, useTranslations } from 'next-intl'
import type { Fact } from '@/lib/countries/fact.rules'
import { toFigure } from '@/lib/countries/figure.view'

/** A fact's figure in words of the page. */
export const useFigure = (): ((fact: Fact) => string) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  return (fact) => toFigure(fact, t, locale)
}
