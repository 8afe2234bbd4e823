import { LOCALE_COOKIE, LOCALES, type Locale, toLocale } from '@/lib/i18n/locales'
import { PAGE_LANGUAGE_COOKIE } from './page-language-cookie'

export const cookieOf = (name: string): string | undefined =>
  document.cookie
    .split('; ')
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** The language chosen on this device, else that of the last page, else what the browser asks for. */
export const readerLanguage = (): Locale =>
  [cookieOf(LOCALE_COOKIE), cookieOf(PAGE_LANGUAGE_COOKIE), ...navigator.languages]
    .map(toLocale)
    .find((locale) => locale !== null) ?? LOCALES.codes[0]
