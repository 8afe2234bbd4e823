import { readdirSync, readFileSync } from 'node:fs'
import { createTranslator } from 'next-intl'
import type { Messages } from '../../../lib/i18n/catalogue'
import type { Locale } from '../fixtures'

/** What a page says in one language: the same catalogue the pages read, so that no translation is written twice. */
export const sayingsIn = (locale: Locale) => {
  const rooms = readdirSync(`messages/${locale}`).map(
    (file) => `"${file.replace('.json', '')}": ${readFileSync(`messages/${locale}/${file}`, 'utf8')}`,
  )
  const messages: Messages = JSON.parse(`{${rooms.join()}}`)
  return createTranslator({ locale, messages })
}
export type Say = ReturnType<typeof sayingsIn>

type CodeList = { list: string; values: { code: string; label: Record<Locale, string> }[] }
const { lists }: { lists: CodeList[] } = JSON.parse(
  readFileSync('prisma/reference/be/code-lists.json', 'utf8'),
)

/** The label of a code in one language, as the reference data has it. */
export const labelOf = (locale: Locale, list: string, code: string): string => {
  const label = lists.find((one) => one.list === list)?.values.find((value) => value.code === code)?.label
  if (label === undefined) throw new Error(`no code ${code} in the list ${list}`)
  return label[locale]
}
