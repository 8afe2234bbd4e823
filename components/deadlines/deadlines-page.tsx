import { useLocale } from 'next-intl'
import { Who } from '@/components/cases/who'
import { PageTitle } from '@/components/layout/page-title'
import { asSentence } from '@/components/ui/as-sentence'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { formatTime } from '@/components/ui/time'
import { mayBePrinted, toDue } from '@/lib/cases/case.rules'
import type { ShownName } from '@/lib/cases/shown-people.data'
import type { DeadlineLine } from '@/lib/deadlines/deadline-list.data'
import { bySpan, shownDay } from '@/lib/deadlines/deadline-list.view'
import { isLoud } from '@/lib/deadlines/deadline-state.rules'
import { toMonthName } from '@/lib/deadlines/month.rules'
import { saysKindOfFile } from '@/lib/deadlines/rule.rules'
import type { Day } from '@/lib/shared/dates'
import { useDeadlineLabels } from './deadline-labels'
import { MonthPage } from './month-page'

type Props = {
  readonly lines: readonly DeadlineLine[]
  readonly hasMore: boolean
  readonly people: ReadonlyMap<string, readonly ShownName[]>
  readonly isMine: boolean
  /** Its first day, when one month is shown as a page of a calendar. */
  readonly month: Day | null
  readonly today: Day
}

/** Every open deadline within reach, as a list or as a month. */
export const DeadlinesPage = ({ lines, hasMore, people, isMine, month, today }: Props) => {
  const { t } = useDeadlineLabels()
  const whose = isMine ? 'mine' : 'all'
  const view = month === null ? '' : `view=month&month=${toMonthName(month)}`
  return (
    // A month goes across the paper, from its first line on: a sheet cannot be turned in the middle.
    <div {...(month === null ? {} : { className: 'sheet-across' })}>
      <PageTitle title={t('house.title')}>
        {month !== null || hasMore || lines.length === 0 ? null : <Found lines={lines} today={today} />}
      </PageTitle>
      <div className="-mt-3 mb-3 flex flex-wrap items-center gap-x-5 gap-y-2 print:hidden">
        <Choices
          label={t('house.whose')}
          choices={[
            { href: `/deadlines?${view}`, label: t('house.all'), isCurrent: !isMine },
            { href: `/deadlines?whose=mine&${view}`, label: t('house.mine'), isCurrent: isMine },
          ]}
        />
        <Choices
          label={t('month.view')}
          choices={[
            { href: `/deadlines?whose=${whose}`, label: t('month.asList'), isCurrent: month === null },
            {
              href: `/deadlines?whose=${whose}&view=month`,
              label: t('month.asMonth'),
              isCurrent: month !== null,
            },
          ]}
        />
        <p className="flex flex-wrap gap-x-5 text-sm lg:ms-auto">
          <Link className="inline-flex min-h-11 items-center sm:min-h-8" href="/deadlines/rules">
            {t('house.rules')}
          </Link>
          <Link className="inline-flex min-h-11 items-center sm:min-h-8" href="/planning/calendar">
            {t('month.subscribe')}
          </Link>
        </p>
      </div>
      {month === null ? (
        <DeadlineList lines={lines} people={people} today={today} />
      ) : (
        <MonthPage month={month} lines={lines} people={people} whose={whose} today={today} />
      )}
      <p className="mt-3 max-w-prose text-sm text-muted">{t(month === null ? 'house.what' : 'month.what')}</p>
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

type Choice = { readonly href: string; readonly label: string; readonly isCurrent: boolean }

/** Ways to look at the same deadlines: links, so that each has an address. */
const Choices = ({ label, choices }: { label: string; choices: readonly Choice[] }) => (
  <nav aria-label={label} className="flex flex-wrap gap-2">
    {choices.map(({ href, label: words, isCurrent }) => (
      <Link
        key={href}
        href={href}
        {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
        className="inline-flex min-h-11 items-center rounded border border-edge px-3 text-sm text-ink no-underline hover:bg-accent-soft aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold sm:min-h-8"
      >
        {words}
      </Link>
    ))}
  </nav>
)

const DeadlineList = ({ lines, people, today }: Pick<Props, 'lines' | 'people' | 'today'>) => {
  const { t } = useDeadlineLabels()
  const locale = useLocale()
  if (lines.length === 0) return <EmptyState title={t('house.empty')}>{t('house.emptyWhat')}</EmptyState>
  return (
    <div className="item-list">
      {bySpan(lines, today).map(({ key, span, lines: own }) => {
        const title =
          span.kind === 'month' ? formatTime(locale, span.month, 'month') : t(`house.span.${span.kind}`)
        return (
          <section key={key} aria-label={title} className="tier">
            <h2>
              {asSentence(title, locale)} <span className="num">{own.length}</span>
            </h2>
            <ul>
              {own.map((line) => (
                <Line key={line.id} line={line} names={people.get(line.file.id)} today={today} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** Whose deadline it is and which, why, and its day. */
const Line = ({
  line,
  names,
  today,
}: {
  line: DeadlineLine
  names: readonly ShownName[] | undefined
  today: Day
}) => {
  const { t, titleInList } = useDeadlineLabels()
  const locale = useLocale()
  const { dueOn, remindOn, happenedOn, severity, event, code, file, meaning } = line
  const day = shownDay(line)
  const { state, days } = toDue(day, today)
  const due =
    state === 'today'
      ? t('due.today')
      : state === 'none'
        ? null
        : t(state === 'late' ? 'due.late' : 'due.ahead', { days })
  const isHidden = saysKindOfFile(code)
  const because =
    happenedOn === null
      ? t(`event.${event}`)
      : t('house.because', { event: t(`event.${event}`), on: formatTime(locale, happenedOn, 'short') })
  const says = [
    severity === 'critical' ? t('severity.critical') : null,
    isHidden ? null : because,
    dueOn === null && remindOn !== null ? t('unconfirmed') : null,
    file.worker.name,
  ]
  return (
    <li
      data-item={isLoud(line, today) || state === 'late' || state === 'today' ? 'late' : 'plain'}
      data-print={mayBePrinted(file) ? 'whole' : 'no'}
    >
      <p>
        <Link href={`/cases/${file.code}/deadlines?file=${file.id}`}>
          <Who names={names} /> <span className="code">{file.code}</span>
        </Link>
        <span> {titleInList(line)}</span>
      </p>
      <p>
        <b>{due === null ? t('noDate') : t('house.pair', { what: t(`meaning.${meaning}`), when: due })}</b>{' '}
        {says.flatMap((one) => one ?? []).join(' · ')}
      </p>
      <p className="num whitespace-nowrap">
        {day === null ? null : (
          <time dateTime={day}>
            {dueOn === null
              ? `(${formatTime(locale, day, 'shortWeekday')})`
              : formatTime(locale, day, 'shortWeekday')}
          </time>
        )}
      </p>
    </li>
  )
}
