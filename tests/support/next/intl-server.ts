import { createFormatter, createTranslator } from 'next-intl'
import { catalogue } from '@/lib/i18n/catalogue'
import { askedLocale } from './asked'

// Stands in for next-intl/server, which asks Next for the request: the same messages, in the language that the test asks for.

export const getLocale = async () => askedLocale()
export const getTimeZone = async () => 'Europe/Brussels'
export const getMessages = async () => catalogue[askedLocale()]()
export const getTranslations = async (asked?: string | { readonly namespace?: string }) => {
  const namespace = typeof asked === 'object' ? asked.namespace : asked
  const locale = askedLocale()
  return Reflect.apply(createTranslator, undefined, [
    { locale, messages: await catalogue[locale](), namespace },
  ])
}
export const getFormatter = async () =>
  createFormatter({ locale: askedLocale(), timeZone: 'Europe/Brussels' })
export const setRequestLocale = () => undefined
export const getRequestConfig = <T>(config: T): T => config
