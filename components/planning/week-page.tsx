import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { PageTitle } from '@/components/layout/page-title'
import { VisitTabs } from '@/components/layout/visit-tabs'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { LineLink } from '@/components/ui/text-link'
import { formatTime } from '@/components/ui/time'
import { publishPlans, repeatWeek } from '@/lib/planning/plan.actions'
import type { WeekProps } from '@/lib/planning/week.view'
import { addDays } from '@/lib/shared/dates'
import { toConflictKey, useClosureLabels, useConflictLabels } from './conflict-labels'
import { CentreSuggestions } from './suggestions'
import { WeekGrid } from './week-grid'

const WeekNav = ({ monday }: { monday: string }) => {
  const t = useTranslations('planning')
  const to = (days: number): string => `/planning?week=${addDays(monday, days)}`
  return (
    <nav aria-label={t('weeks')} data-print="no" className="flex flex-wrap gap-2">
      <LinkButton kind="quiet" size="small" href={to(-7)}>
        {t('weekBefore')}
      </LinkButton>
      <LinkButton kind="quiet" size="small" href={to(7)}>
        {t('weekAfter')}
      </LinkButton>
    </nav>
  )
}

/** All that speaks against the plans of the week, in sentences; none of it stops anyone. */
const Remarks = ({ week }: { week: WeekProps }) => {
  const t = useTranslations('planning')
  const locale = useLocale()
  const labels = useConflictLabels({ centres: week.labels, names: week.names })
  const plans = week.plans.filter(({ conflicts }) => conflicts.length > 0)
  if (plans.length === 0) return null
  return (
    <Notice kind="late" title={t('remarksTitle')}>
      <ul className="grid gap-1">
        {plans.flatMap((plan) =>
          plan.conflicts.map((conflict) => (
            <li key={`${plan.id} ${toConflictKey(conflict)}`}>
              <Link href={`/planning/${plan.id}`} prefetch={false} className="inline-block py-0.5">
                {plan.centre}, {formatTime(locale, plan.onDate, 'shortWeekday')}
              </Link>
              {': '}
              {labels(conflict, plan.centre)}
            </li>
          )),
        )}
      </ul>
    </Notice>
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
  return (
    <>
      <PageTitle title={t('title')} heading={t('heading', { day: formatTime(locale, week.monday, 'day') })}>
        <p>{t('what')}</p>
      </PageTitle>
      <VisitTabs current="plan" />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <WeekNav monday={week.monday} />
        <div className="flex flex-wrap items-center gap-3">
          {week.canRepeat ? (
            <ActionButton action={repeatWeek} input={{ monday: week.monday }} size="normal">
              {t('repeat')}
            </ActionButton>
          ) : null}
          {week.drafts.length === 0 ? null : (
            <ActionButton action={publishPlans} input={{ plans: week.drafts }} kind="primary" size="normal">
              {t('publishAll', { count: week.drafts.length })}
            </ActionButton>
          )}
        </div>
      </div>
      <Holidays week={week} />
      <div className="grid gap-4">
        <WeekGrid week={week} />
        <Remarks week={week} />
      </div>
      <Closures week={week} />
      <p className="mt-3 flex flex-wrap gap-x-5">
        <LineLink href="/planning/calendar">{t('toCalendar')}</LineLink>
        {canClose ? <LineLink href="/planning/closures">{t('toClosures')}</LineLink> : null}
      </p>
      <h2 className="mt-8">{t('seeTitle')}</h2>
      <p className="mt-1 max-w-prose text-muted">{t('seeWhat')}</p>
      {week.centres.every(({ suggested, others }) => suggested.length + others.length === 0) ? (
        <p className="mt-3 text-muted">{t('nobodyHere')}</p>
      ) : null}
      {week.centres.map((row) => (
        <CentreSuggestions key={row.id} row={row} />
      ))}
    </>
  )
}
