import { useTranslations } from 'next-intl'
import type { VisitCard } from '@/lib/detention/visit.view'

/** Hours in words, as far as someone looked at the clock. */
export const useHours = () => {
  const t = useTranslations('detention')
  return ({ startsAt, endsAt }: Pick<VisitCard, 'startsAt' | 'endsAt'>): string | null => {
    if (startsAt !== null && endsAt !== null) return t('hours', { from: startsAt, to: endsAt })
    if (startsAt !== null) return t('from', { from: startsAt })
    return endsAt === null ? null : t('until', { to: endsAt })
  }
}
