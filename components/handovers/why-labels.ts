import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { Why } from '@/lib/handovers/suggestion.rules'
import { languageName } from '@/lib/people/country.rules'

/**
 * Why a colleague is proposed, as one line: what helps first, what they carry last. Said on the server: browsers have names
 * of languages of their own.
 */
export const useWhyLabels = () => {
  const t = useTranslations('handovers')
  const locale = useLocale()
  const say = (one: Why): string => {
    if (one.kind === 'language') return t('why.language', { language: languageName(one.language, locale) })
    if (one.kind === 'load') return t('why.load', { load: one.load })
    if (one.kind === 'accredited' || one.kind === 'accreditationEnds')
      return t(`why.${one.kind}`, { day: formatTime(locale, one.until, 'dayInYear') })
    return t(`why.${one.kind}`)
  }
  return (why: readonly Why[]): string => why.map(say).join(' · ')
}
