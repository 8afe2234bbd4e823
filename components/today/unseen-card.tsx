import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useAgo } from '@/components/cases/case-labels'
import { PersonCell } from '@/components/cases/person-cell'
import { Card } from '@/components/ui/card'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { mayBePrinted } from '@/lib/cases/case.rules'
import { labelIn } from '@/lib/cases/word.view'
import { type Day, toDay } from '@/lib/shared/dates'
import type { Unseen } from '@/lib/today/today.data'
import { Part } from './today-parts'

/** People in closed centres whom no one of us saw for eight days. */
export const UnseenCard = ({ unseen, today }: { unseen: Unseen; today: Day }) => {
  const t = useTranslations('today')
  const locale = useLocale()
  const ago = useAgo()
  const columns: Column<Unseen['lines'][number]>[] = [
    {
      key: 'person',
      head: t('column.person'),
      cell: (line) => <PersonCell line={line} />,
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
    {
      key: 'next',
      head: t('column.nextVisit'),
      cell: ({ nextVisitOn }) =>
        nextVisitOn === null ? (
          <span className="text-muted">{t('notPlanned')}</span>
        ) : (
          <span className="whitespace-nowrap">
            <Time at={nextVisitOn} style="shortWeekday" />
          </span>
        ),
    },
    { key: 'worker', head: t('column.worker'), cell: ({ worker }) => worker.name },
  ]
  return (
    <Part
      id="unseen"
      title={t('unseen')}
      count={unseen.total}
      more={
        unseen.total > unseen.lines.length
          ? { href: '/cases?contact=unseen', words: t('all', { count: unseen.total }) }
          : null
      }
    >
      <Card tight>
        {unseen.lines.length === 0 ? (
          <p className="py-3">{t('everybodySeen')}</p>
        ) : (
          <>
            <ul className="flex flex-wrap gap-x-5 pt-2 text-sm" aria-label={t('byCentre')}>
              {unseen.centres.map(({ id, slug, people, ...label }) => (
                <li key={id}>
                  <Link
                    href={`/cases?contact=unseen&centre=${slug}`}
                    prefetch={false}
                    className="inline-block py-1"
                  >
                    {labelIn(label, locale)}
                  </Link>{' '}
                  <span className="num text-muted">{people}</span>
                </li>
              ))}
            </ul>
            <Table
              caption={t('unseen')}
              columns={columns}
              rows={unseen.lines}
              rowKey={({ id }) => id}
              isOnScreenOnly={(line) => !mayBePrinted(line)}
            />
          </>
        )}
      </Card>
    </Part>
  )
}
