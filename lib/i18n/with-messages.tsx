'use client'
import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import { type ReactNode, useMemo } from 'react'

type Room = AbstractIntlMessages[string] | undefined
const join = (around: Room, own: Room): AbstractIntlMessages[string] =>
  typeof around === 'object' && typeof own === 'object' ? { ...around, ...own } : (own ?? around ?? {})

/**
 * Adds rooms of messages to those that are said around it (lib/i18n/messages). They travel as one text: an object would be taken
 * apart and put together again, sentence by sentence, twice on the server and once more in the browser.
 */
export const WithMessages = ({ text, children }: { text: string; children: ReactNode }) => {
  const locale = useLocale()
  const around: AbstractIntlMessages = useMessages()
  const messages = useMemo(() => {
    const own: AbstractIntlMessages = JSON.parse(text)
    // Of a room that is there already come the groups that are not: a page and what is inside it may each bring some.
    return Object.fromEntries(
      [...new Set([...Object.keys(around), ...Object.keys(own)])].map((room) => [
        room,
        join(around[room], own[room]),
      ]),
    )
  }, [around, text])
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      {children}
    </NextIntlClientProvider>
  )
}
