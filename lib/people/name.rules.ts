import { DAMAGE_SIGN } from '@/lib/shared/damage'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Names as people say them, in any script: one field, no title, no order imposed. */
export const NAME_KINDS = vocabulary('people.name-kinds', [
  'as_said',
  'other_script',
  'alias',
  'authority_spelling',
  'document_spelling',
])
export type NameKind = CodeOf<typeof NAME_KINDS>

/** For comparing: case, accents, apostrophes, hyphens and the Arabic article do not separate two spellings of one name. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`´ʼ]/gu, '')
    .replace(/[-‐–_.،,]/gu, ' ')
    .replace(/(^|\s)ال(?=\p{L}{2})/gu, '$1')
    .replace(/(^|\s)(?:al|el|ul)\s+(?=\p{L})/gu, '$1')
    .replace(/ß/gu, 'ss')
    .replace(/\s+/gu, ' ')
    .trim()

/** The sentence in the place of a name that is damaged: it is no one’s name. */
const isDamaged = (name: string): boolean => name.startsWith(DAMAGE_SIGN)

/** The same words, in any order and whatever their accents: a name that needs not be written down a second time. */
export const isSameName = (one: string, other: string): boolean => {
  if (isDamaged(one) || isDamaged(other)) return false
  const words = (name: string): string => foldName(name).split(' ').sort().join(' ')
  const folded = words(one)
  return folded !== '' && folded === words(other)
}

/** What stands on a sheet that leaves the organisation: the first letter of each word, at most three; of a damaged name its sign. */
export const initialsOf = (name: string): string =>
  isDamaged(name)
    ? DAMAGE_SIGN.trim()
    : name
        .trim()
        .split(/[\s-]+/u)
        .flatMap((word) => {
          const [letter] = word.match(/\p{L}/u) ?? []
          return letter === undefined ? [] : [`${letter.toLocaleUpperCase('en')}.`]
        })
        .slice(0, 3)
        .join(' ')
