import { useLocale, useTranslations } from 'next-intl'
import type { FilePartner } from '@/lib/exchange/file.schema'
import { languageName } from '@/lib/people/country.rules'

/** A partner of a file in words, each by what it is about. */
export const usePartnerWords = () => {
  const t = useTranslations('partners')
  const locale = useLocale()
  return (one: FilePartner): Readonly<Record<string, string>> => ({
    [t('field.kind')]: t(`kind.${one.kind}`),
    [t('field.languages')]: one.languages.map((code) => languageName(code, locale)).join(', '),
    [t('field.regions')]: one.regions.map((region) => t(`region.${region}`)).join(', '),
    [t('field.ages')]: t(`ages.${one.ages}`),
    [t('takes')]: one.takes,
    [t('field.hours')]: one.hours,
    [t('field.howTo')]: one.howTo,
    [t('field.phone')]: one.phone,
    [t('field.email')]: one.email,
  })
}
