import Link from 'next/link'
import { useLocale } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { EmptyState } from '@/components/ui/empty-state'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import { formatTime, Time } from '@/components/ui/time'
import { toDue } from '@/lib/cases/case.rules'
import type { HouseLine } from '@/lib/deadlines/house.data'
import { byMonth } from '@/lib/deadlines/house.view'
import type { Day } from '@/lib/shared/dates'
import { useDeadlineWords } from './deadline-words'

type Props = {
  readonly lines: readonly HouseLine[]
  readonly hasMore: boolean
  readonly isMine: boolean
  readonly today: Day
}

/** Every open deadline within reach, month by month, the earliest first: codes and days, nobody's name. */
export const HouseDeadlines = ({ lines, hasMore, isMine, today }: Props) => {
  const { t } = useDeadlineWords()
  const locale = useLocale()
  return (
    <>
      <PageTitle title={t('house.title')}>
        <p>{t('house.what')}</p>
        <p className="mt-1.5">
          <Link className="text-link underline" href="/deadlines/rules">
            {t('house.rules')}
          </Link>
        </p>
      </PageTitle>
      <Tabs
        label={t('house.whose')}
        tabs={[
          { href: '/deadlines', label: t('house.all'), isCurrent: !isMine },
          { href: '/deadlines?whose=mine', label: t('house.mine'), isCurrent: isMine },
        ]}
      />
      {lines.length === 0 ? (
        <EmptyState title={t('house.empty')}>{t('house.emptyWhat')}</EmptyState>
      ) : (
        <div className="grid gap-6">
          {byMonth(lines).map(({ month, lines: own }) => (
            <section
              key={month ?? ''}
              aria-label={month === null ? t('noDate') : formatTime(locale, month, 'month')}
            >
              <h2 className="mb-2">{month === null ? t('noDate') : <Time at={month} style="month" />}</h2>
              <ul className="grid gap-2">
                {own.map((line) => (
                  <Line key={line.id} line={line} today={today} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      {hasMore ? <p className="mt-4 text-muted">{t('house.more', { count: lines.length })}</p> : null}
    </>
  )
}

const Line = ({ line, today }: { line: HouseLine; today: Day }) => {
  const { t, said } = useDeadlineWords()
  const { dueOn, remindOn, severity, file, title, meaning } = line
  const day = dueOn ?? remindOn
  const { state, days } = toDue(day, today)
  return (
    <li className="rounded border border-hair bg-surface px-4 py-3" data-print="whole">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Link
          className="inline-flex min-h-11 items-center font-semibold text-link underline sm:min-h-8"
          href={`/cases/${file.code}/deadlines?file=${file.id}`}
          prefetch={false}
        >
          <span className="num">{file.code}</span>
          <span className="sr-only">: {said(title)}</span>
        </Link>
        <span aria-hidden="true" className="min-w-0 grow">
          {said(title)}
        </span>
        {day === null ? null : (
          <span>
            {t(`meaning.${meaning}`)}: {dueOn === null ? '(' : null}
            <Time at={day} style="weekday" />
            {dueOn === null ? ')' : null}
          </span>
        )}
      </div>
      <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-muted">
        <span>{file.worker.name}</span>
        {dueOn === null ? <Tag>{t('noDate')}</Tag> : null}
        {state === 'late' || state === 'ahead' ? (
          <Tag kind={state === 'late' ? 'late' : 'plain'}>
            {t(state === 'late' ? 'due.late' : 'due.ahead', { days })}
          </Tag>
        ) : null}
        {state === 'today' ? <Tag kind="late">{t('due.today')}</Tag> : null}
        <Tag kind={severity === 'critical' ? 'danger' : 'plain'}>{t(`severity.${severity}`)}</Tag>
      </p>
    </li>
  )
}
