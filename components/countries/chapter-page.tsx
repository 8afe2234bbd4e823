import { useTranslations } from 'next-intl'
import { LineLink } from '@/components/ui/text-link'
import { chapterPath } from '@/lib/countries/address.rules'
import type { Comparison } from '@/lib/countries/beside.rules'
import type { Chart } from '@/lib/countries/chart.rules'
import type { Given } from '@/lib/countries/chart-file.view'
import type { NamedThings } from '@/lib/countries/named.rules'
import type { Place } from '@/lib/countries/place.rules'
import type { Statement } from '@/lib/countries/statement.rules'
import {
  DETENTION_KINDS,
  DRAWN_CHAPTERS,
  type DrawnChapter,
  type PlaceKind,
} from '@/lib/countries/vocabulary.rules'
import { ChartBlock } from './chart-block'
import { DetentionPlaces, PlaceList } from './closed-centres'
import { CountryFrame } from './country-frame'
import { FactsBeside } from './facts-beside'
import { NamedLists, Nationalities } from './named-lists'
import { Sentences } from './sentences'

const isHeld = (kind: PlaceKind): boolean => DETENTION_KINDS.has(kind)

/** One chapter: what is said, then every group of figures drawn, then what is named without a figure. */
export const ChapterPage = ({
  chapter,
  given,
  charts,
  statements,
  named,
  places,
  comparisons,
}: {
  chapter: DrawnChapter
  given: Given
  charts: readonly Chart[]
  statements: readonly Statement[]
  named: NamedThings
  places: readonly Place[]
  /** With our own figures; none for anyone who may not read those. */
  comparisons: readonly Comparison[]
}) => {
  const t = useTranslations('countries')
  return (
    <CountryFrame page={null} profile={given.profile} title={t(`chapters.${chapter}`)}>
      <Sentences statements={statements.filter((statement) => statement.chapter === chapter)} />
      <div className="mt-6 grid grid-cols-1 items-start gap-4 *:min-w-0 lg:grid-cols-2">
        {charts
          .filter((chart) => chart.chapter === chapter)
          .map((chart) => (
            <ChartBlock
              key={chart.slug}
              chart={chart}
              given={given}
              beside={comparisons.find((one) => one.chart === chart.slug)?.slug}
            />
          ))}
        <NamedLists named={named} chapter={chapter} />
        {chapter === 'people' ? (
          <>
            <PlaceList title={t('named.place')} places={places.filter(({ kind }) => !isHeld(kind))} />
            <Nationalities named={named} />
          </>
        ) : null}
      </div>
      {chapter === 'detention' ? <DetentionPlaces places={places} /> : null}
      <div className="mt-6">
        <FactsBeside
          title={t('facts.published')}
          facts={[...given.facts.values()].filter((fact) => fact.chapter === chapter && !fact.isOfProfile)}
        />
      </div>
      <nav aria-label={t('otherChapters')} className="mt-8 border-t border-hair pt-4" data-print="no">
        <h2 className="text-h3">{t('otherChapters')}</h2>
        <ul className="mt-1 flex flex-wrap gap-x-5">
          {DRAWN_CHAPTERS.codes
            .filter((each) => each !== chapter)
            .map((each) => (
              <li key={each}>
                <LineLink href={chapterPath(given.profile.country, each)}>{t(`chapters.${each}`)}</LineLink>
              </li>
            ))}
        </ul>
      </nav>
    </CountryFrame>
  )
}
