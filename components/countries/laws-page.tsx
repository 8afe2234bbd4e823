import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { countryPath } from '@/lib/countries/address.rules'
import type { SafeCountryList } from '@/lib/countries/at-hand.rules'
import type { Chart } from '@/lib/countries/chart.rules'
import type { Given } from '@/lib/countries/chart-file.view'
import { type Law, toTimeline } from '@/lib/countries/law.rules'
import type { Statement } from '@/lib/countries/statement.rules'
import { LAW_THEMES, type LawTheme } from '@/lib/countries/vocabulary.rules'
import {
  countryName,
  formatDay,
  formatMonth,
  formatPartialDate,
  inLanguage,
} from '@/lib/countries/wording.rules'
import { Beneath } from './beneath'
import { CountryFrame } from './country-frame'
import { SourceLink } from './fact-labels'
import { FilterChoice, FilterForm } from './filter'
import { LawTimeline } from './law-timeline'
import { MistakeLink } from './mistake-link'

/** The law as a list through time, theme by theme; amendments stand beneath the act they change. */
export const LawsPage = ({
  given,
  charts,
  statements,
  laws,
  safeCountries,
  theme,
}: {
  given: Given
  charts: readonly Chart[]
  statements: readonly Statement[]
  laws: readonly Law[]
  safeCountries: readonly SafeCountryList[]
  theme: LawTheme | null
}) => {
  const t = useTranslations('countries')
  const { profile } = given
  const shown = laws.filter((law) => theme === null || law.theme === theme)
  return (
    <CountryFrame page="laws" profile={profile} title={t('laws.title')} lead={t('laws.lead')}>
      <FilterForm
        label={t('filter.lawsLabel')}
        action={countryPath(profile.country, 'laws')}
        isFiltered={theme !== null}
      >
        <FilterChoice
          name="theme"
          label={t('filter.theme')}
          all={t('filter.allThemes')}
          value={theme}
          options={LAW_THEMES.codes.map((each) => ({ value: each, label: t(`themes.${each}`) }))}
        />
      </FilterForm>
      <p className="mb-2 font-semibold" role="status">
        {t('laws.count', { count: shown.length })}
      </p>
      <LawTimeline laws={shown} theme={theme} />
      <div className="grid gap-6">
        {toTimeline(shown, theme).map((group) => (
          <section key={group.theme} aria-labelledby={`theme-${group.theme}`}>
            <h2 id={`theme-${group.theme}`} className="mb-2">
              {t(`themes.${group.theme}`)}
            </h2>
            <Card tight>
              <ol>
                {group.laws.map(({ law, amendments }) => (
                  <li
                    key={law.slug}
                    id={law.slug}
                    className="scroll-mt-20 border-b border-hair py-3 last:border-b-0 target:outline-3 target:outline-accent"
                  >
                    <LawEntry law={law} country={profile.country} />
                    {amendments.length > 0 ? (
                      <Amendments laws={amendments} country={profile.country} />
                    ) : null}
                  </li>
                ))}
              </ol>
            </Card>
          </section>
        ))}
        {theme === null || theme === 'entry' ? <SafeCountries lists={safeCountries} /> : null}
      </div>
      {theme === null ? (
        <Beneath chapter="law" given={given} charts={charts} statements={statements} />
      ) : null}
    </CountryFrame>
  )
}

const LawDate = ({ law: { date, precision, year } }: { law: Law }) => {
  const t = useTranslations('countries.laws')
  const locale = useLocale()
  if (date !== null && precision === 'day') return formatDay(date, locale)
  if (date !== null && precision === 'month') return formatMonth(date, locale)
  return year === null ? t('undated') : String(year)
}

const LawEntry = ({ law, country }: { law: Law; country: string }) => {
  const t = useTranslations('countries')
  const common = useTranslations('common')
  const locale = useLocale()
  return (
    <div className="grid gap-x-5 gap-y-1 sm:grid-cols-[11rem_1fr]">
      <p className="num font-semibold">
        <LawDate law={law} />
      </p>
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <strong className="font-serif text-h3 font-semibold">{inLanguage(law.title, locale)}</strong>
          <Tag>{t(`lawKinds.${law.kind}`)}</Tag>
        </p>
        <p>{inLanguage(law.subject, locale)}</p>
        {law.entryIntoForce === null ? null : (
          <p className="text-sm text-muted">
            {t('laws.inForce', { when: formatPartialDate(law.entryIntoForce, locale) })}
          </p>
        )}
        {law.officialReference === null ? null : (
          <p className="text-sm text-muted">
            {t('laws.official')}
            {common('colon')} {law.officialReference}
          </p>
        )}
        {law.note === null ? null : <p className="text-sm text-muted">{inLanguage(law.note, locale)}</p>}
        {law.publication === null ? null : (
          <p className="text-sm text-muted">
            {t('newer.read')}
            {common('colon')}{' '}
            <SourceLink fact={law.publication}>
              {law.publication.title} ({formatDay(law.publication.on, locale)})
            </SourceLink>
          </p>
        )}
        <MistakeLink country={country} about="law" slug={law.slug} name={inLanguage(law.title, locale)} />
      </div>
    </div>
  )
}

const Amendments = ({ laws, country }: { laws: readonly Law[]; country: string }) => {
  const t = useTranslations('countries.laws')
  return (
    <div className="mt-3 border-s-2 border-accent-edge ps-4 sm:ms-44">
      <p className="text-sm text-muted">{t('amendments')}</p>
      <ol className="grid gap-2">
        {laws.map((law) => (
          <li key={law.slug} id={law.slug} className="scroll-mt-20 target:outline-3 target:outline-accent">
            <LawEntry law={law} country={country} />
          </li>
        ))}
      </ol>
    </div>
  )
}

const SafeCountries = ({ lists }: { lists: readonly SafeCountryList[] }) => {
  const t = useTranslations('countries.safe')
  const locale = useLocale()
  const names = (countries: readonly string[]): string =>
    countries.map((iso) => countryName(iso, locale)).join(', ')
  return (
    <section aria-labelledby="safe-countries">
      <h2 id="safe-countries">{t('title')}</h2>
      <p className="mt-1 mb-2 max-w-prose text-muted">{t('lead')}</p>
      <Card tight>
        <Table
          caption={t('title')}
          rows={lists}
          rowKey={({ issuer, validFrom }) => `${issuer} ${validFrom}`}
          columns={[
            {
              key: 'from',
              head: t('from'),
              cell: ({ issuer, validFrom }) => t(`issuers.${issuer}`, { on: formatDay(validFrom, locale) }),
            },
            {
              key: 'countries',
              head: t('countries'),
              cell: ({ countries, candidates }) => (
                <>
                  <p>{names(countries)}</p>
                  {candidates.length === 0 ? null : (
                    <p className="text-sm">{t('candidates', { countries: names(candidates) })}</p>
                  )}
                </>
              ),
            },
            {
              key: 'instrument',
              head: t('instrument'),
              cell: ({ instrument, source }) => (
                <>
                  <span lang="en">{instrument}</span>
                  <p className="text-sm text-muted wrap-anywhere">{source}</p>
                </>
              ),
            },
          ]}
        />
      </Card>
    </section>
  )
}
