// How the country room writes numbers, days and countries, the same in text, chart, table and citation.

import type { Locale } from '@/lib/i18n/locales'
import { type Day, toDate } from '@/lib/shared/dates'
import { unbroken } from '@/lib/shared/unbroken'

/** The Belgian form of each language: its grouping and decimal signs, not those of the neighbour. */
const TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE' }

/** The text in one language; every text of the application exists in all four. */
export const inLanguage = <T>(texts: Readonly<Record<Locale, T>>, locale: Locale): T => texts[locale]

/** A number with the signs of the language. A year is never grouped. */
export const formatNumber = (value: number, locale: Locale, { grouped = true } = {}): string =>
  new Intl.NumberFormat(TAGS[locale], { useGrouping: grouped, maximumFractionDigits: 3 }).format(value)

/** A share or a change with its sign when asked: "+19%" in English, "+19 %" elsewhere, with a space that does not break. */
export const formatPercent = (
  value: number,
  locale: Locale,
  { digits = 1, signed = false }: { readonly digits?: number; readonly signed?: boolean } = {},
): string => {
  const number = new Intl.NumberFormat(TAGS[locale], {
    maximumFractionDigits: digits,
    signDisplay: signed ? 'exceptZero' : 'auto',
  }).format(value)
  return `${number.replace('-', '−')}${locale === 'en' ? '' : '\u00a0'}%`
}

/** A day with the month in words: "24 November 2026". */
export const formatDay = (day: Day, locale: Locale): string =>
  unbroken(new Intl.DateTimeFormat(TAGS[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(toDate(day)))

/** A month in words: "March 2023". */
export const formatMonth = (day: Day, locale: Locale): string =>
  unbroken(
    new Intl.DateTimeFormat(TAGS[locale], { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      toDate(day),
    ),
  )

/** A date of which perhaps only the month or the year is known: "2012", "1994-03", "2019-05-07". */
export const formatPartialDate = (text: string, locale: Locale): string => {
  if (text.length === 10) return formatDay(text, locale)
  if (text.length === 7) return formatMonth(`${text}-01`, locale)
  return text
}

/** The name of a country (ISO 3166-1 alpha-2; XK for Kosovo); short where there is little room. */
export const countryName = (iso: string, locale: Locale, style: 'long' | 'short' = 'long'): string =>
  new Intl.DisplayNames([TAGS[locale]], { type: 'region', style }).of(iso) ?? iso

/** The name of a language (ISO 639-1). */
export const languageName = (code: string, locale: Locale): string =>
  new Intl.DisplayNames([TAGS[locale]], { type: 'language' }).of(code) ?? code

// Areas larger than a country, by their numbers in UN M49, which CLDR names too.
const AREAS: Readonly<Record<string, string>> = { EUROPE: '150', WORLD: '001' }

/** A country or a larger area in the four languages, as the first word of a line. */
export const areaName = (code: string): Readonly<Record<Locale, string>> => {
  const name = (locale: Locale): string => {
    const said = countryName(AREAS[code] ?? code, locale)
    return said.charAt(0).toLocaleUpperCase(locale) + said.slice(1)
  }
  return { en: name('en'), fr: name('fr'), nl: name('nl'), de: name('de') }
}
