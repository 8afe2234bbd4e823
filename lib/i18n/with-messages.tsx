'use client'
import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import { type ReactNode, useMemo } from 'react'

/**
 * Adds rooms of messages to those that are said around it (lib/i18n/messages). They travel as one text: an object would be taken
 * apart and put together again, sentence by sentence, twice on the server and once more in the browser.
 */
export const WithMessages = ({ text, children }: { text: string; children: ReactNode }) => {
  const locale = useLocale()
  const around = useMessages()
  const messages = useMemo(() => {
    const own: AbstractIntlMessages = JSON.parse(text)
    return { ...around, ...own }
  }, [around, text])
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      {children}
    </NextIntlClientProvider>
  )
}
