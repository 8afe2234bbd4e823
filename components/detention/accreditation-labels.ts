import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { AccreditationState } from '@/lib/detention/visit.rules'

/** An accreditation in words: a tag for lists, a sentence for anyone who lacks one. */
export const useAccreditationLabels = () => {
  const t = useTranslations('detention')
  const locale = useLocale()
  const day = (at: string): string => formatTime(locale, at, 'day')
  const short = (current: AccreditationState): string => {
    if (current.kind === 'valid') return t('standing.valid', { until: day(current.until) })
    if (current.kind === 'expired') return t('standing.expired', { until: day(current.until) })
    return current.kind === 'notYet' ? t('standing.notYet', { from: day(current.from) }) : t('standing.none')
  }
  const long = (current: Exclude<AccreditationState, { kind: 'valid' }>): string => {
    if (current.kind === 'expired') return t('standingNote.expired', { until: day(current.until) })
    return current.kind === 'notYet'
      ? t('standingNote.notYet', { from: day(current.from) })
      : t('standingNote.none')
  }
  return { short, long }
}
