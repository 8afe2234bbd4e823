import { useTranslations } from 'next-intl'
import { type Progress, toProgressWord } from '@/lib/tasks/goal.rules'

/** How far a goal has come, in words. */
export const usePlanLabels = (): ((progress: Progress) => string) => {
  const t = useTranslations('cases.plan')
  return ({ steps, done }) => t(toProgressWord({ steps, done }), { steps, done })
}
