import { useLocale } from 'next-intl'
import { Who } from '@/components/cases/who'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { PrintButton } from '@/components/ui/print-button'
import { ROLES } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { mayBePrinted } from '@/lib/cases/case.rules'
import type { ShownName } from '@/lib/cases/shown-people.data'
import type { DeadlineLine } from '@/lib/deadlines/deadline-list.data'
import { isLoud } from '@/lib/deadlines/deadline-state.rules'
import { toMonthName } from '@/lib/deadlines/month.rules'
import { type MonthDay, type MonthWeek, toWeeks } from '@/lib/deadlines/month.view'
import { addDays, addMonths, type Day } from '@/lib/shared/dates'
import { useDeadlineLabels } from './deadline-labels'

type Props = {
  readonly month: Day
  readonly lines: readonly DeadlineLine[]
  readonly people: ReadonlyMap<string, readonly ShownName[]>
  readonly whose: 'all' | 'mine'
  readonly today: Day
}

/** One month as a page of a calendar; on a telephone the days that have a deadline, one below the other. */
export const MonthPage = ({ month, lines, people, whose, today }: Props) => {
  const { t } = useDeadlineLabels()
  const locale = useLocale()
  const name = formatTime(locale, month, 'month')
  const to = (of: Day): string => `/deadlines?whose=${whose}&view=month&month=${toMonthName(of)}`
  const weeks = toWeeks(month, lines)
  return (
    <section aria-labelledby="month">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="month" className="first-letter:uppercase">
          {name}
        </h2>
        <nav aria-label={t('month.months')} data-print="no" className="flex flex-wrap gap-2">
          <LinkButton kind="quiet" size="small" href={to(addMonths(month, -1))}>
            {t('month.before')}
          </LinkButton>
          <LinkButton kind="quiet" size="small" href={to(`${today.slice(0, 7)}-01`)}>
            {t('month.now')}
          </LinkButton>
          <LinkButton kind="quiet" size="small" href={to(addMonths(month, 1))}>
            {t('month.after')}
          </LinkButton>
          <PrintButton kind="quiet" size="small">
            {t('month.print')}
          </PrintButton>
        </nav>
      </div>
      {lines.length === 0 ? <p className="mb-3 text-muted">{t('month.none')}</p> : null}
      <table
        {...ROLES.table}
        className={classNames(
          'w-full table-fixed border-collapse rounded border border-hair bg-surface text-dense',
          lines.length === 0 ? 'max-lg:not-print:hidden' : 'max-lg:not-print:block',
        )}
      >
        <caption className="sr-only">{t('month.caption', { month: name })}</caption>
        <thead {...ROLES.rowgroup} className="max-lg:not-print:sr-only">
          <tr {...ROLES.row}>
            {Array.from({ length: 7 }, (_, index) => addDays(weeks[0]?.monday ?? month, index)).map((day) => (
              <th
                key={day}
                {...ROLES.columnheader}
                scope="col"
                className="border-s border-hair p-2 text-start text-sm font-semibold text-muted first:border-s-0 first-letter:uppercase"
              >
                {formatTime(locale, day, 'weekdayOnly')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROLES.rowgroup} className="max-lg:not-print:block">
          {weeks.map((week) => (
            <Week key={week.monday} week={week} people={people} today={today} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Week = ({ week, people, today }: Pick<Props, 'people' | 'today'> & { week: MonthWeek }) => (
  <tr
    {...ROLES.row}
    data-print="whole"
    className={classNames(
      'border-t border-hair',
      // A row of which nothing is drawn is no row.
      week.days.some((one) => one !== null && one.lines.length > 0)
        ? 'max-lg:not-print:contents'
        : 'max-lg:not-print:hidden',
    )}
  >
    {week.days.map((one, index) =>
      one === null ? (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: a week has seven places, and this one is empty
          key={index}
          {...ROLES.cell}
          className="border-s border-hair bg-sunken first:border-s-0 max-lg:not-print:hidden"
        />
      ) : (
        <DayCell key={one.day} one={one} people={people} today={today} />
      ),
    )}
  </tr>
)

const DayCell = ({ one, people, today }: Pick<Props, 'people' | 'today'> & { one: MonthDay }) => {
  const { t } = useDeadlineLabels()
  const locale = useLocale()
  const { day, rest, lines } = one
  const isWeekend = rest === 'saturday' || rest === 'sunday'
  return (
    <td
      {...ROLES.cell}
      className={classNames(
        'h-24 border-s border-hair p-1.5 align-top first:border-s-0 print:h-10',
        'max-lg:not-print:block max-lg:not-print:h-auto max-lg:not-print:border-s-0 max-lg:not-print:border-b max-lg:not-print:px-4 max-lg:not-print:py-3',
        rest === null ? null : 'bg-sunken',
        lines.length === 0 ? 'max-lg:not-print:hidden' : null,
      )}
      {...(day === today ? { 'aria-current': 'date' as const } : {})}
    >
      <p className={classNames('text-sm', day === today ? 'font-bold text-accent' : 'text-muted')}>
        <time dateTime={day}>
          <span aria-hidden="true" className="num max-lg:not-print:hidden">
            {Number(day.slice(8))}
          </span>
          <span className="sr-only max-lg:not-print:not-sr-only max-lg:not-print:font-semibold max-lg:not-print:text-ink">
            {formatTime(locale, day, 'weekday')}
          </span>
        </time>
        {rest === null ? null : (
          <span className="ms-1.5 inline-block first-letter:uppercase">
            {isWeekend ? t('month.weekend') : t(`holiday.${rest}`)}
          </span>
        )}
      </p>
      {lines.length === 0 ? null : (
        <ul className="mt-1 grid gap-1.5">
          {lines.map((line) => (
            <Entry key={line.id} line={line} people={people} today={today} />
          ))}
        </ul>
      )}
    </td>
  )
}

const Entry = ({ line, people, today }: Pick<Props, 'people' | 'today'> & { line: DeadlineLine }) => {
  const { t, titleInList } = useDeadlineLabels()
  const locale = useLocale()
  const { dueOn, remindOn, severity, file } = line
  return (
    <li
      className="grid gap-0.5 hyphens-auto wrap-anywhere"
      {...(mayBePrinted(file) ? {} : { 'data-print': 'no' })}
    >
      <Link
        className="inline-flex min-h-6 items-center text-link underline max-lg:min-h-11"
        href={`/cases/${file.code}/deadlines?file=${file.id}`}
      >
        <span>
          <b className="font-semibold">
            <Who names={people.get(file.id)} />
          </b>{' '}
          <span className="code text-sm text-muted">{file.code}</span> {titleInList(line)}
        </span>
      </Link>
      <span className="flex flex-wrap items-center gap-1.5 text-sm text-muted">
        {severity === 'critical' ? (
          <Tag kind={isLoud(line, today) ? 'danger' : 'plain'}>{t('severity.critical')}</Tag>
        ) : null}
        {dueOn === null ? <span>({t('unconfirmed')})</span> : null}
        {dueOn === null || dueOn === remindOn ? null : (
          <span>{t('month.due', { day: formatTime(locale, dueOn, 'dayInYear') })}</span>
        )}
      </span>
    </li>
  )
}
