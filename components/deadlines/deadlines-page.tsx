import Link from 'next/link'
import { useLocale } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { EmptyState } from '@/components/ui/empty-state'
import { Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import { formatTime, Time } from '@/components/ui/time'
import { mayBePrinted, toDue } from '@/lib/cases/case.rules'
import type { DeadlineLine } from '@/lib/deadlines/deadline-list.data'
import { byMonth } from '@/lib/deadlines/deadline-list.view'
import { isLoud } from '@/lib/deadlines/deadline-state.rules'
import { toMonthName } from '@/lib/deadlines/month.rules'
import type { Day } from '@/lib/shared/dates'
import { useDeadlineLabels } from './deadline-labels'
import { MonthPage } from './month-page'

type Props = {
  readonly lines: readonly DeadlineLine[]
  readonly hasMore: boolean
  readonly isMine: boolean
  /** Its first day, when one month is shown as a page of a calendar. */
  readonly month: Day | null
  readonly today: Day
}

/** Every open deadline within reach, as a list or as a month: codes and days, no one’s name. */
export const DeadlinesPage = ({ lines, hasMore, isMine, month, today }: Props) => {
  const { t } = useDeadlineLabels()
  const whose = isMine ? 'mine' : 'all'
  const view = month === null ? '' : `view=month&month=${toMonthName(month)}`
  return (
    // A month goes across the paper, from its first line on: a sheet cannot be turned in the middle.
    <div {...(month === null ? {} : { className: 'sheet-across' })}>
      <PageTitle title={t('house.title')}>
        {month !== null || hasMore || lines.length === 0 ? null : <Found lines={lines} today={today} />}
        <p>{t(month === null ? 'house.what' : 'month.what')}</p>
        <p className="mt-1.5 flex flex-wrap gap-x-5 print:hidden">
          <Link className="text-link underline" href="/deadlines/rules">
            {t('house.rules')}
          </Link>
          <Link className="text-link underline" href="/planning/calendar" prefetch={false}>
            {t('month.subscribe')}
          </Link>
        </p>
      </PageTitle>
      <Tabs
        label={t('house.whose')}
        tabs={[
          { href: `/deadlines?${view}`, label: t('house.all'), isCurrent: !isMine },
          { href: `/deadlines?whose=mine&${view}`, label: t('house.mine'), isCurrent: isMine },
        ]}
      />
      <ViewSwitch whose={whose} isMonth={month !== null} />
      {month === null ? (
        <DeadlineList lines={lines} today={today} />
      ) : (
        <MonthPage month={month} lines={lines} whose={whose} today={today} />
      )}
      {hasMore ? <p className="mt-4 text-muted">{t('house.more', { count: lines.length })}</p> : null}
    </div>
  )
}

/** What the list will say, in one sentence. */
const Found = ({ lines, today }: { lines: readonly DeadlineLine[]; today: Day }) => {
  const { t, day } = useDeadlineLabels()
  const days = lines.flatMap(({ dueOn, remindOn }) => dueOn ?? remindOn ?? [])
  const next = days.find((one) => one >= today)
  return (
    <p className="font-semibold text-ink">
      {t('house.found', {
        count: lines.length,
        late: days.filter((one) => one < today).length,
        next: next === undefined ? 'none' : 'some',
        on: next === undefined ? '' : day(next),
      })}
    </p>
  )
}

/** The same deadlines as a list or as a month: links, so that each has an address. */
const ViewSwitch = ({ whose, isMonth }: { whose: 'all' | 'mine'; isMonth: boolean }) => {
  const { t } = useDeadlineLabels()
  const views = [
    { href: `/deadlines?whose=${whose}`, label: t('month.asList'), isCurrent: !isMonth },
    { href: `/deadlines?whose=${whose}&view=month`, label: t('month.asMonth'), isCurrent: isMonth },
  ]
  return (
    <nav aria-label={t('month.view')} className="mb-4 flex flex-wrap gap-2 print:hidden">
      {views.map(({ href, label, isCurrent }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
          className="inline-flex min-h-11 items-center rounded border border-edge px-3 text-ink no-underline hover:bg-accent-soft aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold sm:min-h-8"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}

const DeadlineList = ({ lines, today }: { lines: readonly DeadlineLine[]; today: Day }) => {
  const { t } = useDeadlineLabels()
  const locale = useLocale()
  if (lines.length === 0) return <EmptyState title={t('house.empty')}>{t('house.emptyWhat')}</EmptyState>
  return (
    <div className="grid gap-6">
      {byMonth(lines).map(({ month, lines: own }) => (
        <section
          key={month ?? ''}
          aria-label={month === null ? t('noDate') : formatTime(locale, month, 'month')}
        >
          <h2 className="mb-2 first-letter:uppercase">
            {month === null ? t('noDate') : <Time at={month} style="month" />}
          </h2>
          <ul className="grid gap-2">
            {own.map((line) => (
              <Line key={line.id} line={line} today={today} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const Line = ({ line, today }: { line: DeadlineLine; today: Day }) => {
  const { t, titleInList } = useDeadlineLabels()
  const { dueOn, remindOn, severity, file, meaning } = line
  const day = dueOn ?? remindOn
  const { state, days } = toDue(day, today)
  return (
    <li
      className="rounded border border-hair bg-surface px-4 py-3"
      data-print={mayBePrinted(file) ? 'whole' : 'no'}
    >
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Link
          className="inline-flex min-h-11 min-w-0 grow items-center text-link underline sm:min-h-8"
          href={`/cases/${file.code}/deadlines?file=${file.id}`}
          prefetch={false}
        >
          <span>
            <b className="num font-semibold">{file.code}</b> {titleInList(line)}
          </span>
        </Link>
        {day === null ? null : (
          <span>
            {t.rich('says', {
              what: t(`meaning.${meaning}`),
              day: () => (
                <>
                  {dueOn === null ? '(' : null}
                  <Time at={day} style="weekday" />
                  {dueOn === null ? ')' : null}
                </>
              ),
            })}
          </span>
        )}
      </div>
      <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-muted">
        <span>{file.worker.name}</span>
        {dueOn === null ? <Tag>{t(remindOn === null ? 'noDate' : 'unconfirmed')}</Tag> : null}
        {state === 'late' || state === 'ahead' ? (
          <Tag kind={state === 'late' ? 'late' : 'plain'}>
            {t(state === 'late' ? 'due.late' : 'due.ahead', { days })}
          </Tag>
        ) : null}
        {state === 'today' ? <Tag kind="late">{t('due.today')}</Tag> : null}
        <Tag kind={isLoud(line, today) ? 'danger' : 'plain'}>{t(`severity.${severity}`)}</Tag>
      </p>
    </li>
  )
}
