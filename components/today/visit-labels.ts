import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import { labelIn } from '@/lib/cases/word.view'
import type { SharedFile } from '@/lib/today/shared.data'

/** When a person of the file is to be seen next, in words. */
export const useVisitLabels = () => {
  const t = useTranslations('circles.shared')
  const locale = useLocale()
  return ({ visit }: Pick<SharedFile, 'visit'>): string => {
    if (visit === null) return t('noVisit')
    const day = formatTime(locale, visit.on, 'weekday')
    return [
      visit.starts === null ? day : t('visitAt', { day, time: visit.starts }),
      ...(visit.place === null ? [] : [labelIn(visit.place, locale)]),
    ].join(', ')
  }
}
