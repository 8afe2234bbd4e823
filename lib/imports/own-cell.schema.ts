import type { TypedAnswer } from '@/lib/fields/answer.rules'
import { fromTyped, silentChoice, type Typed } from '@/lib/fields/answer.rules'
import { type Answer, type OwnField, SILENCES } from '@/lib/fields/field.rules'
import { type DateOrder, toDateText } from './date-order.rules'
import type { OwnColumn } from './field.rules'
import { foldWord } from './heading.rules'

/** A field of the organisation's own that a column may fill. */
export type OwnTarget = {
  readonly column: OwnColumn
  readonly field: OwnField
  /** Folded words of its list, of places, of partners and of why there is no answer, each with what it means. */
  readonly words: ReadonlyMap<string, string>
}
/** What a row says of one of them. */
export type OwnAnswer = { readonly field: OwnField; readonly answer: Answer }

const YES = 'yes|y|oui|o|ja|j|x|1|true|vrai|waar|wahr'
const NO = 'no|n|non|nee|nein|0|false|faux|onwaar|falsch'
/** Yes and no as sheets write them. */
export const YES_NO_WORDS: readonly (readonly [word: string, code: string])[] = [
  ...YES.split('|').map((word) => [word, 'yes'] as const),
  ...NO.split('|').map((word) => [word, 'no'] as const),
]

/** "By land, by sea": several values of a list in one cell. */
const BETWEEN = /[,;/|\n]/u

/** A cell as the answer that the form would have taken, by the same rules. */
export const readOwnCell = (
  { field, words }: OwnTarget,
  text: string,
  { dateOrder, thisYear }: { readonly dateOrder: DateOrder | null; readonly thisYear: number },
): Typed => {
  const meant = (word: string): string =>
    /^\?+$/u.test(word) ? silentChoice('unknown') : (words.get(foldWord(word)) ?? '')
  const code = meant(text)
  const none: TypedAnswer = { edition: field.now.edition, choice: '', codes: [], text: '', state: '' }
  const silence = SILENCES.codes.find((one) => silentChoice(one) === code) ?? null
  const isOneOf = field.type === 'yes_no' || field.type === 'one'
  if (silence !== null)
    return fromTyped(field, isOneOf ? { ...none, choice: code } : { ...none, state: silence })
  switch (field.type) {
    case 'yes_no':
    case 'one':
      return code === ''
        ? { fault: 'unknownChoice', at: 'choice' }
        : fromTyped(field, { ...none, choice: code })
    case 'several': {
      const parts = text.split(BETWEEN).filter((part) => part.trim() !== '')
      return fromTyped(field, { ...none, codes: code === '' ? parts.map(meant) : [code] })
    }
    case 'place':
    case 'partner':
      return code === '' ? { fault: 'unknownChoice', at: 'text' } : fromTyped(field, { ...none, text: code })
    case 'date':
      return fromTyped(field, { ...none, text: toDateText(text, dateOrder, { isBirth: false, thisYear }) })
    case 'amount':
    case 'short':
    case 'long':
    case 'reference':
    case 'contact':
      return fromTyped(field, { ...none, text })
  }
}
