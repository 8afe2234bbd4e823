import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import type { Picture } from '@/lib/countries/drawing/picture.rules'
import type { Fact } from '@/lib/countries/fact.rules'
import { useFactColumns } from './use-fact-columns'

/** The table of a drawing: every figure that it shows or leaves beside, each leading to its own page. */
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
  const columns = useFactColumns()
  // The line beneath a chart names the source already: a column is for charts whose figures differ in it.
  const sources = new Set(facts.map(({ source }) => source?.en))
  // That none has a year is said once.
  const isUndated = facts.length > 1 && facts.every(({ periodText }) => periodText === null)
  const shown = columns.filter(
    ({ key }) => (key !== 'source' || sources.size > 1) && (key !== 'year' || !isUndated),
  )
  const rest = picture.marks.find(({ isRest }) => isRest)
  return (
    <>
      <Table caption={title} isDense rows={facts} rowKey={({ slug }) => slug} columns={shown} />
      {isUndated ? <p className="py-2 text-muted">{t('undated')}</p> : null}
      {rest === undefined ? null : (
        <p className="py-2 text-muted">{t('chart.rest', { label: rest.label, figure: rest.said })}</p>
      )}
    </>
  )
}
