import { readdirSync, readFileSync } from 'node:fs'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
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

/** A text anywhere in what is shown, however its words are spaced. */
export const part = (text: string): RegExp =>
  new RegExp(text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+'))

/** A text at the start of what is shown. */
export const starting = (text: string): RegExp => new RegExp(`^${part(text).source}`)

/** A sentence about several, whatever their number: `several((count) => say('bulk.done', { count }))`. */
export const several = (sentence: (count: number) => string, number = '\\d[\\d.,]*'): RegExp =>
  new RegExp(part(sentence(22)).source.replace('22', number))

type Known = Readonly<Record<string, string | RegExp>>

const patternOf = (elements: readonly MessageFormatElement[], known: Known): string =>
  elements
    .map((element) => {
      if (element.type === TYPE.literal) return part(element.value).source
      if (element.type === TYPE.pound) return '\\d[\\d.,\\s]*'
      const value = known[element.value]
      if (value !== undefined) return typeof value === 'string' ? part(value).source : value.source
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        const branches = Object.values(element.options).map((branch) => patternOf(branch.value, known))
        return `(?:${branches.join('|')})`
      }
      if (element.type === TYPE.tag && element.children.length > 0) return patternOf(element.children, known)
      return '.*'
    })
    .join('')

/**
 * The sentence of a key anywhere in what is shown, whatever its arguments are: each of them, and each empty tag, matches what
 * `known` says of it, or anything; of a plural or a choice any branch matches; a tag around words is dropped. Where the test
 * knows all arguments, `say` is stricter.
 */
export const saidAs = (key: Parameters<Say>[0], known: Known = {}, sayings: Say = say): RegExp => {
  const message: string = sayings.raw(key)
  return new RegExp(patternOf(parse(message), known))
}

/** The name of what is pressed, which says to those who only hear it of what it is: “Correct: Judgment”. */
export const pressOf = (press: string, of: string): RegExp =>
  new RegExp(`${starting(press).source}\\s*: ${part(of).source}`)
