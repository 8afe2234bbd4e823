import { useLocale, useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { countryPath } from '@/lib/countries/address.rules'
import type { SafeCountryList } from '@/lib/countries/at-hand.rules'
import { safeHistory } from '@/lib/countries/at-hand.rules'
import { countryName, formatDay } from '@/lib/countries/wording.rules'
import { HERE } from '@/lib/shared/here'

/** Whether a country was called safe, list by list: the day of lodging decides which list counts. */
export const SafeHistory = ({
  countries,
  lists,
}: {
  /** ISO 3166-1, XK for Kosovo. */
  countries: readonly string[]
  lists: readonly SafeCountryList[]
}) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const national = lists.filter(({ issuer }) => issuer === 'national')
  const [newest] = national
  const oldest = national.at(-1)
  if (countries.length === 0 || newest === undefined || oldest === undefined) return null
  return (
    <details className="text-sm print:hidden">
      <summary className="min-h-11 py-2.5 text-link sm:min-h-8 sm:py-1.5">
        <span className="font-semibold">{t('safe.history')}</span>{' '}
        <span className="text-muted">
          {countries
            .map((country) =>
              t('safe.count', {
                country: countryName(country, locale),
                on: safeHistory(country, lists).filter(({ place }) => place !== 'off').length,
                all: lists.length,
              }),
            )
            .join(' · ')}
        </span>
      </summary>
      <div className="grid max-w-prose gap-3 border-s-2 border-accent-edge ps-3">
        {countries.map((country) => (
          <div key={country}>
            <p className="font-semibold">{countryName(country, locale)}</p>
            <ol className="grid gap-1">
              {safeHistory(country, lists).map(({ list, place }) => (
                <li key={`${list.issuer} ${list.validFrom}`}>
                  <span className="num">
                    {t(`safe.issuers.${list.issuer}`, { on: formatDay(list.validFrom, locale) })}
                  </span>{' '}
                  <strong>{t(`safe.${place}`)}</strong>{' '}
                  <span lang="en" className="text-muted wrap-anywhere">
                    {list.instrument}, {list.source}
                  </span>
                </li>
              ))}
            </ol>
          </div>
        ))}
        <p>
          <Tag kind="late">{t('toConfirm')}</Tag>{' '}
          {t('safe.gaps', {
            first: formatDay(oldest.validFrom, locale),
            last: formatDay(newest.validFrom, locale),
          })}{' '}
          <TextLink href={`${countryPath(HERE, 'laws')}#safe-countries`}>{t('safe.title')}</TextLink>
        </p>
      </div>
    </details>
  )
}
