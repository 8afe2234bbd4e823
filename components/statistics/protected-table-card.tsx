import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { smallestWhole } from '@/lib/statistics/chart.rules'
import type { Policy } from '@/lib/statistics/disclosure.rules'
import type { Dimension, Measure } from '@/lib/statistics/measure.rules'
import type { ComparisonView, RowView, TableView } from '@/lib/statistics/statistic.view'
import { BarChart } from './bar-chart'
import { Change, Emphasis, Figure, Share } from './figure'

export type TableCardProps = {
  view: TableView
  /** The same rows of another period. */
  before: TableView | null
  comparison: ComparisonView | null
  code: string
  measure: Measure
  dimensions: readonly Dimension[]
  policy: Policy
  title: string
  notCounted: string
  method: readonly string[]
}

export const ProtectedTableCard = (props: TableCardProps) => {
  const { view, before, comparison, measure, policy, title } = props
  const t = useTranslations('statistics')
  const unit = measure.unit === 'encounter' || measure.unit === 'visit' ? measure.unit : 'persons'
  const isPlain = view.columns.length === 1
  const whole = view.rows.at(-1)?.cells.at(-1)?.value ?? null
  return (
    <section aria-label={title} data-print="whole" className="min-w-0">
      <Table
        caption={title}
        columns={[
          {
            key: 'label',
            head: t(`dimension.${view.dimension ?? measure.dimension}`),
            cell: (row: RowView) => <Emphasis isTotal={row.isTotal}>{row.label}</Emphasis>,
          },
          ...view.columns.map((column, at) => ({
            key: column.key,
            head: column.label === '' ? t(`count.${unit}`) : column.label,
            isNumber: true,
            cell: (row: RowView) => {
              const cell = row.cells[at]
              return cell ? (
                <Figure
                  cell={cell}
                  policy={policy}
                  isTotal={row.isTotal || (column.isTotal && column.label !== '')}
                />
              ) : null
            },
          })),
          ...(isPlain
            ? [
                {
                  key: 'share',
                  head: t('share.head'),
                  isNumber: true,
                  cell: (row: RowView) => <Share part={row.cells[0]?.value ?? null} whole={whole} />,
                },
              ]
            : []),
          ...(isPlain && before && comparison
            ? [
                {
                  key: 'change',
                  head: t('compare.change', { period: comparison.earlier.code }),
                  cell: (row: RowView) => (
                    <Change
                      now={row.cells[0]?.value ?? null}
                      before={before.rows.find(({ key }) => key === row.key)?.cells[0] ?? null}
                      policy={policy}
                    />
                  ),
                },
              ]
            : []),
        ]}
        rows={view.rows}
        rowKey={({ key }) => key}
        isNarrow={isPlain && (before === null || comparison === null)}
      />
      {isPlain && comparison ? <Comparison comparison={comparison} code={props.code} /> : null}
      <BarChart view={view} title={title} />
      <Notes {...props} isPlain={isPlain} />
    </section>
  )
}

const Comparison = ({ comparison, code }: { comparison: ComparisonView; code: string }) => {
  const t = useTranslations('statistics.compare')
  const address = new URLSearchParams({ period: comparison.period, table: code })
  if (!comparison.isShown) address.set('against', comparison.earlier.code)
  return (
    <p className="mt-3 max-w-prose text-sm" data-print="no">
      <Link href={`/statistics?${address}`} className="text-link underline underline-offset-4">
        {comparison.isShown ? t('stop') : t('link', { period: comparison.earlier.code })}
      </Link>
      {comparison.isShown ? <span className="ms-2 text-muted">{t('sentence')}</span> : null}
    </p>
  )
}

const Notes = ({
  view,
  measure,
  policy,
  notCounted,
  method,
  dimensions,
  isPlain,
}: TableCardProps & { isPlain: boolean }) => {
  const t = useTranslations('statistics')
  return (
    <div className="mt-3 grid max-w-prose gap-2 text-sm text-muted">
      <p>{t(`counted.${measure.unit}`)}</p>
      <p>{t('legend', { base: policy.base, threshold: policy.threshold })}</p>
      <p>{notCounted}</p>
      {view.leftOut.map((dimension) => (
        <p key={dimension}>{t('leftOut', { dimension: t(`dimension.${dimension}`) })}</p>
      ))}
      {view.isJoined ? <p>{t('joined')}</p> : null}
      {view.isCoarser ? <p>{t('coarser')}</p> : null}
      <div className="flex flex-wrap gap-x-6 *:open:basis-full">
        <Details title={t('define.title')} sentences={dimensions.map((one) => t(`define.${one}`))} />
        <Details
          title={t('method.title')}
          sentences={isPlain ? [...method, t('share.sentence', { people: smallestWhole })] : method}
        />
      </div>
    </div>
  )
}

const Details = ({ title, sentences }: { title: string; sentences: readonly string[] }) => (
  <details>
    <summary className="inline-flex min-h-11 items-center text-link underline underline-offset-4 sm:min-h-8">
      {title}
    </summary>
    <ul className="mt-2 grid list-disc gap-1 ps-5">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </details>
)
