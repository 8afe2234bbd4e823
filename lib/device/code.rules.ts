import type { Bytes } from './bytes'

// Sounds that are told apart on the telephone in French, Dutch, German and English.
export const CONSONANTS = [...'bdfgklmnrstv']
export const VOWELS = [...'aeiou']
export const SYLLABLES = 7

const ALL = CONSONANTS.flatMap((consonant) => VOWELS.map((vowel) => consonant + vowel))

/** Seven syllables of sixty: 41 bits, fourteen letters. Made here and not by people, who choose birthdays. */
export const newUnlockCode = (random: (length: number) => Bytes): string => {
  const syllables: string[] = []
  while (syllables.length < SYLLABLES) {
    for (const byte of random(SYLLABLES)) {
      // The last sixteen values would make some syllables likelier than others.
      const syllable = byte < 240 ? ALL[byte % ALL.length] : undefined
      if (syllable !== undefined && syllables.length < SYLLABLES) syllables.push(syllable)
    }
  }
  return syllables.join('')
}

/** As it is derived from: how it was typed (spaces, capitals, hyphens) makes no difference. */
export const toPlainCode = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z]/g, '')
