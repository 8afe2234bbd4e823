/** What is typed into the three boxes of a date. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string }

export const NO_PARTS: DateParts = { day: '', month: '', year: '' }

// The names people in Belgium write, in the four languages of the house; three letters are enough where they are clear.
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'janvier', 'januari', 'januar'],
  ['february', 'fevrier', 'februari', 'februar'],
  ['march', 'mars', 'maart', 'marz', 'mrt'],
  ['april', 'avril'],
  ['may', 'mai', 'mei'],
  ['june', 'juin', 'juni'],
  ['july', 'juillet', 'juli'],
  ['august', 'aout', 'augustus'],
  ['september', 'septembre'],
  ['october', 'octobre', 'oktober'],
  ['november', 'novembre'],
  ['december', 'decembre', 'dezember'],
]

/** "4", "04", "avr", "April" -> "4"; null when it is no month or could be two ("jui"). */
export const toMonth = (typed: string): string | null => {
  const text = typed
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
  if (/^0?[1-9]$|^1[0-2]$/.test(text)) return String(Number(text))
  if (text.length < 3) return null
  const found = MONTHS.flatMap((names, index) =>
    names.some((name) => name.startsWith(text)) ? [String(index + 1)] : [],
  )
  return found.length === 1 ? (found[0] ?? null) : null
}

/**
 * The boxes as one text: '' when all are empty, "2026-11-24" when they are a date, and otherwise something that no
 * calendar knows but that still holds what was typed, so that the schema says no and nothing is lost.
 */
export const toFieldText = ({ day, month, year }: DateParts): string => {
  const typed = [day, month, year].map((part) => part.trim())
  if (typed.every((part) => part === '')) return ''
  const number = toMonth(month)
  if (number === null || !/^\d{1,2}$/.test(day.trim()) || !/^\d{4}$/.test(year.trim()))
    return `${year.trim()}-${month.trim()}-${day.trim()}`
  return `${year.trim()}-${number.padStart(2, '0')}-${day.trim().padStart(2, '0')}`
}

/** The text of a field to its boxes: without leading zeros, as one would write them. */
export const toParts = (text: string): DateParts => {
  if (text === '') return NO_PARTS
  const [year = '', month = '', day = ''] = text.split('-', 3)
  const short = (part: string) => part.replace(/^0(?=\d$)/, '')
  return { day: short(day), month: short(month), year }
}
