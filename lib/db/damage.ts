import { createTranslator } from 'use-intl/core'
import { catalogue } from '@/lib/i18n/catalogue'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { DAMAGE_SIGN } from '@/lib/shared/damage'

/** Where something damaged is stored: ids only. */
export type DamagedPlace = { readonly table: string; readonly column: string; readonly row: string }

const say = async (locale: Locale, which: 'text' | 'copied'): Promise<string> => {
  const t = createTranslator({ locale, messages: await catalogue[locale](), namespace: 'common' })
  return t(`damaged.${which}`)
}

/** What is shown in the place of a damaged text. */
export const damageSentence = async (locale: Locale): Promise<string> =>
  DAMAGE_SIGN + (await say(locale, 'text'))

/** Its first half, by which it is still known when it was cut. */
const beginning = async (locale: Locale): Promise<string> =>
  (await damageSentence(locale)).split('.')[0] ?? ''

/** Whether the sentence, in any language, is part of a text: saved, it would take the place of what is damaged. */
export const hasDamageSentence = async (text: string): Promise<boolean> => {
  if (!text.includes(DAMAGE_SIGN)) return false
  for (const locale of LOCALES.codes) if (text.includes(await beginning(locale))) return true
  return false
}

/** A text with a few words in brackets where a sentence was: these may be saved in a new text that is made of several. */
export const withoutSentences = async (text: string, locale: Locale): Promise<string> => {
  if (!text.includes(DAMAGE_SIGN)) return text
  const words = await say(locale, 'copied')
  let plain = text
  for (const one of LOCALES.codes)
    for (const sentence of [await damageSentence(one), `${await beginning(one)}.`])
      plain = plain.replaceAll(sentence, words)
  return plain
}

export const nameOfPlace = ({ table, column, row }: DamagedPlace): string => `${table}.${column} ${row}`
