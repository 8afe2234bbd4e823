import { useTranslations } from 'next-intl'
import {
  type OriginsChart,
  type ProtectionChart,
  toApplicationsChart,
  toKeyFigures,
  toOriginsChart,
  toProtectionChart,
} from '@/lib/countries/chart.view'
import type { Profile } from '@/lib/countries/entry.data'
import type { Fact } from '@/lib/countries/fact.rules'
import type { Place } from '@/lib/countries/place.rules'
import type { Statement } from '@/lib/countries/statement.rules'
import { CHAPTERS } from '@/lib/countries/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'
import { ApplicationsBlock, type ChartView } from './applications-block'
import { ChapterSection } from './chapter-section'
import { ClosedCentres } from './closed-centres'
import { CountryFrame } from './country-frame'
import { KeyFigures } from './key-figures'
import { OriginsBars, ProtectionDots } from './small-charts'

/** A country at a glance: how old, six figures, then chapter by chapter what is said before what is counted. */
export const CountryPage = ({
  profile,
  facts,
  statements,
  centres,
  view,
  today,
}: {
  profile: Profile
  facts: readonly Fact[]
  statements: readonly Statement[]
  centres: readonly Place[]
  view: ChartView
  today: Day
}) => {
  const t = useTranslations('countries')
  const applications = toApplicationsChart(facts)
  return (
    <CountryFrame page="overview" profile={profile} title={t('name')}>
      <KeyFigures facts={toKeyFigures(facts)} />
      <div className="mt-6">
        {CHAPTERS.map((chapter) => (
          <ChapterSection key={chapter} chapter={chapter} facts={facts} statements={statements}>
            {chapter === 'protection' ? (
              <div className="mt-5 grid grid-cols-1 items-start gap-4 *:min-w-0 lg:grid-cols-[1fr_20rem]">
                {applications === null ? null : (
                  <ApplicationsBlock chart={applications} view={view} today={today} />
                )}
                <Beside protection={toProtectionChart(facts)} origins={toOriginsChart(facts)} />
              </div>
            ) : null}
            {chapter === 'detention' ? <ClosedCentres centres={centres} /> : null}
          </ChapterSection>
        ))}
      </div>
    </CountryFrame>
  )
}

const Beside = ({
  protection,
  origins,
}: {
  protection: ProtectionChart | null
  origins: OriginsChart | null
}) => (
  <div className="grid gap-4 *:min-w-0">
    {protection === null ? null : <ProtectionDots chart={protection} />}
    {origins === null ? null : <OriginsBars chart={origins} />}
  </div>
)
