import { LOCALES } from '@/lib/i18n/locales'
import { COUNTRY_CODES, countryName, LANGUAGE_CODES, languageName } from '@/lib/people/country.rules'
import { eachPersonField, type PersonField } from '@/lib/people/person-field.rules'
import { ANSWER_WORDS, foldWord, type ListField, NOT_KNOWN } from './field.rules'

/** For each field of a list: folded word → code. */
export type WordBook = Readonly<Record<ListField, ReadonlyMap<string, string>>>
/** Words that someone said the meaning of, by hand: field → folded word → code; '' leaves the answer open. */
export type SaidWords = Readonly<Partial<Record<ListField, Readonly<Record<string, string>>>>>

/** Names that sheets use beside those of the platform. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  CD: 'rdc|drc|congo rdc|rd congo|dr congo|congo kinshasa|republique democratique du congo',
  CG: 'congo brazzaville|republique du congo',
  CI: 'ivory coast|cote d ivoire|ivoorkust',
  GN: 'guinee conakry|guinea conakry|guinea',
  PS: 'palestine|palestina|palastina|territoires palestiniens',
  SY: 'syria|syrie|syrie',
  TR: 'turkey|turquie|turkije',
  RU: 'russia|russie|rusland',
  IR: 'iran',
  VN: 'vietnam|viet nam',
  MK: 'macedoine|macedonie|macedonia|fyrom',
  CZ: 'tchequie|tsjechie',
  GB: 'uk|united kingdom|royaume uni|angleterre',
  US: 'usa|etats unis',
  statelessSaid: 'stateless|apatride|staatloos|staatenlos',
  notKnown: NOT_KNOWN,
}
const OTHER_LANGUAGES: Readonly<Record<string, string>> = {
  ff: 'peul|poular|pular|fulani|fulfulde',
  ckb: 'sorani|kurdish sorani|kurde sorani|koerdisch sorani',
  ku: 'kurmanji|kurde|koerdisch|kurdish',
  prs: 'dari',
  fa: 'farsi|persan|perzisch|persian',
  ti: 'tigrinya|tigrigna',
  zh: 'chinese|chinois|chinees|mandarin',
  not_known: NOT_KNOWN,
}

type Pairs = Iterable<readonly [string, string]>
const book = (pairs: Pairs): Map<string, string> => {
  const words = new Map<string, string>()
  for (const [word, code] of pairs) {
    const folded = foldWord(word)
    if (folded !== '' && !words.has(folded)) words.set(folded, code)
  }
  return words
}
const listed = (table: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(table).flatMap(([code, words]) =>
    words.split('|').map((word): [string, string] => [word, code]),
  )
const inAll = (
  codes: readonly string[],
  name: (code: string, locale: string) => string,
): [string, string][] =>
  codes.flatMap((code) =>
    [code, ...LOCALES.codes.map((locale) => name(code, locale))].map((word): [string, string] => [
      word,
      code,
    ]),
  )

let countries: ReadonlyMap<string, string> | null = null
let languages: ReadonlyMap<string, string> | null = null

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

/** The lists as words in four languages; `answers` are our own words for those about a person. */
export const makeWordBook = (of: {
  readonly kinds: readonly Labelled[]
  /** `code` is the id of the place. */
  readonly places: readonly (Labelled & { readonly slug: string })[]
  readonly answers: Readonly<Record<PersonField, Pairs>>
}): WordBook => {
  countries ??= book([...inAll(COUNTRY_CODES, countryName), ...listed(OTHER_NAMES)])
  languages ??= book([...inAll(LANGUAGE_CODES, languageName), ...listed(OTHER_LANGUAGES)])
  return {
    nationality: countries,
    language: languages,
    ...eachPersonField((field) => book([...of.answers[field], ...listed(ANSWER_WORDS[field])])),
    kind: book(labels(of.kinds)),
    place: book([...labels(of.places), ...of.places.map(({ slug, code }): [string, string] => [slug, code])]),
  }
}

/** The code of a word, null when the list has none and no one said what it means. */
export const findWord = (
  field: ListField,
  word: string,
  { book: known, said }: { readonly book: WordBook; readonly said: SaidWords },
): string | null => {
  const folded = word === '?' ? 'not known' : foldWord(word)
  return said[field]?.[folded] ?? known[field].get(folded) ?? null
}
