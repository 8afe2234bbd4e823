import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { type ExactFacts, exactLeast, exactWidth } from '@/lib/statistics/exact.rules'
import type { LabelOf } from '@/lib/statistics/file.rules'
import { leftoversLast } from '@/lib/statistics/statistic.view'
import { Facts } from './facts'

/** The tables of a plan as they would leave. */
export const ExactFactsCard = ({ facts, labelOf }: { facts: ExactFacts; labelOf: LabelOf }) => {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const list = (words: readonly string[]): string => new Intl.ListFormat(locale).format(words)
  return (
    <Card as="section" title={t('exact.facts')}>
      <p className="mt-1 text-sm text-muted">{t('exact.method')}</p>
      <Facts
        lines={[
          [t('exact.numbers'), t('exact.numbersWords', { shown: facts.printed, hidden: facts.withheld })],
          [t('exact.least'), t('exact.leastWords', { people: exactLeast })],
          [t('exact.width'), t('exact.widthWords', { width: exactWidth })],
          [t('exact.costs'), t('exact.costsText')],
        ]}
      />
      {facts.tables.map((table) => {
        const { axes } = table
        const title = t('own.title', {
          what: t('counts.person'),
          list: list(axes.map(({ dimension }) => t(`by.${dimension}`))),
        })
        return (
          <div key={axes.map(({ dimension, level }) => `${dimension}:${level}`).join()} className="mt-5">
            <Crossed caption={title} table={table} labelOf={labelOf} />
          </div>
        )
      })}
    </Card>
  )
}

/** Rows by the first dimension, columns by the second, as the figures have it; totals last. */
const Crossed = ({
  caption,
  table: { axes, cells },
  labelOf,
}: {
  caption: string
  table: ExactFacts['tables'][number]
  labelOf: LabelOf
}) => {
  const t = useTranslations('statistics')
  const [rowAxis, columnAxis] = axes
  const nodesAt = (at: number): readonly string[] => leftoversLast(cells.map(({ nodes }) => nodes[at] ?? ''))
  const printed = new Set(cells.flatMap(({ nodes, isPrinted }) => (isPrinted ? nodes.join('|') : [])))
  const columns = columnAxis === undefined ? [null] : nodesAt(1)
  return (
    <Table
      caption={caption}
      hideCaption={false}
      isDense
      rows={nodesAt(0)}
      rowKey={(node) => node}
      columns={[
        {
          key: 'row',
          head: rowAxis === undefined ? '' : t(`dimension.${rowAxis.dimension}`),
          cell: (node) => labelOf(rowAxis?.dimension ?? '', node),
        },
        ...columns.map((column) => ({
          key: column ?? 'people',
          head: column === null ? t('exact.numbers') : labelOf(columnAxis?.dimension ?? '', column),
          cell: (node: string) =>
            t(
              printed.has([node, column].filter((one) => one !== null).join('|'))
                ? 'exact.printed'
                : 'exact.withheld',
            ),
        })),
      ]}
    />
  )
}
