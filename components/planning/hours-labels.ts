import { useTranslations } from 'next-intl'

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
