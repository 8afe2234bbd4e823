import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import type { ApplicationsChart } from '@/lib/countries/chart.view'
import { formatNumber, formatPercent, inLanguage } from '@/lib/countries/wording.rules'
import type { Day } from '@/lib/shared/dates'
import { ApplicationsColumns } from './applications-columns'
import { CopyCitation } from './copy-citation'
import { useCitation } from './use-citation'

const VIEWS = ['chart', 'table', 'about'] as const
export type ChartView = (typeof VIEWS)[number]

/** The word of the address to a view; anything else is the chart. */
export const toChartView = (word: string | undefined): ChartView =>
  VIEWS.find((view) => view === word) ?? 'chart'

/** Applications for protection: the finding, then chart, table or explanation, then where it comes from. */
export const ApplicationsBlock = ({
  chart,
  view,
  today,
}: {
  chart: ApplicationsChart
  view: ChartView
  today: Day
}) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const citation = useCitation()
  const span = { first: String(chart.first), last: String(chart.last) }
  return (
    <Card as="section" className="sm:px-6 sm:py-5">
      <h3 id="applications" className="text-h2">
        {t('charts.applications.finding', {
          ...span,
          percent: formatPercent(chart.change, locale, { digits: 0 }),
        })}
      </h3>
      <p className="mt-1 text-muted">{t('charts.applications.what', span)}</p>
      <Tabs
        label={t('views.label')}
        tabs={VIEWS.map((each) => ({
          href: `/countries/be?view=${each}#applications`,
          label: t(`views.${each}`),
          isCurrent: each === view,
        }))}
      />
      {view === 'chart' ? <ApplicationsColumns chart={chart} /> : null}
      {view === 'table' ? <ApplicationsTable chart={chart} /> : null}
      {view === 'about' ? (
        <p className="max-w-prose">{t('charts.applications.about', { year: String(chart.disputedYear) })}</p>
      ) : null}
      <p className="mt-4 max-w-prose">{t('charts.applications.summary')}</p>
      <p className="mt-1 mb-3 max-w-prose text-sm text-muted">
        {t('charts.applications.source', {
          year: String(chart.disputedYear),
          source: chart.source === null ? t('unnamed') : inLanguage(chart.source, locale),
          absent: '2015, 2016',
        })}{' '}
        <Link href="/countries/be/quality#c-asylum-applications-2018" prefetch={false}>
          {t('fact.conflict')}
        </Link>
      </p>
      <CopyCitation text={citation(chart.cited, today)} />
    </Card>
  )
}

const ApplicationsTable = ({ chart }: { chart: ApplicationsChart }) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  return (
    <Table
      caption={t('charts.applications.what', { first: String(chart.first), last: String(chart.last) })}
      rows={chart.years}
      rowKey={({ year }) => String(year)}
      columns={[
        { key: 'year', head: t('columns.year'), cell: ({ year }) => year },
        {
          key: 'figure',
          head: t('columns.figure'),
          isNumber: true,
          cell: ({ slug, value }) => (
            <Link href={`/countries/be/facts/${slug}`} prefetch={false}>
              {formatNumber(value, locale)}
            </Link>
          ),
        },
        {
          key: 'second',
          head: t('charts.applications.secondFigure'),
          isNumber: true,
          cell: ({ second }) => (second === null ? '–' : formatNumber(second, locale)),
        },
        {
          key: 'growth',
          head: t('columns.growth'),
          isNumber: true,
          cell: ({ change, year }) =>
            change === null
              ? '–'
              : t('charts.applications.onYear', {
                  percent: formatPercent(change, locale, { signed: true }),
                  year: String(year - 1),
                }),
        },
      ]}
    />
  )
}
