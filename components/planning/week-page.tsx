import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { PageTitle } from '@/components/layout/page-title'
import { VisitTabs } from '@/components/layout/visit-tabs'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { LineLink } from '@/components/ui/text-link'
import { formatTime } from '@/components/ui/time'
import { publishPlans, repeatWeek } from '@/lib/planning/plan.actions'
import type { WeekProps } from '@/lib/planning/week.view'
import { addDays } from '@/lib/shared/dates'
import { toConflictKey, useClosureLabels, useConflictLabels } from './conflict-labels'
import { CentreSuggestions, toPerson } from './suggestions'
import { WeekAppointments, WeekClashes } from './week-appointments'
import { QuietCentres, WeekGrid } from './week-grid'

const WeekNav = ({ week: { monday, thisMonday } }: { week: WeekProps }) => {
  const t = useTranslations('planning')
  const to = (days: number): string => `/planning?week=${addDays(monday, days)}`
  const isNow = monday === thisMonday
  return (
    <nav aria-label={t('weeks')} data-print="no" className="flex flex-wrap gap-2">
      <LinkButton kind="quiet" size="small" className="max-sm:px-2" href={to(-7)}>
        <Icon name="back" className="size-5 sm:hidden" />
        <span className="max-sm:sr-only">{t('weekBefore')}</span>
      </LinkButton>
      {isNow ? null : (
        <LinkButton kind="quiet" size="small" className="max-sm:px-2" href={`/planning?week=${thisMonday}`}>
          <Icon name="today" className="size-5 sm:hidden" />
          <span className="max-sm:sr-only">{t('weekNow')}</span>
        </LinkButton>
      )}
      <LinkButton kind="quiet" size="small" className="max-sm:px-2" href={to(7)}>
        <Icon name="forward" className="size-5 sm:hidden" />
        <span className="max-sm:sr-only">{t('weekAfter')}</span>
      </LinkButton>
    </nav>
  )
}

/** The plans of the week before, once more as drafts. */
const Repeat = ({ week }: { week: WeekProps }) => {
  const t = useTranslations('planning')
  return week.canRepeat ? (
    <ActionButton action={repeatWeek} input={{ monday: week.monday }}>
      {t('repeat')}
    </ActionButton>
  ) : null
}

/** Whom the week leaves out: people in danger first, then the centres to which no one goes. Of a week that is over nothing. */
const Finding = ({ week }: { week: WeekProps }) => {
  const t = useTranslations('planning')
  const format = useFormatter()
  if (week.monday < week.thisMonday) return null
  const inDanger = week.centres.flatMap((row) => row.unplannedInDanger.map((key) => ({ row, key })))
  const [first] = inDanger
  const without = week.centres.filter(({ hasVisit, toSee }) => !hasVisit && toSee > 0)
  return (
    <>
      {first === undefined ? null : (
        <p className="font-semibold text-danger">
          <span aria-hidden="true">▲ </span>
          {/* The browser's own link: only that one marks the line it leads to. */}
          <a href={toPerson(week.monday, first.row, first.key)} className="text-danger">
            {t('dangerWithout', { count: inDanger.length })}
          </a>
        </p>
      )}
      {without.length === 0 ? null : (
        <p className="text-ink">
          <span aria-hidden="true" className="text-late">
            ◷{' '}
          </span>
          {t('without', {
            centres: format.list(
              without.map(({ label, toSee }) =>
                t('withoutIn', { centre: label, people: t('toSee', { count: toSee }) }),
              ),
              { type: 'unit' },
            ),
          })}
        </p>
      )}
      {week.leftOut === 0 ? null : (
        <p>
          {t.rich('leftOut', {
            count: week.leftOut,
            most: week.weighed,
            caseload: (text) => <Link href="/cases">{text}</Link>,
          })}
        </p>
      )}
    </>
  )
}

/** All that speaks against the plans of the week, in sentences; none of it stops anyone. On a phone each plan says it on its own page. */
const Remarks = ({ week }: { week: WeekProps }) => {
  const t = useTranslations('planning')
  const locale = useLocale()
  const labels = useConflictLabels({ centres: week.labels, names: week.names })
  const plans = week.plans.filter(({ conflicts }) => conflicts.length > 0)
  if (plans.length === 0) return null
  const remarks = plans.flatMap((plan) => plan.conflicts.map((conflict) => ({ plan, conflict })))
  return (
    <details className="mt-2 rounded border-s-4 max-sm:hidden border-late bg-late-soft px-3">
      <summary className="flex min-h-11 items-center gap-2 font-semibold">
        <span aria-hidden="true">◷</span>
        {t('remarksTitle')} ({t('remarks', { count: remarks.length })})
      </summary>
      <ul className="grid gap-1 pb-2">
        {remarks.map(({ plan, conflict }) => (
          <li key={`${plan.id} ${toConflictKey(conflict)}`}>
            <Link href={`/planning/${plan.id}`} className="inline-block py-0.5">
              {plan.centre}, {formatTime(locale, plan.onDate, 'shortWeekday')}
            </Link>
            {': '}
            {labels(conflict, plan.centre)}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** In words above the grid: on a phone the heads of the days are not drawn. */
const Holidays = ({ week }: { week: WeekProps }) => {
  const t = useTranslations('planning')
  const holiday = useTranslations('deadlines.holiday')
  const locale = useLocale()
  return week.holidays.map((one) => (
    <p key={one.day} className="mb-3">
      {t('conflict.holiday', {
        day: formatTime(locale, one.day, 'weekday'),
        holiday: holiday(one.holiday),
      })}
    </p>
  ))
}

const Closures = ({ week }: { week: WeekProps }) => {
  const words = useClosureLabels()
  const closed = week.centres.flatMap(({ label, closures }) =>
    closures.map((closure) => ({ ...closure, label })),
  )
  if (closed.length === 0) return null
  return (
    <ul className="mt-3 text-sm text-muted">
      {closed.map(({ label, ...closure }) => (
        <li key={`${label} ${closure.from} ${closure.until}`}>{words(closure, label)}</li>
      ))}
    </ul>
  )
}

/** The planner: the week above, what speaks against it, and below whom to see in each centre. */
export const WeekPage = ({ week, canClose }: { week: WeekProps; canClose: boolean }) => {
  const t = useTranslations('planning')
  const locale = useLocale()
  const relation =
    week.monday === week.thisMonday
      ? t('weekNow')
      : week.monday === addDays(week.thisMonday, 7)
        ? t('weekAfter')
        : null
  return (
    <>
      <PageTitle
        title={t('title')}
        heading={
          <span className="max-sm:text-h2">
            {t('heading', { day: formatTime(locale, week.monday, 'day') })}
            {relation === null ? null : (
              <span className="font-sans text-base font-normal text-muted"> · {relation}</span>
            )}
          </span>
        }
      >
        <Finding week={week} />
      </PageTitle>
      <div className="relative -mt-4 -mb-3 max-sm:-mt-2.5 sm:max-xl:mb-0">
        <VisitTabs current="plan" />
        {/* Beside the tabs there is room for two signs on a phone, and for all of it on a wide screen. */}
        <div className="absolute end-0 -top-1.5 sm:hidden">
          <WeekNav week={week} />
        </div>
        <div className="flex flex-wrap items-center justify-between gap-2 max-xl:mb-2 xl:absolute xl:end-0 xl:top-0">
          <div className="max-sm:hidden">
            <WeekNav week={week} />
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <div className="max-sm:hidden">
              <Repeat week={week} />
            </div>
            {week.drafts.length === 0 ? null : (
              <ActionButton action={publishPlans} input={{ plans: week.drafts }} kind="primary">
                {t('publishAll', { count: week.drafts.length })}
              </ActionButton>
            )}
            {/* On a phone each centre has its own. */}
            <LinkButton
              kind={week.drafts.length === 0 ? 'primary' : 'quiet'}
              size="small"
              className="max-xl:hidden"
              href="/planning/new"
            >
              {t('newTitle')}
            </LinkButton>
          </div>
        </div>
      </div>
      <Holidays week={week} />
      <WeekGrid week={week} />
      <Remarks week={week} />
      <WeekClashes week={week} />
      <Closures week={week} />
      <p className="mt-3 max-w-prose text-sm text-muted max-xl:hidden">{t('what')}</p>
      <h2 className="mt-4 max-sm:mt-2 max-sm:text-base">{t('seeTitle')}</h2>
      <p className="mt-1 mb-2 max-w-prose text-muted max-xl:sr-only">{t('seeWhat')}</p>
      {week.centres.every(({ toSee, otherCount }) => toSee + otherCount === 0) ? (
        <p className="mt-3 text-muted">{t('noPeople')}</p>
      ) : null}
      {week.centres.map((row) => (
        <CentreSuggestions key={row.id} row={row} monday={week.monday} />
      ))}
      <WeekAppointments week={week} />
      <div className="mt-2 flex flex-wrap gap-x-5">
        <LineLink href="/planning/calendar">{t('toCalendar')}</LineLink>
        {canClose ? <LineLink href="/planning/closures">{t('toClosures')}</LineLink> : null}
        <div className="basis-full sm:hidden">
          <Repeat week={week} />
        </div>
        <QuietCentres week={week} />
      </div>
    </>
  )
}
