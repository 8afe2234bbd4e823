import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { AccreditationState } from '@/lib/detention/visit.rules'

/** An accreditation in words: a tag for lists, a sentence for anyone who lacks one. */
export const useStandingLabels = () => {
  const t = useTranslations('detention')
  const locale = useLocale()
  const day = (at: string): string => formatTime(locale, at, 'day')
  const short = (standing: AccreditationState): string => {
    if (standing.kind === 'valid') return t('standing.valid', { until: day(standing.until) })
    if (standing.kind === 'expired') return t('standing.expired', { until: day(standing.until) })
    return standing.kind === 'notYet'
      ? t('standing.notYet', { from: day(standing.from) })
      : t('standing.none')
  }
  const long = (standing: Exclude<AccreditationState, { kind: 'valid' }>): string => {
    if (standing.kind === 'expired') return t('standingNote.expired', { until: day(standing.until) })
    return standing.kind === 'notYet'
      ? t('standingNote.notYet', { from: day(standing.from) })
      : t('standingNote.none')
  }
  return { short, long }
}
