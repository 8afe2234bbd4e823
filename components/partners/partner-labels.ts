import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { Partner } from '@/lib/partners/partner.rules'
import { languageName } from '@/lib/people/country.rules'

/** What is known of a partner, in the reader’s language; drawn on the server, whose names of languages are the same for everyone. */
export const usePartnerLabels = () => {
  const t = useTranslations('partners')
  const locale = useLocale()
  const format = useFormatter()
  const list = (words: readonly string[]): string => format.list([...words], { type: 'unit' })
  /** Facts of different kinds beside each other; what is not known is left out. */
  const facts = (words: readonly string[]): string => words.filter((one) => one !== '').join(' · ')
  return {
    t,
    languages: (codes: readonly string[]): string =>
      list(codes.map((code) => languageName(code, locale)).sort((a, b) => a.localeCompare(b, locale))),
    regions: (regions: Partner['regions']): string =>
      regions.length === 0 ? t('everywhere') : list(regions.map((region) => t(`region.${region}`))),
    /** What one has to know of it before choosing it. */
    said: ({
      warnedOn,
      freePlaces,
      freeOn,
    }: Pick<Partner, 'warnedOn' | 'freePlaces' | 'freeOn'>): string[] => {
      const on = freeOn === null ? '' : formatTime(locale, freeOn, 'shortInYears')
      return [
        warnedOn === null ? '' : `▲ ${t('tag.warned', { on: formatTime(locale, warnedOn, 'shortInYears') })}`,
        freePlaces === null
          ? ''
          : freePlaces === 0
            ? t('tag.full', { on })
            : t('tag.free', { count: freePlaces, on }),
      ].filter((words) => words !== '')
    },
    day: (on: string): string => formatTime(locale, on, 'day'),
    facts,
  }
}
