// People as invented as they look, in a Latin spelling and in the script of a person who would write it so.
import { type Draw, draws } from '../../prisma/seed/invented'

const CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  c: 'к',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  h: 'х',
  i: 'и',
  j: 'ж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  q: 'к',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  v: 'в',
  x: 'кс',
  y: 'ы',
  z: 'з',
}
const ARABIC: Readonly<Record<string, string>> = {
  a: 'ا',
  b: 'ب',
  c: 'ك',
  d: 'د',
  e: '',
  f: 'ف',
  g: 'غ',
  h: 'ه',
  i: 'ي',
  j: 'ج',
  k: 'ك',
  l: 'ل',
  m: 'م',
  n: 'ن',
  o: 'و',
  p: 'ب',
  q: 'ق',
  r: 'ر',
  s: 'س',
  t: 'ت',
  u: 'و',
  v: 'ف',
  x: 'كس',
  y: 'ي',
  z: 'ز',
}

const HEADS = [
  'ba',
  'bel',
  'cor',
  'da',
  'dro',
  'el',
  'fa',
  'gal',
  'hi',
  'il',
  'jo',
  'ka',
  'lu',
  'mi',
  'na',
  'ol',
  'pe',
  'qo',
  'ru',
  'sel',
  'ta',
  'u',
  've',
  'xa',
  'yo',
  'zim',
]
const MIDDLES = ['', '', 'li', 'ma', 'ro', 'va', 'nda', 'sti', 'mbo', 'ke', 'lu', 'dou']
const TAILS = [
  'ro',
  'lio',
  'van',
  'mo',
  'ri',
  'ma',
  'vani',
  'dem',
  'far',
  'lux',
  'to',
  'ne',
  'bar',
  'xo',
  'pel',
  'qui',
]
const GIVEN_NAMES = 2000
const FAMILY_NAMES = 4000

/** So many names that no one bears: the same list in every size. */
const inventNames = (count: number, seed: number): readonly string[] => {
  const draw = draws(seed)
  const made = new Set<string>()
  while (made.size < count) {
    const name = draw.pick(HEADS) + draw.pick(MIDDLES) + draw.pick(TAILS)
    made.add(name.charAt(0).toUpperCase() + name.slice(1))
  }
  return [...made]
}
const given = inventNames(GIVEN_NAMES, 8)
const family = inventNames(FAMILY_NAMES, 9)
/** A few names are borne by many, most by few: the most frequent by two in a hundred. */
const skewed = (names: readonly string[], draw: Draw): string =>
  names[Math.floor(names.length * draw.next() ** 2)] ?? ''
export const inventName = (draw: Draw): string => `${skewed(given, draw)} ${skewed(family, draw)}`

const spell = (name: string, letters: Readonly<Record<string, string>>): string =>
  [...name.toLowerCase()].map((letter) => letters[letter] ?? letter).join('')

/** Another hand, another spelling: doubled, dropped, or with the letters that a French ear hears. */
export const misspell = (name: string, draw: Draw): string =>
  draw.pick([
    name.replace('u', 'ou'),
    name.replace('k', 'q').replace('K', 'Q'),
    name.replace(/([lmnrt])/, '$1$1'),
    name.replace(/o\b/, 'oh'),
    name.split(' ').reverse().join(' '),
  ])

export type Spelling = { readonly kind: string; readonly text: string }

/** One to three ways in which a person’s name stands in a file. */
export const inventSpellings = (draw: Draw): Spelling[] => {
  const name = inventName(draw)
  const spellings: Spelling[] = [{ kind: 'as_said', text: name }]
  if (draw.chance(0.4)) spellings.push({ kind: 'authority_spelling', text: misspell(name, draw) })
  if (draw.chance(0.25))
    spellings.push({ kind: 'other_script', text: spell(name, draw.pick([CYRILLIC, ARABIC])) })
  return spellings
}
