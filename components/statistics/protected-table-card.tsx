import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { publicPolicy } from '@/lib/statistics/disclosure.rules'
import type { Measure } from '@/lib/statistics/measure.rules'
import type { CellView, RowView, TableView } from '@/lib/statistics/statistic.view'

export const ProtectedTableCard = ({
  view,
  measure,
  title,
  late,
  method,
}: {
  view: TableView
  measure: Measure
  title: string
  late: string
  method: readonly string[]
}) => {
  const t = useTranslations('statistics')
  const unit = measure.unit === 'encounter' || measure.unit === 'visit' ? measure.unit : 'persons'
  return (
    <Card as="section" label={title}>
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
                <Figure cell={cell} isTotal={row.isTotal || (column.isTotal && column.label !== '')} />
              ) : null
            },
          })),
        ]}
        rows={view.rows}
        rowKey={({ key }) => key}
      />
      <div className="mt-3 grid max-w-prose gap-2 text-sm text-muted">
        <p>{t('legend', { base: publicPolicy.base, threshold: publicPolicy.threshold })}</p>
        {view.leftOut.map((dimension) => (
          <p key={dimension}>{t('leftOut', { dimension: t(`dimension.${dimension}`) })}</p>
        ))}
        {view.isJoined ? <p>{t('joined')}</p> : null}
        {view.isCoarser ? <p>{t('coarser')}</p> : null}
        <p>{late}</p>
        <p>{t('rows', { rows: view.rows.length, shown: view.shown, hidden: view.hidden })}</p>
        <details>
          <summary className="cursor-pointer text-link underline underline-offset-4">
            {t('method.title')}
          </summary>
          <ul className="mt-2 grid list-disc gap-1 ps-5">
            {method.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      </div>
    </Card>
  )
}

const Emphasis = ({ isTotal, children }: { isTotal: boolean; children: string }) =>
  isTotal ? <strong>{children}</strong> : children

/** A printed number, or the words for the lack of one; never an empty cell and never a zero. */
const Figure = ({ cell, isTotal }: { cell: CellView; isTotal: boolean }) => {
  const t = useTranslations('statistics')
  const format = useFormatter()
  if (cell.value !== null) return <Emphasis isTotal={isTotal}>{format.number(cell.value)}</Emphasis>
  if (cell.flag === 'not_shown') return <span className="text-muted">{t('notShown')}</span>
  return (
    <span className="text-muted">
      <span aria-hidden="true">&lt;{publicPolicy.threshold}</span>
      <VisuallyHidden>{t('fewer', { threshold: publicPolicy.threshold })}</VisuallyHidden>
    </span>
  )
}
