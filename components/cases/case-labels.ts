import { useTranslations } from 'next-intl'
import { toDue } from '@/lib/cases/case.rules'
import { type Day, daysBetween } from '@/lib/shared/dates'

/** How late or near something is, in words. */
export const useDueLabels = () => {
  const t = useTranslations('cases')
  return (on: Day | null, today: Day): { words: string; isLate: boolean } => {
    const { state, days } = toDue(on, today)
    switch (state) {
      case 'none':
        return { words: t('due.none'), isLate: false }
      case 'today':
        return { words: t('due.today'), isLate: false }
      case 'late':
        return { words: t('due.late', { days }), isLate: true }
      case 'ahead':
        return { words: t('due.ahead', { days }), isLate: false }
    }
  }
}

/** "9 days ago", "yesterday", "today", or that it never was. */
export const useAgo = () => {
  const t = useTranslations('cases')
  return (day: Day | null, today: Day): string =>
    day === null ? t('ago.never') : t('ago.days', { days: Math.max(0, daysBetween(day, today)) })
}
