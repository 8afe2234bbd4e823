import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { type ExactFacts, exactLeast, exactWidth } from '@/lib/statistics/exact.rules'
import type { LabelOf } from '@/lib/statistics/file.rules'
import { Facts } from './facts'

/** The tables of a plan as they would leave. */
export const ExactFactsCard = ({ facts, labelOf }: { facts: ExactFacts; labelOf: LabelOf }) => {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const list = (words: readonly string[]): string => new Intl.ListFormat(locale).format(words)
  return (
    <Card as="section" label={t('exact.facts')}>
      <h2 className="text-h3">{t('exact.facts')}</h2>
      <p className="mt-1 text-sm text-muted">{t('exact.method')}</p>
      <Facts
        lines={[
          [t('exact.numbers'), t('exact.numbersWords', { shown: facts.printed, hidden: facts.withheld })],
          [t('exact.least'), t('exact.leastWords', { people: exactLeast })],
          [t('exact.width'), t('exact.widthWords', { width: exactWidth })],
        ]}
      />
      {facts.tables.map(({ axes, cells }) => {
        const title = t('own.title', {
          what: t('counts.person'),
          list: list(axes.map(({ dimension }) => t(`by.${dimension}`))),
        })
        return (
          <div key={axes.map(({ dimension, level }) => `${dimension}:${level}`).join()} className="mt-5">
            <Table
              caption={title}
              rows={cells}
              rowKey={({ nodes }) => nodes.join('|')}
              columns={[
                ...axes.map(({ dimension }, i) => ({
                  key: dimension,
                  head: t(`dimension.${dimension}`),
                  isRowHead: i === 0,
                  cell: ({ nodes }: (typeof cells)[number]) => labelOf(dimension, nodes[i] ?? ''),
                })),
                {
                  key: 'people',
                  head: t('exact.numbers'),
                  cell: ({ isPrinted }: (typeof cells)[number]) =>
                    t(isPrinted ? 'exact.printed' : 'exact.withheld'),
                },
              ]}
            />
          </div>
        )
      })}
    </Card>
  )
}
