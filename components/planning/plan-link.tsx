import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { PlanCard } from '@/lib/planning/week.view'

/** Hours in words, as far as they are planned. */
export const useHoursLabels = () => {
  const t = useTranslations('planning')
  return (plan: { readonly startsAt: string | null; readonly endsAt: string | null }): string | null => {
    if (plan.startsAt === null) return null
    return plan.endsAt === null
      ? t('from', { from: plan.startsAt })
      : t('hours', { from: plan.startsAt, to: plan.endsAt })
  }
}

const StateTag = ({ plan }: { plan: PlanCard }) => {
  const t = useTranslations('planning')
  if (plan.isHeld) return <Tag kind="done">{t('held')}</Tag>
  return plan.state === 'draft' ? (
    <Tag>{t('state.draft')}</Tag>
  ) : (
    <Tag kind="info">{t('state.published')}</Tag>
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
      prefetch={false}
      className={classNames(
        'grid grid-cols-[minmax(0,1fr)] gap-1 rounded border bg-surface px-1.5 py-1.5 text-sm wrap-anywhere hyphens-auto text-ink no-underline hover:border-accent',
        plan.state === 'draft' ? 'border-dashed border-edge' : 'border-accent-edge',
      )}
    >
      <StateTag plan={plan} />
      <span className="sr-only">
        {plan.centre}, {formatTime(locale, plan.onDate, 'weekday')}
      </span>
      {hours === null ? null : <span className="num font-semibold">{hours}</span>}
      <span>{plan.visitors.length === 0 ? t('nobody') : format.list([...plan.visitors])}</span>
      <span className="text-muted">{t('people', { count: plan.people })}</span>
      {plan.conflicts.length === 0 ? null : (
        <Tag kind="late">{t('remarks', { count: plan.conflicts.length })}</Tag>
      )}
    </Link>
  )
}
