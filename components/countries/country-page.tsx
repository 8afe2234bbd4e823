import { useTranslations } from 'next-intl'
import type { Listed } from '@/components/layout/menu'
import { usePageName } from '@/components/layout/page-name'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { LineLink } from '@/components/ui/text-link'
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
      <p className="mb-2 flex flex-wrap gap-x-5">
        {more.map(({ key, href }) => (
          // The menu names the country in which one works.
          <LineLink key={key} href={href.replace(/^\/countries\/[a-z]+/, countryPath(profile.country))}>
            {nameOf(key)}
          </LineLink>
        ))}
        <LineLink href={countryPath(profile.country, 'mistakes')}>{t('mistakes.title')}</LineLink>
      </p>
      {/* The chapters first: on a phone they are the way in, and on a wide screen they are beside everything else. */}
      <div className="grid grid-cols-1 items-start gap-6 *:min-w-0 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="lg:col-start-2">
          <Chapters country={profile.country} />
        </div>
        <div className="grid gap-6 lg:col-start-1 lg:row-start-1">
          <KeyFigures facts={profile.keyFigures.flatMap((slug) => facts.get(slug) ?? [])} />
          {featured === undefined ? null : <ChartBlock chart={featured} given={given} />}
        </div>
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
    <Card as="section" tight label={t('chapterList')}>
      <h2 className="py-2 text-h3">{t('chapterList')}</h2>
      <ol>
        {CHAPTERS.codes.map((chapter) => (
          <li key={chapter} className="border-t border-hair sm:py-2">
            <Link href={href(chapter)} className="inline-flex min-h-11 items-center font-semibold sm:min-h-6">
              {t(`chapters.${chapter}`)}
            </Link>
            <p className="text-sm text-muted max-sm:hidden">{t(`chapterLeads.${chapter}`)}</p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
