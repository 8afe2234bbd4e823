import { SEASONS, type Season, WHEN_SILENCES, type WhenSilence } from './when.rules'

/** How a word is compared: without case, accents and full stops, with digits of any script as 0 to 9. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{Nd}/gu, toDigit)
    .toLowerCase()
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/[‐‑–—−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()

// Digits of a script stand ten in a row; in the scripts met here the zero has a code point ending in 0 or 6.
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6]
const toDigit = (digit: string): string => {
  const at = digit.codePointAt(0) ?? 0
  const zero = ZEROS.find((one) => at >= one && at < one + 10)
  return zero === undefined ? digit : String(at - zero)
}

// The names people in Belgium write, in the four languages of the house, and Arabic east and west; three letters are
// enough where they are clear.
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'janvier', 'januari', 'januar', 'janner', 'يناير', 'جانفي', 'كانون الثاني'],
  ['february', 'fevrier', 'februari', 'februar', 'فبراير', 'فيفري', 'شباط'],
  ['march', 'mars', 'maart', 'marz', 'mrt', 'مارس', 'اذار'],
  ['april', 'avril', 'ابريل', 'افريل', 'نيسان'],
  ['may', 'mai', 'mei', 'مايو', 'ماي', 'ايار'],
  ['june', 'juin', 'juni', 'يونيو', 'جوان', 'حزيران'],
  ['july', 'juillet', 'juli', 'يوليو', 'جويلية', 'تموز'],
  ['august', 'aout', 'augustus', 'اغسطس', 'اوت', 'اب'],
  ['september', 'septembre', 'سبتمبر', 'ايلول'],
  ['october', 'octobre', 'oktober', 'اكتوبر', 'تشرين الاول'],
  ['november', 'novembre', 'نوفمبر', 'تشرين الثاني'],
  ['december', 'decembre', 'dezember', 'ديسمبر', 'كانون الاول'],
].map((names) => names.map(fold))

/** "4", "04", "avr", "April" -> 4; null when it is no month or could be two ("jui"). */
export const monthNumber = (typed: string): number | null => {
  const text = fold(typed).replaceAll('.', '')
  if (/^0?[1-9]$|^1[0-2]$/.test(text)) return Number(text)
  const exact = MONTHS.findIndex((names) => names.includes(text))
  if (exact >= 0) return exact + 1
  if (text.length < 3) return null
  const found = MONTHS.flatMap((names, index) =>
    names.some((name) => name.startsWith(text)) ? [index + 1] : [],
  )
  return found.length === 1 ? (found[0] ?? null) : null
}

const SEASON_WORDS: Readonly<Record<Season, readonly string[]>> = {
  spring: ['spring', 'springtime', 'printemps', 'lente', 'voorjaar', 'fruhling', 'fruhjahr'],
  summer: ['summer', 'ete', 'zomer', 'sommer'],
  autumn: ['autumn', 'fall', 'automne', 'herfst', 'najaar', 'herbst'],
  winter: ['winter', 'hiver'],
}
export const seasonOf = (folded: string): Season | null =>
  SEASONS.find((season) => SEASON_WORDS[season].includes(folded)) ?? null

const anyOf = (words: string): string => words.split(' ').join('|')
/** "ca. 2009", "vers mars 2009". */
export const ABOUT_BEFORE = new RegExp(
  `^(?:~|±|(?:${anyOf('about around approximately approx circa ca c vers environ env ongeveer rond omstreeks ungefahr etwa um gegen')})\\b\\.?|autour d[eu]\\b)\\s*`,
  'u',
)
export const ABOUT_AFTER = /\s*(?:~|\?|%|,? (?:ou environ|environ|or so|ongeveer))$/u
/** "entre mars et mai 2009", "van 2008 tot 2010", "2008 or 2009", "2008-2010", "2008/2010". */
export const SPANS = [
  /^(?:between|entre|tussen|zwischen|from|de|du|van|von) (.+) (?:and|et|en|und|to|a|au|tot|bis) (.+)$/u,
  /^(.+) (?:-|to|a|au|tot|bis|or|ou|of|oder) (.+)$/u,
  /^(\d{4}(?:-\d{2}){0,2})\/(\d{4}(?:-\d{2}){0,2})$/u,
  /^(\d{4})-(\d{4})$/u,
] as const
/** Words before a date that say nothing about it: "in", "en", "op de", "le". */
export const LEADING = new RegExp(
  `^(?:(?:${anyOf('in on the en au le la op de het im am den der dem')}) |(?:a )?l')+`,
  'u',
)

const SILENCES: Readonly<Record<WhenSilence, readonly string[]>> = {
  not_known: ['not_known', '?', 'not known', 'unknown', 'inconnu', 'inconnue', 'onbekend', 'unbekannt'],
  declined: ['declined'],
}
export const silenceOf = (typed: string): WhenSilence | null =>
  WHEN_SILENCES.find((one) => SILENCES[one].includes(typed)) ?? null
