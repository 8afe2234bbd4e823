import { useLocale, useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { ROLES } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { CentreRow, WeekProps } from '@/lib/planning/week.view'
import { PlanLink } from './plan-link'
import { toCentre } from './suggestions'

const Cell = ({ row, cell }: { row: CentreRow; cell: CentreRow['cells'][number] }) => {
  const t = useTranslations('planning')
  const locale = useLocale()
  const { isClosed, isHoliday, isPast, day, plans } = cell
  const add =
    isPast || isClosed ? null : (
      <Link
        href={`/planning/new?centre=${row.slug}&day=${day}`}
        className="add"
        aria-label={`${t('plan')} ${row.label}, ${formatTime(locale, day, 'weekday')}`}
      />
    )
  // Most days of a week have nothing but the way to plan something.
  if (plans.length === 0 && !isClosed && !isHoliday) return <td {...ROLES.cell}>{add}</td>
  return (
    <td {...ROLES.cell} {...(isClosed || isHoliday ? { className: 'xl:bg-sunken' } : {})}>
      <div>
        {isClosed ? <Tag>{t('closed')}</Tag> : null}
        {isHoliday ? <p className="pt-2 text-sm text-muted xl:hidden">{t('holiday')}</p> : null}
        {plans.map((plan) => (
          <PlanLink key={plan.id} plan={plan} />
        ))}
        {add}
      </div>
    </td>
  )
}

/** Where the days have no columns: a visit on the first day of the week that is open; the day is changed in the form. */
const PlanButton = ({ row, day }: { row: CentreRow; day: string }) => {
  const t = useTranslations('planning')
  return (
    <LinkButton
      kind="quiet"
      size="small"
      className="shrink-0 xl:hidden"
      href={`/planning/new?centre=${row.slug}&day=${day}`}
    >
      {t('plan')}
      <span className="sr-only"> {row.label}</span>
    </LinkButton>
  )
}

/** Nothing planned there and no one to see: on a narrow screen one line for all of them. */
const isQuiet = (row: CentreRow): boolean =>
  row.toSee + row.otherCount === 0 && row.cells.every(({ plans }) => plans.length === 0)

/** The centres for which there is no row on a narrow screen. */
export const QuietCentres = ({ week }: { week: WeekProps }) => {
  const t = useTranslations('planning')
  const rows = week.centres.filter(isQuiet)
  if (rows.length === 0) return null
  return (
    <details className="open:basis-full xl:hidden">
      <summary className="flex min-h-11 items-center text-sm font-semibold text-accent">
        {t('quietCentres', { count: rows.length })}
      </summary>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex items-center gap-3 py-1">
            <span className="min-w-0 grow">{row.label}</span>
            {row.firstDay === null ? null : <PlanButton row={row} day={row.firstDay} />}
          </li>
        ))}
      </ul>
    </details>
  )
}

const RowHead = ({ week, row }: { week: WeekProps; row: CentreRow }) => {
  const t = useTranslations('planning')
  return (
    <th {...ROLES.rowheader} scope="row">
      <span className="min-w-0 grow">
        <b className="block font-semibold wrap-anywhere hyphens-auto">{row.label}</b>
        {row.toSee === 0 ? null : (
          <Link href={toCentre(week.monday, row.slug)} className="inline-block py-1 text-sm max-xl:hidden">
            {t('toSee', { count: row.toSee })}
          </Link>
        )}
      </span>
      {row.firstDay === null ? null : <PlanButton row={row} day={row.firstDay} />}
    </th>
  )
}

/** The week begins on a Monday. */
const SATURDAY = 5

const HolidayName = ({ week, day }: { week: WeekProps; day: string }) => {
  const holiday = useTranslations('deadlines.holiday')
  const found = week.holidays.find((one) => one.day === day)
  return found === undefined ? null : (
    <span className="block font-normal text-ink first-letter:uppercase">{holiday(found.holiday)}</span>
  )
}

/** A day of the weekend on which nothing is planned: it needs less room than the days on which centres are visited. */
const isSpare = (week: WeekProps, index: number): boolean =>
  index >= SATURDAY && week.centres.every(({ cells }) => cells[index]?.plans.length === 0)

/** The week: a row for each centre, a cell for each day. A cell is a link, so it needs no mouse and no dragging. How it looks is said once, in globals.css. */
export const WeekGrid = ({ week }: { week: WeekProps }) => {
  const t = useTranslations('planning')
  const locale = useLocale()
  return (
    <table {...ROLES.table} className="week-grid">
      <caption className="sr-only">
        {t('gridCaption', { day: formatTime(locale, week.monday, 'day') })}
      </caption>
      <thead {...ROLES.rowgroup} className="max-xl:sr-only">
        <tr {...ROLES.row}>
          <th {...ROLES.columnheader} scope="col" className="w-40 p-2.5 text-start text-sm text-muted">
            {t('centre')}
          </th>
          {week.days.map((day, index) => (
            <th
              key={day}
              {...ROLES.columnheader}
              scope="col"
              className={classNames(
                'border-s border-hair p-2 text-start text-sm font-semibold',
                isSpare(week, index) ? 'w-22' : null,
                day === week.today ? 'text-accent' : 'text-muted',
              )}
            >
              {formatTime(locale, day, 'shortWeekday')}
              <HolidayName week={week} day={day} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLES.rowgroup}>
        {week.centres.map((row) => (
          <tr key={row.id} {...ROLES.row} {...(isQuiet(row) ? { className: 'max-xl:hidden!' } : {})}>
            <RowHead week={week} row={row} />
            {row.cells.map((cell) => (
              <Cell key={cell.day} row={row} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
