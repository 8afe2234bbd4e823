import { useLocale, useTranslations } from 'next-intl'
import { toCitation } from '@/lib/countries/citation.rules'
import type { Fact } from '@/lib/countries/fact.rules'
import { inLanguage } from '@/lib/countries/wording.rules'
import type { Day } from '@/lib/shared/dates'
import { useFigure } from './use-figure'

/** The citation of a fact in the language of the page, as read on a day. */
export const useCitation = (): ((fact: Fact, consultedOn: Day) => string) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const figure = useFigure()
  return (fact, consultedOn) =>
    toCitation(
      {
        label: inLanguage(fact.label, locale),
        figure: figure(fact),
        place: t(`places.${fact.geography}`),
        period: fact.periodText === null ? null : inLanguage(fact.periodText, locale),
        source: fact.source === null ? null : inLanguage(fact.source, locale),
        document: t('document'),
        consultedOn,
        path: `/countries/be/facts/${fact.slug}`,
        disputed: fact.contradictions.length > 0,
        derived: fact.derived,
      },
      locale,
    )
}
