import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** The four languages of the application, the first one being the fallback. */
export const LOCALES = vocabulary('i18n.locales', ['en', 'fr', 'nl', 'de'])
export type Locale = CodeOf<typeof LOCALES>

/** Each language by its own name, for the switch: anyone who looks for it does not read the others. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  fr: 'Français',
  nl: 'Nederlands',
  de: 'Deutsch',
}

export const LOCALE_COOKIE = 'locale'

const isLocale = (text: string): text is Locale => LOCALES.has(text)

/** A language tag like "nl-BE" to one of ours, or null. */
export const toLocale = (tag: string | null | undefined): Locale | null => {
  const language = tag?.trim().toLowerCase().split('-')[0] ?? ''
  return isLocale(language) ? language : null
}

/** The best of ours in an Accept-Language header ("de;q=0.7, fr-BE"), or null. */
export const fromAcceptLanguage = (header: string | null): Locale | null => {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag, ...rest] = part.split(';')
      const weight = rest.map((piece) => /^\s*q=([\d.]+)\s*$/.exec(piece)?.[1]).find((q) => q !== undefined)
      return { locale: toLocale(tag), weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wanted.find(({ locale }) => locale !== null)?.locale ?? null
}

/**
 * The language of a page. The switch was used on this device by the person in front of it, so it wins over what the
 * account says, and the account over what the browser asks for.
 */
export const chooseLocale = (from: {
  readonly cookie: string | undefined
  readonly account: string | null
  readonly acceptLanguage: string | null
}): Locale =>
  toLocale(from.cookie) ??
  toLocale(from.account) ??
  fromAcceptLanguage(from.acceptLanguage) ??
  LOCALES.codes[0]
