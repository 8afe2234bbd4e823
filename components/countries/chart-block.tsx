import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { classNames } from '@/components/ui/class-names'
import { SceneDrawing } from '@/components/ui/scene-drawing'
import { LineLink, TextLink } from '@/components/ui/text-link'
import { comparisonPath, countryPath } from '@/lib/countries/address.rules'
import { type Chart, factsOf } from '@/lib/countries/chart.rules'
import { disputesOf, type Given } from '@/lib/countries/chart-file.view'
import type { Contradiction } from '@/lib/countries/contradiction.rules'
import { draw } from '@/lib/countries/drawing/draw.rules'
import { sayChart, sayPicture, toPicture } from '@/lib/countries/picture.view'
import { inLanguage } from '@/lib/countries/wording.rules'
import { ChartAbout } from './chart-about'
import { ChartTable } from './chart-table'
import { ChartTake } from './chart-take'

const summary = 'inline-block min-h-11 py-2.5 text-link underline underline-offset-4'

/** One group of figures: the finding, one sentence, the drawing, what is disputed, then table, explanation and ways to take it. */
export const ChartBlock = ({
  chart,
  given,
  beside,
}: {
  chart: Chart
  given: Given
  /** The comparison with our own figures, for anyone who may read those. */
  beside?: string | undefined
}) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const picture = toPicture(chart, given.facts, t, locale)
  const scene = draw(picture)
  const { title, sentence } = sayChart(chart, given.facts, t, locale)
  const shown = factsOf(chart).flatMap((slug) => given.facts.get(slug) ?? [])
  const disputes = disputesOf(shown, given.contradictions)
  const table = <ChartTable title={title} facts={shown} picture={picture} />
  return (
    <Card
      as="section"
      label={title}
      // A table has more columns than half of the page carries.
      className={classNames(
        'flex min-w-0 flex-col gap-3 scroll-mt-20 sm:px-6 sm:py-5',
        scene === null && 'lg:col-span-full',
      )}
    >
      <div id={chart.slug}>
        <h3 className="text-h2">{title}</h3>
        <p className="mt-1 max-w-prose text-muted">{sentence}</p>
      </div>
      {scene === null ? table : <SceneDrawing id={chart.slug} scene={scene} label={sayPicture(picture)} />}
      <Disputes disputes={disputes} country={given.profile.country} />
      <div className="mt-auto border-t border-hair pt-1 text-sm">
        <div className="flex flex-wrap gap-x-6 *:open:w-full">
          {scene === null ? null : (
            <details>
              <summary className={summary}>{t('views.table')}</summary>
              {table}
            </details>
          )}
          <details>
            <summary className={summary}>{t('views.about')}</summary>
            <ChartAbout form={picture.form} facts={shown} disputes={disputes} profile={given.profile} />
          </details>
        </div>
        {beside === undefined ? null : (
          <p data-print="no">
            <LineLink href={comparisonPath(given.profile.country, beside)}>{t('beside.link')}</LineLink>
          </p>
        )}
        <ChartTake chart={chart} facts={shown} title={title} picture={picture} given={given} />
      </div>
    </Card>
  )
}

const Disputes = ({ disputes, country }: { disputes: readonly Contradiction[]; country: string }) => {
  const locale = useLocale()
  const t = useTranslations('countries')
  if (disputes.length === 0) return null
  return (
    <details data-print="open" className="text-sm">
      <summary className={summary}>{t('quality.count', { count: disputes.length })}</summary>
      <ul className="grid gap-1 border-s-2 border-edge ps-3">
        {disputes.map(({ slug, summary: said }) => (
          <li key={slug}>
            {inLanguage(said, locale)}{' '}
            <TextLink href={`${countryPath(country, 'quality')}#${slug}`}>{t('fact.conflict')}</TextLink>
          </li>
        ))}
      </ul>
    </details>
  )
}
