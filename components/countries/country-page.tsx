import { useTranslations } from 'next-intl'
import type { Listed } from '@/components/layout/menu'
import { usePageName } from '@/components/layout/page-name'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { RowLink } from '@/components/ui/text-link'
import { chapterPath, countryPath } from '@/lib/countries/address.rules'
import type { Chart } from '@/lib/countries/chart.rules'
import type { Given } from '@/lib/countries/chart-file.view'
import { CHAPTERS, type Chapter } from '@/lib/countries/vocabulary.rules'
import { ChartBlock } from './chart-block'
import { CountryFrame } from './country-frame'
import { KeyFigures } from './key-figures'

/** A country at a glance: how old, six figures, one drawing, and the way into each chapter. */
export const CountryPage = ({
  given,
  charts,
  more,
}: {
  given: Given
  charts: readonly Chart[]
  /** Pages beside the profile that the reader may open. */
  more: readonly Listed[]
}) => {
  const t = useTranslations('countries')
  const nameOf = usePageName()
  const { profile, facts } = given
  const featured = charts.find(({ slug }) => slug === profile.featured)
  return (
    <CountryFrame page="overview" profile={profile} title={null}>
      {/* The figures people come for, then the way into the chapters; on a wide screen these are beside. */}
      <div className="grid grid-cols-1 items-start gap-6 *:min-w-0 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <KeyFigures facts={profile.keyFigures.flatMap((slug) => facts.get(slug) ?? [])} />
        <div className="grid gap-5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Chapters country={profile.country} />
          <Section title={t('beyond')}>
            <ul>
              {more.map(({ key, href }) => (
                <li key={key}>
                  {/* The menu names the country in which one works. */}
                  <RowLink href={href.replace(/^\/countries\/[a-z]+/, countryPath(profile.country))}>
                    {nameOf(key)}
                  </RowLink>
                </li>
              ))}
              <li>
                <RowLink href={countryPath(profile.country, 'mistakes')}>{t('mistakes.title')}</RowLink>
              </li>
            </ul>
          </Section>
        </div>
        {featured === undefined ? null : (
          <div className="lg:col-start-1">
            <ChartBlock chart={featured} given={given} />
          </div>
        )}
      </div>
    </CountryFrame>
  )
}

const Chapters = ({ country }: { country: string }) => {
  const t = useTranslations('countries')
  const href = (chapter: Chapter): string => {
    if (chapter === 'law') return countryPath(country, 'laws')
    return chapter === 'actors' ? countryPath(country, 'actors') : chapterPath(country, chapter)
  }
  return (
    <Section title={t('chapterList')}>
      <ol>
        {CHAPTERS.codes.map((chapter) => (
          <li key={chapter} className="border-b border-hair last:border-b-0 sm:py-1.5">
            <Link href={href(chapter)} className="inline-flex min-h-11 items-center font-semibold sm:min-h-6">
              {t(`chapters.${chapter}`)}
            </Link>
            <p className="text-sm text-muted max-sm:hidden">{t(`chapterLeads.${chapter}`)}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
