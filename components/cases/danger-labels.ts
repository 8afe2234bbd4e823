import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { Danger } from '@/lib/cases/danger.rules'

/** Why someone comes first, in words, with the day it is about. */
export const useDangerLabels = () => {
  const t = useTranslations('cases.danger')
  const locale = useLocale()
  return ({ reason, on }: Pick<Danger, 'reason' | 'on'>): string =>
    t(reason, { on: on === null ? '' : formatTime(locale, on, 'dayInYear') })
}
