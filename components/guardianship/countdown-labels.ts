import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { Countdown } from '@/lib/guardianship/wait.rules'

/** When they turn eighteen: both ends where the birth is no single day, and the reminder that has come. */
export const useCountdown = () => {
  const t = useTranslations('guardianship')
  const locale = useLocale()
  return ({ earliest, latest, days, isOver }: Countdown): string => {
    const [from, to] = [formatTime(locale, earliest, 'day'), formatTime(locale, latest, 'day')]
    if (isOver) return t('eighteenPast', { on: to })
    if (earliest === latest) return t('eighteenOn', { on: to, days })
    return days <= 0 ? t('eighteenMaybe', { from, to }) : t('eighteenBetween', { from, to })
  }
}
