import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** 3/4/1998 is 3 April in Belgium and 4 March in a sheet from elsewhere: anyone who brings it says which, by examples. */
export const DATE_ORDERS = vocabulary('imports.date-orders', ['dmy', 'mdy'])
export type DateOrder = CodeOf<typeof DATE_ORDERS>

const NUMBERS = /^(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?:[ T]\d{1,2}[:.]\d{2}\S*)?$/
const ISO_WITH_TIME = /^(\d{4}-\d{2}-\d{2})[ T]\d{1,2}:\d{2}\S*$/

type Numbers = { readonly first: number; readonly second: number; readonly year: string }
const numbersOf = (text: string): Numbers | null => {
  const [, first, , second, year] = NUMBERS.exec(text) ?? []
  return first === undefined || second === undefined || year === undefined
    ? null
    : { first: Number(first), second: Number(second), year }
}

/** What a column says about the order of its dates. */
export type OrderSigns = {
  /** Dates in numbers that begin with day or month: without one there is nothing to ask. */
  readonly found: number
  /** How many can only be one of the two. */
  readonly onlyDmy: number
  readonly onlyMdy: number
  /** Dates to ask about, first those that would be two different days. */
  readonly examples: readonly string[]
}

export const signsOf = (texts: Iterable<string>): OrderSigns => {
  let [found, onlyDmy, onlyMdy] = [0, 0, 0]
  const unclear = new Set<string>()
  const clear = new Set<string>()
  for (const text of texts) {
    const numbers = numbersOf(text)
    if (numbers === null) continue
    const { first, second } = numbers
    found += 1
    if (first > 12 && second <= 12) onlyDmy += 1
    if (second > 12 && first <= 12) onlyMdy += 1
    const isUnclear = first <= 12 && second <= 12 && first !== second
    if (isUnclear && unclear.size < 3) unclear.add(text)
    if (!isUnclear && clear.size < 3) clear.add(text)
  }
  return { found, onlyDmy, onlyMdy, examples: [...unclear, ...clear].slice(0, 3) }
}

export const joinSigns = (all: readonly OrderSigns[]): OrderSigns => ({
  found: all.reduce((sum, { found }) => sum + found, 0),
  onlyDmy: all.reduce((sum, { onlyDmy }) => sum + onlyDmy, 0),
  onlyMdy: all.reduce((sum, { onlyMdy }) => sum + onlyMdy, 0),
  examples: [...new Set(all.flatMap(({ examples }) => examples))].slice(0, 3),
})

/** The text with the day before the month, as the application reads it; what is no date in numbers stays as it is. */
export const inDayMonthOrder = (text: string, order: DateOrder | null): string => {
  const [, iso] = ISO_WITH_TIME.exec(text) ?? []
  if (iso !== undefined) return iso
  const numbers = numbersOf(text)
  if (numbers === null) return text
  const { first, second, year } = numbers
  return order === 'mdy' ? `${second}/${first}/${year}` : `${first}/${second}/${year}`
}

/** An example as the day that it would be, or null when there is none: what is shown beside the two answers. */
export const exampleDay = (text: string, order: DateOrder): string | null => {
  const numbers = numbersOf(text)
  if (numbers === null || numbers.year.length !== 4) return null
  const [day, month] = order === 'dmy' ? [numbers.first, numbers.second] : [numbers.second, numbers.first]
  const date = new Date(Date.UTC(Number(numbers.year), month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null
}
