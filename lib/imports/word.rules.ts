import { eachPersonField, type PersonField } from '@/lib/people/person-field.rules'
import { countryFinder } from './country-words.rules'
import type { ListField } from './field.rules'
import { type Finder, listed, type Meaning, makeFinder, type Pairs, remembering } from './finder.rules'
import { ANSWER_WORDS, foldWord } from './heading.rules'
import { languageFinder } from './language-words.rules'
import { type PlaceWords, placeFinder } from './place-words.rules'

/** For each field of a list: what a cell means. */
export type WordBook = Readonly<Record<ListField, Finder>>
/** Words that someone said the meaning of, by hand: field → folded word → code. */
export type SaidWords = Readonly<Partial<Record<ListField, Readonly<Record<string, string>>>>>
/** Two answers beside the codes of a list: the question stays open; the cell goes into a note of the file. */
export const OPEN = ''
export const AS_NOTE = '!note'

export type Labelled = {
  readonly code: string
  readonly labelEn: string
  readonly labelFr: string
  readonly labelNl: string
  readonly labelDe: string
}
const labels = (rows: readonly Labelled[]): [string, string][] =>
  rows.flatMap((row) =>
    [row.code, row.labelEn, row.labelFr, row.labelNl, row.labelDe].map((word): [string, string] => [
      word,
      row.code,
    ]),
  )

/** Kinds of file as tables call them, beside their labels. */
const KIND_WORDS: Readonly<Record<string, string>> = {
  asylum:
    'dublin|asylum|asile|asiel|asyl|protection internationale|internationale bescherming|pi|ib|dpi|vib|demandeur d asile|demandeuse d asile|asielzoeker|asylum seeker|asylsuchend',
  detention:
    'detention|det|detenu|detenue|retention|centre ferme|gesloten centrum|closed centre|vastgehouden|opgesloten|haft',
  uam: 'uam|uasc|mena|nbmv|mineur non accompagne|niet begeleide minderjarige|unbegleiteter minderjahriger|umf|umm',
  thb: 'thb|teh|mh|traite|mensenhandel|slachtoffer mensenhandel|trafficking|menschenhandel|victime de traite',
  general: 'general|generaal|allgemein|autre|andere|other|general support|suivi general',
}

/** A colleague by their whole name, or by the one part of it that no other colleague of the office has. */
const workerPairs = (
  workers: readonly { readonly id: string; readonly name: string }[],
): [string, string][] => {
  const parts = workers.flatMap(({ id, name }) => {
    const words = foldWord(name).split(' ')
    const initials = words.map((word) => word.charAt(0)).join('')
    // "Koen V." and "K. Verhelst"
    const [first = '', ...rest] = words
    const short = rest.flatMap((word) => [`${first} ${word.charAt(0)}`, `${first.charAt(0)} ${word}`])
    return [
      ...new Set([
        ...words.filter((word) => word.length > 2),
        ...(initials.length > 1 ? [initials] : []),
        ...short,
      ]),
    ].map((word) => ({ id, word }))
  })
  const alone = parts.filter(({ word, id }) => parts.every((one) => one.word !== word || one.id === id))
  return [
    ...workers.flatMap(({ id, name }): [string, string][] => [
      [name, id],
      [foldWord(name).split(' ').reverse().join(' '), id],
    ]),
    ...alone.map(({ word, id }): [string, string] => [word, id]),
  ]
}

/** "Oui, peul": the answer stands first. */
const beforeComma = (cell: string): string[] => {
  const [first = '', ...more] = cell.split(/[,;:/–-]/u)
  return more.length > 0 ? [first] : []
}

/** The lists as words in four languages; `answers` are our own words for those about a person. */
export const makeWordBook = (of: {
  readonly kinds: readonly Labelled[]
  readonly places: readonly PlaceWords[]
  readonly workers: readonly { readonly id: string; readonly name: string }[]
  readonly answers: Readonly<Record<PersonField, Pairs>>
}): WordBook => {
  const kinds = new Set(of.kinds.map(({ code }) => code))
  return {
    nationality: remembering(countryFinder()),
    language: remembering(languageFinder()),
    ...eachPersonField((field) =>
      remembering(makeFinder([...of.answers[field], ...listed(ANSWER_WORDS[field])], { parts: beforeComma })),
    ),
    kind: remembering(
      makeFinder([...labels(of.kinds), ...listed(KIND_WORDS).filter(([, code]) => kinds.has(code))]),
    ),
    place: remembering(placeFinder(of.places)),
    worker: remembering(makeFinder(workerPairs(of.workers))),
  }
}

export type Ways = {
  readonly book: WordBook
  readonly said: SaidWords
  /** What the organisation said of this value in an earlier table, or null. */
  readonly recall: (field: ListField, folded: string) => string | null
}

/** By what an answer about a cell is known again: case, accents and punctuation say nothing. */
export const wordKey = (cell: string): string => (cell.trim() === '?' ? 'not known' : foldWord(cell))

/** What a cell means: as someone said of it in this table, as the lists know it, or as it was said of an earlier table. */
export const meaningOf = (
  field: ListField,
  cell: string,
  { book, said, recall }: Ways,
): Meaning & { readonly isSaid: boolean } => {
  const key = wordKey(cell)
  const of = said[field] ?? {}
  const now = Object.hasOwn(of, key) ? of[key] : undefined
  if (now !== undefined) return { code: now, likely: [], isSaid: true }
  const known = book[field](key === 'not known' ? key : cell)
  if (known.code !== null) return { ...known, isSaid: false }
  const earlier = recall(field, key)
  return earlier === null ? { ...known, isSaid: false } : { code: earlier, likely: [], isSaid: true }
}
