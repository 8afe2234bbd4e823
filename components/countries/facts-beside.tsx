import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Table } from '@/components/ui/table'
import type { Fact } from '@/lib/countries/fact.rules'
import { FactLink, FactPeriod, FactSource } from './fact-labels'
import { useFigure } from './use-figure'

/** Figures of other publications than the profile, or the profile's own beside them, each with its page, period and source. */
export const FactsBeside = ({ facts, title }: { facts: readonly Fact[]; title: string }) => {
  const t = useTranslations('countries')
  const id = useId()
  const figure = useFigure()
  if (facts.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-1 text-h3">
        {title}
      </h2>
      <Table
        caption={title}
        rows={facts}
        rowKey={({ slug }) => slug}
        columns={[
          { key: 'fact', head: t('columns.fact'), cell: (fact) => <FactLink fact={fact} /> },
          { key: 'figure', head: t('columns.figure'), isNumber: true, cell: (fact) => figure(fact) },
          { key: 'year', head: t('columns.year'), cell: (fact) => <FactPeriod fact={fact} /> },
          { key: 'source', head: t('columns.source'), cell: (fact) => <FactSource fact={fact} /> },
        ]}
      />
    </section>
  )
}
