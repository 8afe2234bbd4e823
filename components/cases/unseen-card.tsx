import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { CaseLine } from '@/lib/cases/caseload.data'
import { labelIn } from '@/lib/cases/word.view'
import { toAgeClaims } from '@/lib/people/person.view'
import { type Day, toDay } from '@/lib/shared/dates'
import { useAgo } from './case-words'
import { CodeLink } from './code-link'
import { usePersonWords } from './person-words'

/** People in closed centres whom nobody of us saw for eight days. */
export const UnseenCard = ({
  unseen,
  today,
}: {
  unseen: { readonly lines: readonly CaseLine[]; readonly total: number }
  today: Day
}) => {
  const t = useTranslations('today')
  const locale = useLocale()
  const person = usePersonWords()
  const ago = useAgo()
  const columns: Column<CaseLine>[] = [
    {
      key: 'person',
      head: t('column.person'),
      cell: ({ id, code, people }) => (
        <>
          <CodeLink code={code} id={id} />
          {people.map(({ person: one }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows bear nothing that names a person, not even an id
            <div key={index} className="text-sm text-muted">
              {person.short({ ageClaims: toAgeClaims(one.ageClaims), nationalities: one.nationalities })}
            </div>
          ))}
        </>
      ),
    },
    {
      key: 'place',
      head: t('column.place'),
      cell: ({ stays: [stay] }) =>
        stay === undefined ? null : (
          <>
            {labelIn(stay.place, locale)}
            {stay.since === null ? null : (
              <div className="text-sm text-muted">
                <Time at={toDay(stay.since)} style="dayInYear" />
              </div>
            )}
          </>
        ),
    },
    {
      key: 'seen',
      head: t('column.seen'),
      cell: ({ lastSeenOn }) => (
        <span className="whitespace-nowrap">
          <Tag kind="late">{ago(lastSeenOn && toDay(lastSeenOn), today)}</Tag>
        </span>
      ),
    },
    { key: 'worker', head: t('column.worker'), cell: ({ worker }) => worker.name },
  ]
  return (
    <section aria-labelledby="unseen">
      <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="unseen">{t('unseen')}</h2>
        {unseen.total > unseen.lines.length ? (
          <Link href="/cases?contact=unseen" prefetch={false} className="inline-block py-1 text-sm">
            {t('all', { count: unseen.total })}
          </Link>
        ) : null}
      </div>
      <Card tight>
        {unseen.lines.length === 0 ? (
          <p className="py-3">{t('everybodySeen')}</p>
        ) : (
          <Table caption={t('unseen')} columns={columns} rows={unseen.lines} rowKey={({ id }) => id} />
        )}
      </Card>
    </section>
  )
}
