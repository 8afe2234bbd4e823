import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import type { ChartId } from '@/lib/reporting/chart.rules'
import { type Question, toSearch } from '@/lib/reporting/question.rules'
import type { Report } from '@/lib/reporting/report.data'
import { sayDefinition } from '@/lib/reporting/wording.view'

/** One chart as a picture: what is in it says where it comes from. */
export const TakeChart = ({
  report: { question, leaves },
  chart,
  title,
}: {
  report: Report
  chart: ChartId
  title: string
}) => {
  const t = useTranslations('reporting')
  if (!leaves) return null
  return (
    <ul aria-label={t('download.picture')} className="flex gap-2 print:hidden">
      {(['svg', 'png'] as const).map((as) => (
        <li key={as}>
          <a
            href={`/api/reports/chart?${new URLSearchParams({ as, chart, question: toSearch(question) })}`}
            className={buttonClass('quiet', 'small')}
          >
            {t(`download.${as}`)}
            <span className="sr-only">: {title}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What each figure of a report counts, beside its numbers. */
export const WhatCounted = ({ question: { columns } }: { question: Question }) => {
  const t = useTranslations('reporting')
  return (
    <Fold label={t('whatCounted')}>
      <dl className="grid max-w-prose gap-2 text-sm">
        {[...new Set(columns.map(({ figure }) => figure))].map((figure) => (
          <div key={figure}>
            <dt className="font-semibold">{t(`figure.${figure}.name`)}</dt>
            <dd className="text-muted">{sayDefinition(figure, t)}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  )
}
