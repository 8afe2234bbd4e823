import { foldWord } from './heading.rules'

/** What a cell means by a list: its code, or the codes it could mean, of which a person chooses one. */
export type Meaning = {
  readonly code: string | null
  readonly likely: readonly string[]
  /** Something stands beside what was read, in brackets: it is not to be lost. */
  readonly hasMore?: true
}
export type Finder = (cell: string) => Meaning
export const UNKNOWN: Meaning = { code: null, likely: [] }

export type Pairs = Iterable<readonly [string, string]>
/** A table of code → words with strokes between them, as pairs of word and code. */
export const listed = (table: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(table).flatMap(([code, words]) =>
    words.split('|').map((word): [string, string] => [word, code]),
  )

const toBook = (pairs: Pairs): Map<string, string> => {
  const words = new Map<string, string>()
  for (const [word, code] of pairs) {
    const folded = foldWord(word)
    if (folded !== '' && !words.has(folded)) words.set(folded, code)
  }
  return words
}

/** A longer cell is a text and no word of a list. */
const LONGEST = 200
/** Shorter words are one letter away from too many others. */
const SHORTEST_NEAR = 5
/** Whether two words differ by one letter: changed, missing, added or changed about with the one beside it. */
export const isNear = (one: string, other: string): boolean => {
  if (one === other || Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  let [a, b] = [one.length, other.length]
  while (a > start && b > start && one[a - 1] === other[b - 1]) [a, b] = [a - 1, b - 1]
  if (a - start <= 1 && b - start <= 1) return true
  return (
    a - start === 2 && b - start === 2 && one[start] === other[start + 1] && one[start + 1] === other[start]
  )
}

type Ways = {
  /** What one word could mean, where a rule must not choose. */
  readonly likely?: (folded: string) => readonly string[]
  /** Other ways to read a cell that says nothing as it is. */
  readonly others?: (folded: string) => readonly string[]
  readonly derive?: (folded: string) => string | null
  /** Parts of a cell of which one may be the answer, and the rest is kept beside it. */
  readonly parts?: (cell: string) => readonly string[]
  /** What a cell could mean that nothing else explains: proposed, never read. */
  readonly propose?: (folded: string) => readonly string[]
}

/** "Congo (RDC)": what stands in brackets is more exact; "homme (mineur)": what stands before them is what was asked. */
const partsOf = (cell: string): string[] => {
  const [, inside] = /\(([^()]*)\)/u.exec(cell) ?? []
  return inside === undefined ? [] : [inside, cell.replace(/\([^()]*\)/gu, ' ')]
}

/**
 * Reads cells by a list of words. Case, accents and punctuation say nothing. A word one letter off is never read silently: it is
 * proposed.
 */
export const makeFinder = (
  pairs: Pairs,
  { likely, others, derive, parts: more, propose }: Ways = {},
): Finder => {
  const book = toBook(pairs)
  const exact = (folded: string): Meaning => {
    if (folded === '') return UNKNOWN
    const two = likely?.(folded) ?? []
    if (two.length > 0) return { code: null, likely: two }
    const code = book.get(folded) ?? derive?.(folded) ?? null
    return { code, likely: [] }
  }
  const codesIn = (words: readonly string[]): string[] => [
    ...new Set(words.flatMap((word) => (word.length > 2 ? (exact(word).code ?? exact(word).likely) : []))),
  ]
  const read = (cell: string): Meaning => {
    const folded = foldWord(cell)
    const whole = [folded, ...(others?.(folded) ?? [])].map(exact).find(({ code }) => code !== null)
    // "Serbe (rom)" may begin like one word of the list: what is in the brackets is not to be lost.
    const isAside = /\([^()]*\p{L}[^()]*\)/u.test(cell) && !book.has(folded)
    if (whole !== undefined) return isAside ? { ...whole, hasMore: true } : whole
    const parts = [...partsOf(cell), ...(more?.(cell) ?? [])].map(foldWord)
    const tried = [...parts, ...parts.flatMap((part) => others?.(part) ?? [])].map(exact)
    const part = tried.find(({ code }) => code !== null)
    if (part !== undefined) return { ...part, hasMore: true }
    const unclear = [exact(folded), ...tried].find((one) => one.likely.length > 0)
    if (unclear !== undefined) return unclear
    const words = folded.split(' ')
    const proposed = propose?.(folded) ?? (words.length > 1 ? codesIn(words) : [])
    if (proposed.length > 0) return { code: null, likely: proposed.slice(0, 3) }
    if (folded.length < SHORTEST_NEAR) return UNKNOWN
    const near = [...book].filter(([word]) => word.length >= SHORTEST_NEAR && isNear(word, folded))
    return { code: null, likely: [...new Set(near.map(([, code]) => code))].slice(0, 3) }
  }
  return (cell) => (cell.length > LONGEST ? UNKNOWN : read(cell))
}

/** The same for the rows of one table, of which many hold the same cells. Nothing of a table outlives its reading. */
export const remembering = (find: Finder): Finder => {
  const known = new Map<string, Meaning>()
  return (cell) => {
    const one = known.get(cell) ?? find(cell)
    if (known.size < 5000 && cell.length <= LONGEST) known.set(cell, one)
    return one
  }
}
