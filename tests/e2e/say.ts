import { readdirSync, readFileSync } from 'node:fs'
import { createTranslator } from 'next-intl'
import type { Messages } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/locales'

/** What a page says in one language: the same catalogue the pages read, so that no translation is written twice. */
export const sayingsIn = (locale: Locale) => {
  const rooms = readdirSync(`messages/${locale}`).map(
    (file) => `"${file.replace('.json', '')}": ${readFileSync(`messages/${locale}/${file}`, 'utf8')}`,
  )
  const messages: Messages = JSON.parse(`{${rooms.join()}}`)
  return createTranslator({ locale, messages })
}
export type Say = ReturnType<typeof sayingsIn>

/** A sentence of the English pages by its key: a test does not change with the words of a page. */
export const say = sayingsIn('en')
