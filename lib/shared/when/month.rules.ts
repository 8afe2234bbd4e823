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

// The names people in Belgium write, in the four languages of the application, and Arabic east and west; three letters are
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
