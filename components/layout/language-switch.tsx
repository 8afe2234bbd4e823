import { useLocale, useTranslations } from 'next-intl'
import { LOCALE_COOKIE, LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales'
import { Preference } from './preference'

/** The four languages, each by its own name. */
export const LanguageSwitch = () => (
  <Preference
    legend={useTranslations('layout')('language')}
    name={LOCALE_COOKIE}
    chosen={useLocale()}
    options={LOCALES.codes.map((value) => ({ value, label: LOCALE_NAMES[value], lang: value }))}
  />
)
