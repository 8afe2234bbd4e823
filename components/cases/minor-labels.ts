import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import { type AgeClaim, majorityOf } from '@/lib/people/age.rules'
import { minority } from '@/lib/people/minority.rules'
import type { Day } from '@/lib/shared/dates'

type Translator = ReturnType<typeof useTranslations<'people'>>

/** Why a person is or is not treated as a child, and when they turn eighteen, in sentences. */
export const minorLabels = (t: Translator, locale: string) => {
  const day = (one: Day): string => formatTime(locale, one, 'day')
  const why = (claims: readonly AgeClaim[], today: Day): string => {
    const { reason } = minority(claims, today)
    switch (reason.code) {
      case 'notAsked':
      case 'noAnswer':
        return t(`why.${reason.code}`)
      case 'differ':
        return t('why.differ', {
          basis: t(`whyBasis.${reason.basis}`),
          against: t(`whyBasis.${reason.against}`),
          from: reason.from,
        })
      case 'allAdult':
        return t('why.allAdult', { from: reason.from })
      case 'allMinor':
        return t('why.allMinor', { to: reason.to, basis: t(`whyBasis.${reason.basis}`) })
      case 'lowestOfTest':
        return t('why.lowestOfTest', { from: reason.from, to: reason.to })
      case 'bothSides':
        return t('why.bothSides', {
          from: reason.from,
          to: reason.to,
          basis: t(`whyBasis.${reason.basis}`),
        })
    }
  }
  /** On what the doubt rests; the article was found in no source we could read, and the page says so. */
  const law = (claims: readonly AgeClaim[], today: Day): string | null => {
    const { code } = minority(claims, today).reason
    return code === 'differ' || code === 'bothSides' || code === 'lowestOfTest' ? t('doubtLaw') : null
  }
  /** By the claim that protects; null for anyone who is no child. */
  const eighteen = (claims: readonly AgeClaim[], today: Day): string | null => {
    const { treatedAsMinor, because } = minority(claims, today)
    const at = treatedAsMinor && because !== null ? majorityOf(because) : null
    if (at === null) return null
    if (at.earliest === at.latest) return t('eighteen.on', { day: day(at.latest) })
    return at.earliest <= today
      ? t('eighteen.by', { day: day(at.latest) })
      : t('eighteen.between', { from: day(at.earliest), to: day(at.latest) })
  }
  return { why, law, eighteen }
}

export const useMinorLabels = () => minorLabels(useTranslations('people'), useLocale())
