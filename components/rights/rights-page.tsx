import { useLocale, useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { type Column, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { isSecretKind } from '@/lib/cases/case.rules'
import { toWords } from '@/lib/cases/word.view'
import type { Erased } from '@/lib/rights/erasure.data'
import type { RightsRead } from '@/lib/rights/rights-page.data'
import { AskedList } from './asked-list'
import { RetentionCard } from './retention-card'

/** What falls due, what waits for a second word, and the certificates of what was erased. */
export const RightsPage = ({ data, canRule }: { data: RightsRead; canRule: boolean }) => {
  const { asked, erased, people, words } = data
  const t = useTranslations('rights')
  const kinds = toWords(words, useLocale())
  const columns: Column<Erased>[] = [
    {
      key: 'on',
      head: t('list.on'),
      cell: ({ id, on }) => (
        <Link
          href={`/rights/${id}`}
          className="inline-flex min-h-11 items-center text-link underline sm:min-h-8"
        >
          {on === null ? '' : <Time at={on} />}
        </Link>
      ),
    },
    {
      key: 'kind',
      head: t('list.kind'),
      cell: ({ kind }) => (isSecretKind(kind) ? '' : kinds.of('case_kind', kind)),
    },
    { key: 'ground', head: t('list.ground'), cell: ({ ground }) => t(`ground.${ground}`) },
  ]
  return (
    <div className="grid max-w-5xl gap-6">
      <PageTitle title={t('title')}>{t('what')}</PageTitle>
      {asked.length === 0 ? null : (
        <Card as="section" label={t('list.asked')}>
          <h2>{t('list.asked')}</h2>
          <AskedList asked={asked} people={people} />
        </Card>
      )}
      <RetentionCard data={data} canRule={canRule} />
      <section aria-labelledby="erased">
        <h2 id="erased">{t('list.erased')}</h2>
        {erased.length === 0 ? (
          <p className="mt-2 text-muted">{t('list.none')}</p>
        ) : (
          <Table caption={t('list.erased')} columns={columns} rows={erased} rowKey={({ id }) => id} />
        )}
      </section>
    </div>
  )
}
