import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { ROLES } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { CentreRow, WeekProps } from '@/lib/planning/week.view'
import { PlanLink } from './plan-link'

const CELL = 'border-hair p-1.5 align-top max-lg:flex max-lg:gap-3 max-lg:p-0 max-lg:py-1 lg:border-s'

const Cell = ({ row, cell }: { row: CentreRow; cell: CentreRow['cells'][number] }) => {
  const t = useTranslations('planning')
  const locale = useLocale()
  return (
    <td {...ROLES.cell} className={classNames(CELL, cell.isClosed || cell.isHoliday ? 'bg-sunken' : null)}>
      <span aria-hidden="true" className="w-24 shrink-0 pt-2 text-sm text-muted lg:hidden">
        {formatTime(locale, cell.day, 'shortWeekday')}
      </span>
      <div className="grid min-w-0 grow grid-cols-[minmax(0,1fr)] gap-1.5">
        {cell.isClosed ? <Tag kind="late">{t('closed')}</Tag> : null}
        {cell.isHoliday ? <p className="pt-2 text-sm text-muted lg:hidden">{t('holiday')}</p> : null}
        {cell.plans.map((plan) => (
          <PlanLink key={plan.id} plan={plan} />
        ))}
        {cell.isPast ? null : (
          <Link
            href={`/planning/new?centre=${row.slug}&day=${cell.day}`}
            prefetch={false}
            className={classNames(
              'flex min-h-11 items-center justify-center gap-1 rounded text-sm text-accent no-underline',
              'hover:bg-accent-soft max-lg:w-fit max-lg:px-3',
            )}
          >
            <Icon name="plus" className="size-4 shrink-0" />
            <span className="lg:sr-only">{t('plan')}</span>
            <span className="sr-only">
              {row.label}, {formatTime(locale, cell.day, 'weekday')}
            </span>
          </Link>
        )}
      </div>
    </td>
  )
}

const RowHead = ({ row }: { row: CentreRow }) => {
  const t = useTranslations('planning')
  return (
    <th
      {...ROLES.rowheader}
      scope="row"
      className="w-40 p-2.5 text-start align-top font-normal max-lg:block max-lg:w-auto max-lg:px-0"
    >
      <b className="block font-semibold wrap-anywhere hyphens-auto">{row.label}</b>
      {row.suggested.length === 0 ? null : (
        <a href={`#see-${row.slug}`} className="inline-block py-1 text-sm">
          {t('toSee', { count: row.suggested.length })}
        </a>
      )}
    </th>
  )
}

const HolidayName = ({ week, day }: { week: WeekProps; day: string }) => {
  const holiday = useTranslations('deadlines.holiday')
  const found = week.holidays.find((one) => one.day === day)
  return found === undefined ? null : (
    <span className="block font-normal text-ink first-letter:uppercase">{holiday(found.holiday)}</span>
  )
}

/** The week: a row for each centre, a cell for each day. A cell is a link, so it needs no mouse and no dragging. */
export const WeekGrid = ({ week }: { week: WeekProps }) => {
  const t = useTranslations('planning')
  const locale = useLocale()
  return (
    <table
      {...ROLES.table}
      className="w-full table-fixed border-collapse rounded border border-hair bg-surface text-dense max-lg:block max-lg:px-4"
    >
      <caption className="sr-only">
        {t('gridCaption', { day: formatTime(locale, week.monday, 'day') })}
      </caption>
      <thead {...ROLES.rowgroup} className="max-lg:sr-only">
        <tr {...ROLES.row}>
          <th {...ROLES.columnheader} scope="col" className="w-40 p-2.5 text-start text-sm text-muted">
            {t('centre')}
          </th>
          {week.days.map((day) => (
            <th
              key={day}
              {...ROLES.columnheader}
              scope="col"
              className={classNames(
                'border-s border-hair p-2 text-start text-sm font-semibold',
                day === week.today ? 'text-accent' : 'text-muted',
              )}
            >
              {formatTime(locale, day, 'shortWeekday')}
              <HolidayName week={week} day={day} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLES.rowgroup} className="max-lg:block">
        {week.centres.map((row) => (
          <tr
            key={row.id}
            {...ROLES.row}
            className="border-t border-hair max-lg:block max-lg:py-2 max-lg:first:border-t-0"
          >
            <RowHead row={row} />
            {row.cells.map((cell) => (
              <Cell key={cell.day} row={row} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
