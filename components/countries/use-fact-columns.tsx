import { useTranslations } from 'next-intl'
import type { Column } from '@/components/ui/table'
import type { Fact } from '@/lib/countries/fact.rules'
import { FactLink, FactMarks, FactPeriod, FactSource } from './fact-labels'
import { useFigure } from './use-figure'

/** What every table of facts says of each: which, how much, of when, by whom. */
export const useFactColumns = (): Column<Fact>[] => {
  const t = useTranslations('countries')
  const figure = useFigure()
  return [
    {
      key: 'fact',
      head: t('columns.fact'),
      cell: (fact) => (
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <FactLink fact={fact} />
          <FactMarks fact={fact} />
        </span>
      ),
    },
    { key: 'figure', head: t('columns.figure'), isNumber: true, cell: figure },
    { key: 'year', head: t('columns.year'), cell: (fact) => <FactPeriod fact={fact} /> },
    { key: 'source', head: t('columns.source'), cell: (fact) => <FactSource fact={fact} /> },
  ]
}
