import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import type { Picture } from '@/lib/countries/drawing/picture.rules'
import type { Fact } from '@/lib/countries/fact.rules'
import { FactLink, FactMarks, FactPeriod, FactSource } from './fact-words'
import { useFigure } from './use-figure'

/** The twin of a drawing: every figure that it shows or leaves beside, each leading to its own page. */
export const ChartTable = ({
  title,
  facts,
  picture,
}: {
  title: string
  facts: readonly Fact[]
  picture: Picture
}) => {
  const t = useTranslations('countries')
  const figure = useFigure()
  const rest = picture.marks.find(({ isRest }) => isRest)
  return (
    <>
      <Table
        caption={title}
        isDense
        rows={facts}
        rowKey={({ slug }) => slug}
        columns={[
          {
            key: 'fact',
            head: t('columns.fact'),
            cell: (fact) => (
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <FactLink fact={fact} />
                <FactMarks fact={fact} />
              </span>
            ),
          },
          { key: 'figure', head: t('columns.figure'), isNumber: true, cell: figure },
          { key: 'year', head: t('columns.year'), cell: (fact) => <FactPeriod fact={fact} /> },
          { key: 'source', head: t('columns.source'), cell: (fact) => <FactSource fact={fact} /> },
        ]}
      />
      {rest === undefined ? null : (
        <p className="py-2 text-muted">{t('chart.rest', { label: rest.label, figure: rest.said })}</p>
      )}
    </>
  )
}
