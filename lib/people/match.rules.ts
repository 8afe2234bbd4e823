/** How well a name that was heard fits a name that is known: by its words, in any order, and what is told of names (docs/adr/0058). */
import { likenessOfSounds } from './sound.rules'

/** A word of a name, or neighbours written together: where it begins and how many words it is. */
export type Word = {
  readonly starts: number
  readonly span: number
  readonly word: string
  readonly sound: string
}
/** What is told of two sounds: above zero they are one name, below zero they are two. */
export type NameWeight = (one: string, other: string) => number | undefined
export type Likeness = {
  /** From 0 to 1. */
  readonly score: number
  /** The same words, whatever their order and accents. */
  readonly isSame: boolean
}

/** Below it two words are two words. */
const NEAR = 0.62
/** Words that were written together are one word only where they are clearly the same. */
const WHOLE = 0.85
/** What a word of the known name that was not heard takes away, beside one that was heard and is not there. */
const UNHEARD = 0.35

const bare = (word: string): string => word.replace('*', '')
const weightOf = ({ word }: Word): number => 0.5 + Math.min(bare(word).length, 6) / 12
const isInitial = ({ word }: Word): boolean => bare(word).length === 1

export const likenessOfWords = (heard: Word, known: Word, weight: NameWeight): number => {
  if (heard.word === known.word) return 1
  const said = heard.sound === known.sound ? undefined : weight(heard.sound, known.sound)
  if (said !== undefined && said < 0) return 0
  if (isInitial(heard) || isInitial(known)) return heard.sound[0] === known.sound[0] ? 0.7 : 0
  const near = Math.max(
    likenessOfSounds(heard.sound, known.sound) * 0.98,
    likenessOfSounds(heard.word, known.word) * 0.96,
  )
  return Math.max(near, said ?? 0)
}

type Pair = { readonly heard: Word; readonly known: Word; readonly near: number; readonly gain: number }
const overlaps = (a: Word, b: Word): boolean => a.starts < b.starts + b.span && b.starts < a.starts + a.span

/** The best pairs first; a word is used once. */
const pairUp = (heard: readonly Word[], known: readonly Word[], weight: NameWeight): readonly Pair[] => {
  const all = heard
    .flatMap((one) =>
      known
        // Written together on one side, apart on the other: two pairs of neighbours say nothing that their words do not.
        .filter((other) => one.span === 1 || other.span === 1)
        .map((other) => ({ heard: one, known: other, near: likenessOfWords(one, other, weight) })),
    )
    .filter(({ heard: { span }, known: other, near }) => near >= (span > 1 || other.span > 1 ? WHOLE : NEAR))
    .map((pair) => ({ ...pair, gain: pair.near ** 2 * Math.max(pair.heard.span, pair.known.span) }))
    .sort((a, b) => b.gain - a.gain)
  const taken: Pair[] = []
  for (const pair of all)
    if (!taken.some((one) => overlaps(one.heard, pair.heard) || overlaps(one.known, pair.known)))
      taken.push(pair)
  return taken
}

const singles = (words: readonly Word[]): readonly Word[] => {
  const alone = words.filter(({ span }) => span === 1)
  return alone.length > 0 ? alone : words
}
const sum = (words: readonly Word[]): number => words.reduce((all, word) => all + weightOf(word), 0)
const sorted = (words: readonly Word[]): string =>
  singles(words)
    .map(({ word }) => word)
    .sort()
    .join(' ')

export const likenessOfNames = (
  heard: readonly Word[],
  known: readonly Word[],
  weight: NameWeight,
): Likeness => {
  if (heard.length === 0 || known.length === 0) return { score: 0, isSame: false }
  if (sorted(heard) === sorted(known)) return { score: 1, isSame: true }
  const pairs = pairUp(heard, known, weight)
  const heardAlone = singles(heard)
  const knownAlone = singles(known)
  const nearOf = (word: Word): number => pairs.find((pair) => overlaps(pair.heard, word))?.near ?? 0
  const unheard = knownAlone.filter((word) => !pairs.some((pair) => overlaps(pair.known, word)))
  const gained = heardAlone.reduce((all, word) => all + nearOf(word) * weightOf(word), 0)
  return { score: gained / (sum(heardAlone) + UNHEARD * sum(unheard)), isSame: false }
}

/** From here on someone is worth a look beside a form: more would be shown wrongly than rightly below it. */
const WORTH = 0.72
export const isShownBeside = ({ score }: { readonly score: number }): boolean => score >= WORTH
