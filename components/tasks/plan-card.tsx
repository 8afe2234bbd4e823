import { useTranslations } from 'next-intl'
import { usePlanLabels } from '@/components/cases/plan-labels'
import { Section } from '@/components/ui/section'
import type { PlanLine } from '@/lib/tasks/goal.data'

/** What the file works towards and how far it has come, beside the timeline; the plan itself stands with the tasks. */
export const PlanCard = ({ plan, href }: { plan: readonly PlanLine[]; href: string }) => {
  const t = useTranslations('cases')
  const progress = usePlanLabels()
  if (plan.length === 0) return null
  return (
    <Section title={t('plan.title')} action={{ href, label: t('plan.more') }}>
      <ul className="grid gap-2">
        {plan.map((goal) => (
          <li key={goal.id}>
            <span dir="auto" className="wrap-anywhere">
              {goal.text}
            </span>
            <span className="block text-sm text-muted">{progress(goal)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
