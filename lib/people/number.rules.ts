// Numbers as people write them: telephones, and what an authority calls a file. One number has one form, whatever stands between its digits.

/** E.164 without spaces; a number without a country is Belgian. Null when it is no telephone number. */
export const toPhone = (text: string): string | null => {
  const bare = text
    .normalize('NFKC')
    .replace(/\(\s*0\s*\)/gu, '')
    .replace(/[\s./()\-–‐_]/gu, '')
  if (!/^\+?\d{7,17}$/u.test(bare)) return null
  const digits = bare.replace('+', '')
  const whole = bare.startsWith('+')
    ? digits
    : digits.startsWith('00')
      ? digits.slice(2)
      : digits.startsWith('0')
        ? `32${digits.slice(1)}`
        : // Belgian numbers have eight digits, those of mobiles nine, without the zero before them.
          digits.length < 10
          ? `32${digits}`
          : digits
  return /^[1-9]\d{7,14}$/u.test(whole) ? `+${whole}` : null
}

/**
 * Letters and digits alone, in capitals, without the letters before the first digit: some write SP before a number of the public
 * safety file, some do not. Null for what is too short to mean one file.
 */
export const toReference = (text: string): string | null => {
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^\p{L}+/u, '')
  return bare.length >= 5 && bare.length <= 60 && /\d{3}/u.test(bare) ? bare : null
}

/** How a number is compared: as a telephone, or as what an authority calls a file. */
export type NumberForm = 'phone' | 'reference'

/** The digits alone: what is compared when someone knows the end of a number. */
export const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/gu, '')

/** How many of the last digits lead to someone. Many telephones end alike, and authorities give fewer numbers. */
const TAIL = { phone: 6, reference: 4 } as const
/** The last digits by which a number is found; null when it has too few. */
export const tailOf = (form: NumberForm, text: string): string | null => {
  const digits = digitsOf(text)
  return digits.length < TAIL[form] ? null : digits.slice(-TAIL[form])
}

/** Three and four signs without vowels, as the application gives them to files; the line between them is often left out. */
const CODE = /^([2-9CDFGHJKLMNPQRTVWX]{3})[-–\s]?([2-9CDFGHJKLMNPQRTVWX]{4})$/iu
export const toCode = (text: string): string | null => {
  const [, one, other] = CODE.exec(text) ?? []
  // Seven digits in one piece are a number of someone else; a space stands between two words, unless a digit is among them.
  if (one === undefined || other === undefined || /^\d{7}$/u.test(text)) return null
  return /\s/u.test(text) && !/\d/u.test(text) ? null : `${one}-${other}`.toUpperCase()
}
/** A code whose parts stand apart, drawn together. */
export const joinCodes = (sentence: string): string =>
  sentence.replace(
    /(?<![\p{L}\p{N}])([2-9CDFGHJKLMNPQRTVWX]{3})\s([2-9CDFGHJKLMNPQRTVWX]{4})(?![\p{L}\p{N}])/giu,
    (apart) => (/\d/u.test(apart) && /\p{L}/u.test(apart) ? (toCode(apart) ?? apart) : apart),
  )

const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}(?:[./-]\d{1,2})?)$/u
const YEARS = /^(?:(?:19|20)\d{2}[\s–-]*)+$/u
/** Digits with what people put between them, and capitals or signs that belong to them. */
const RUN =
  /(?<![\p{L}\p{N}])(?:\p{Lu}{1,6}[\s./-]?)?\+?\(?\d[\d\s./()–-]*\d(?:[./-]?\p{Lu}{1,3}(?!\p{L}))?/gu

/** The last digits of a number, said among other words; a year is none. */
const LAST = /^(?!(?:19|20)\d{2}$)\d{4,5}$/u

/**
 * The first number in a sentence that could be a person’s, or its last digits, and the sentence without it. Days, years and ages are
 * none; a sentence of four digits or more and nothing else is one.
 */
export const takeNumber = (sentence: string): { readonly number: string | null; readonly rest: string } => {
  const alone = sentence.trim()
  if (/^\d{4,}$/u.test(alone)) return { number: alone, rest: '' }
  for (const { 0: run, index } of sentence.matchAll(RUN)) {
    const text = run.trim()
    const digits = text.replace(/\D/gu, '')
    const isNumber = digits.length >= 6 || LAST.test(text)
    if (!isNumber || toCode(text) !== null || DATE.test(text) || YEARS.test(text)) continue
    return { number: text, rest: `${sentence.slice(0, index)} ${sentence.slice(index + run.length)}` }
  }
  return { number: null, rest: sentence }
}
