import { useLocale, useTranslations } from 'next-intl'
import { countryPath } from '@/lib/countries/address.rules'
import { type Chart, factsOf } from '@/lib/countries/chart.rules'
import { type Given, sayCharted, saySources } from '@/lib/countries/chart-file.view'
import { toCitation } from '@/lib/countries/citation.rules'
import type { Picture } from '@/lib/countries/drawing/picture.rules'
import { type Fact, yearsOf } from '@/lib/countries/fact.rules'
import { sayPicture } from '@/lib/countries/picture.view'
import { inLanguage } from '@/lib/countries/wording.rules'
import { CopyCitation } from './copy-citation'
import { useCopyLabels } from './copy-labels'

const FILES = ['svg', 'png', 'csv'] as const

/** Where it comes from, and the ways to take it along. */
export const ChartTake = ({
  chart,
  facts,
  title,
  picture,
  given,
}: {
  chart: Chart
  facts: readonly Fact[]
  title: string
  picture: Picture
  given: Given
}) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const copyWords = useCopyLabels()
  const drawn = facts.slice(0, factsOf({ ...chart, others: [] }).length)
  const years = [...new Set(drawn.flatMap(yearsOf))].sort((a, b) => a - b)
  const cited = toCitation(
    {
      label: title,
      figure: sayPicture(picture),
      place: inLanguage(given.profile.name, locale),
      period: years.length === 0 ? null : years.join(', '),
      source: drawn.every(({ source }) => source === null) ? null : saySources(drawn, t, locale),
      document: sayCharted(drawn, given.profile, t, locale),
      consultedOn: given.today,
      path: `${countryPath(given.profile.country)}/${chart.chapter}#${chart.slug}`,
      disputed: drawn.some(({ contradictions }) => contradictions.length > 0),
      derived: drawn.some(({ derived }) => derived),
    },
    locale,
  )
  return (
    <>
      <p className="mt-1 mb-3 text-muted">{t('chart.source', { sources: saySources(drawn, t, locale) })}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <CopyCitation text={cited} labels={copyWords()} />
        <ul aria-label={t('take.label')} className="flex flex-wrap gap-x-4" data-print="no">
          {FILES.map((as) => (
            <li key={as}>
              <a
                href={`/api/countries/chart?country=${chart.country.toLowerCase()}&chart=${chart.slug}&as=${as}&language=${locale}`}
                download
                className="inline-flex min-h-11 items-center"
              >
                {t(`take.${as}`)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
