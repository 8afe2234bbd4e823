import { NextIntlClientProvider } from 'next-intl'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { catalogue } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/locales'

/** What a handler shows, or a part of a page, as HTML in a language. */
export const draw = async (children: ReactNode, locale: Locale = 'en'): Promise<string> => {
  const around = { locale, messages: await catalogue[locale](), timeZone: 'Europe/Brussels' } as const
  return renderToStaticMarkup(createElement(NextIntlClientProvider, { ...around, children }))
}
