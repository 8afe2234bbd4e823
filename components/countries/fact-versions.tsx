import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { RowLink, TextLink } from '@/components/ui/text-link'
import { factPath, versionPath } from '@/lib/countries/address.rules'
import type { Fact } from '@/lib/countries/fact.rules'
import { formatDay } from '@/lib/countries/wording.rules'
import { FactPeriod, FactSource } from './fact-labels'
import { useFigure } from './use-figure'

/** That another figure stands now, or why this one was withdrawn. */
export const OldVersion = ({ fact, newest }: { fact: Fact; newest: Fact }) => {
  const t = useTranslations('countries')
  const common = useTranslations('common')
  const figure = useFigure()
  return (
    <Notice kind="late" title={t(fact.withdrawn === null ? 'newer.old' : 'newer.withdrawn')}>
      {fact.withdrawn === null ? null : <p dir="auto">{fact.withdrawn}</p>}
      <p>
        {t('newer.now')}
        {common('colon')} {figure(newest)}, <FactPeriod fact={newest} />.{' '}
        <TextLink href={factPath(newest)}>{t('newer.toNow')}</TextLink>
      </p>
    </Notice>
  )
}

/** Every version that was ever public, each with its own page. */
export const FactVersions = ({ newest, shown }: { newest: Fact; shown: number }) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  const figure = useFigure()
  if (!newest.hasVersions) return null
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="mb-1 text-h3">
        {t('newer.versions')}
      </h2>
      <Table
        caption={t('newer.versions')}
        rows={[newest, ...newest.editions].toSorted((a, b) => b.version - a.version)}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            key: 'version',
            head: t('newer.version'),
            cell: (fact) =>
              fact.version === shown ? (
                <span aria-current="page">{fact.version}</span>
              ) : (
                <RowLink href={versionPath(fact)}>{t('newer.number', { number: fact.version })}</RowLink>
              ),
          },
          {
            key: 'figure',
            head: t('columns.figure'),
            isNumber: true,
            cell: (fact) => (fact.withdrawn === null ? figure(fact) : <s>{figure(fact)}</s>),
          },
          { key: 'year', head: t('columns.year'), cell: (fact) => <FactPeriod fact={fact} /> },
          { key: 'source', head: t('columns.source'), cell: (fact) => <FactSource fact={fact} /> },
          {
            key: 'on',
            head: t('fact.recorded'),
            cell: ({ recordedOn, withdrawn }) =>
              withdrawn === null ? formatDay(recordedOn, locale) : t('newer.withdrawn'),
          },
        ]}
      />
    </section>
  )
}
