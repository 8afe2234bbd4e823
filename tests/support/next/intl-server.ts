import { createFormatter, createTranslator } from 'next-intl'
import { catalogue } from '@/lib/i18n/catalogue'

// Stands in for next-intl/server, which asks Next for the request: the same words, always English.

export const getLocale = async () => 'en'
export const getTimeZone = async () => 'Europe/Brussels'
export const getMessages = async () => catalogue.en()
export const getTranslations = async (asked?: string | { readonly namespace?: string }) => {
  const namespace = typeof asked === 'object' ? asked.namespace : asked
  return Reflect.apply(createTranslator, undefined, [
    { locale: 'en', messages: await catalogue.en(), namespace },
  ])
}
export const getFormatter = async () => createFormatter({ locale: 'en', timeZone: 'Europe/Brussels' })
export const setRequestLocale = () => undefined
export const getRequestConfig = <T>(config: T): T => config
