import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { formatTime } from '@/components/ui/time'
import type { PlanCard } from '@/lib/planning/week.view'
import { useHoursLabels } from './hours-labels'

/** In words without a box: in a column of a week there is no room for one in every language. */
const State = ({ plan }: { plan: PlanCard }) => {
  const t = useTranslations('planning')
  if (plan.isHeld)
    return (
      <span className="text-done">
        <span aria-hidden="true">✓ </span>
        {t('held')}
      </span>
    )
  // Published is what a plan should be: nothing to see.
  return plan.state === 'draft' ? (
    <span className="text-muted">{t('state.draft')}</span>
  ) : (
    <span className="sr-only">{t('state.published')}</span>
  )
}

/** A planned visit in its cell: one link, with all that is said inside it. */
export const PlanLink = ({ plan }: { plan: PlanCard }) => {
  const t = useTranslations('planning')
  const format = useFormatter()
  const locale = useLocale()
  const hours = useHoursLabels()(plan)
  return (
    <Link
      href={`/planning/${plan.id}`}
      className={plan.state === 'draft' ? 'planned border-dashed border-edge' : 'planned border-accent-edge'}
    >
      <span aria-hidden="true" className="font-semibold xl:hidden">
        {formatTime(locale, plan.onDate, 'shortWeekday')}
      </span>
      <State plan={plan} />
      <span className="sr-only">
        {plan.centre}, {formatTime(locale, plan.onDate, 'weekday')}
      </span>
      {hours === null ? null : <span className="num font-semibold">{hours}</span>}
      <span>{plan.visitors.length === 0 ? t('noVisitors') : format.list([...plan.visitors])}</span>
      <span className="text-muted">{t('people', { count: plan.people })}</span>
      {plan.inDanger === 0 ? null : (
        <span className="font-semibold text-danger">
          <span aria-hidden="true">▲ </span>
          {t('inDanger', { count: plan.inDanger })}
        </span>
      )}
      {plan.conflicts.length === 0 ? null : (
        <span className="font-semibold text-late">
          <span aria-hidden="true">◷ </span>
          {t('remarks', { count: plan.conflicts.length })}
        </span>
      )}
    </Link>
  )
}
