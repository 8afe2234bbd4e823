import { useLocale, useTranslations } from 'next-intl'
import { countryPath } from '@/lib/countries/address.rules'
import type { Profile } from '@/lib/countries/entry.data'
import type { Fact } from '@/lib/countries/fact.rules'
import { inLanguage } from '@/lib/countries/wording.rules'
import type { Day } from '@/lib/shared/dates'
import { CountryFrame } from './country-frame'
import { FactLink, FactPeriod, FactSource } from './fact-labels'
import { NewerForm } from './newer-form'
import { useFigure } from './use-figure'

/** A newer figure of one fact, beside the one that stands. */
export const NewerPage = ({ fact, profile, today }: { fact: Fact; profile: Profile; today: Day }) => {
  const t = useTranslations('countries')
  const common = useTranslations('common')
  const locale = useLocale()
  const figure = useFigure()
  return (
    <CountryFrame page={null} profile={profile} title={t('newer.enter')} lead={t('newer.lead')}>
      <div className="grid max-w-3xl gap-5">
        <p>
          <FactLink fact={fact} />: <strong className="num">{figure(fact)}</strong>,{' '}
          <FactPeriod fact={fact} /> · <FactSource fact={fact} />
          {fact.population === null ? null : (
            <span className="block text-sm text-muted">
              {t('fact.counted')}
              {common('colon')} {inLanguage(fact.population, locale)}
            </span>
          )}
        </p>
        <NewerForm
          country={fact.country}
          fact={fact.slug}
          from={fact.periodStart ?? ''}
          until={fact.periodEnd ?? ''}
          qualifier={fact.qualifier}
          unit={t(`units.${fact.unit === 'ranking' ? 'count' : fact.unit}`, { figure: '…', count: 2 })}
          today={today}
          back={countryPath(fact.country, 'upkeep')}
        />
      </div>
    </CountryFrame>
  )
}
