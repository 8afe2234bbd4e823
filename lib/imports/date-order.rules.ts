import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { monthNumber } from '@/lib/shared/when/month.rules'
import { dayOfSerial } from './day-format.rules'

/** 3/4/1998 is 3 April in Belgium and 4 March in a sheet from elsewhere: anyone who brings it says which, by examples. */
export const DATE_ORDERS = vocabulary('imports.date-orders', ['dmy', 'mdy'])
export type DateOrder = CodeOf<typeof DATE_ORDERS>

const NUMBERS = /^(\d{1,2})\s?([/.\- ])\s?(\d{1,2})\s?\2\s?(\d{4}|'?\d{2})\.?(?:[ T]\d{1,2}[:.h]\d{2}\S*)?$/
const ISO_WITH_TIME = /^(\d{4}-\d{2}-\d{2})[ T]\d{1,2}:\d{2}\S*$/

type Numbers = { readonly first: number; readonly second: number; readonly year: string }
const numbersOf = (text: string): Numbers | null => {
  const [, first, , second, year] = NUMBERS.exec(text) ?? []
  return first === undefined || second === undefined || year === undefined
    ? null
    : { first: Number(first), second: Number(second), year: year.replace("'", '') }
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

/** What a column of dates is about: no one is born in the future, and a step may lie ahead. */
export type DateUse = { readonly isBirth: boolean; readonly thisYear: number }

/** 98 and 05 as people mean them in a table of the living: the last hundred years for a birth, else around today. */
const wholeYear = (year: string, { isBirth, thisYear }: DateUse): string => {
  if (year.length === 4) return year
  const near = 2000 + Number(year)
  return String(near > thisYear + (isBirth ? 0 : 20) ? near - 100 : near)
}

/** "né le", "°", the day of the week and other words before a date that say nothing about it. */
const BEFORE =
  /^(?:°|\*|n[ée]{1,2}\(?e?\)?\s+(?:(?:le|en)\s|(?=env|vers|ca\b|ca\.|circa|~|\d))|geb(?:oren)?\.?\s+(?:op\s+|am\s+)?|born\s+(?:on\s+|in\s+)?|(?:lun|mar|mer|jeu|ven|sam|dim|ma|di|wo|woe|do|don|vr|vrij|za|zat|zo|zon|mo|mi|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)(?:di|anche|dag|andag|nsdag|ensdag|derdag|tag|nntag|ttwoch|nerstag|itag|mstag|day|sday|nesday|rsday|urday|redi|credi|nabend)?\.?,?\s+(?=\d))\s*/iu
/** "né vers 88": a year, because it is said of a birth. */
const BORN_ABOUT = /^n[ée]{1,2}\(?e?\)?\s+(?:env(?:iron)?\.?|vers|ca\.?|circa)\s+'?(\d{2})$/iu
const WORD_MONTH = /^(\d{1,2})(?:er|e|ste|de|st|nd|rd|th)?\.?[\s/-]*(\p{L}{3,12})\.?[\s/-]*'?(\d{2})$/u
const MONTH_YEAR = /^(\p{L}{3,12})\.?[\s/-]*'?(\d{2})$/u
/** "00/00/1990", "??/05/1990": authorities and people write zeros or signs for what they do not know. */
const UNKNOWN_DAY = /^(?:0{1,2}|[xX?_]{1,2})[./-](0{1,2}|[xX?_]{1,2}|0?[1-9]|1[0-2])[./-]((?:19|20)\d{2})$/
/** Days that a sheet keeps as numbers, from 1927 to 2064; a year has four digits. */
const SERIAL = /^([1-6]\d{4})(?:[.,]\d+)?$/

/**
 * The text of a cell as a date that the application reads, with the day before the month and a whole year; what is none stays
 * as it is. Numbers of a sheet are days too: a column that was saved without its format is full of them.
 */
export const toDateText = (cell: string, order: DateOrder | null, use: DateUse): string => {
  const text = cell
    .replace(/[‘’`´]/gu, "'")
    .replace(/\s*\(\s*\?\s*\)\s*$/u, '?')
    .replace(BEFORE, '')
    .replace(/\s*\*+$/u, '')
    .trim()
  const [, shortAbout] = use.isBirth ? (BORN_ABOUT.exec(cell) ?? []) : []
  if (shortAbout !== undefined) return `vers ${wholeYear(shortAbout, use)}`
  const [, unknownMonth = '', onlyYear] = UNKNOWN_DAY.exec(text) ?? []
  if (onlyYear !== undefined)
    return /^[1-9]|[1-9]$/.test(unknownMonth) ? `${unknownMonth}/${onlyYear}` : onlyYear
  const [, iso] = ISO_WITH_TIME.exec(text) ?? []
  if (iso !== undefined) return iso
  const [, serial] = SERIAL.exec(text) ?? []
  if (serial !== undefined) return dayOfSerial(Number(serial), false) ?? text
  const [, y, m, d] = /^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(text) ?? []
  if (y !== undefined) return `${y}-${m}-${d}`
  const [, day, word = '', short = ''] = WORD_MONTH.exec(text) ?? []
  if (day !== undefined && monthNumber(word) !== null)
    return `${day} ${monthNumber(word)} ${wholeYear(short, use)}`
  const [, month = '', shortYear = ''] = MONTH_YEAR.exec(text) ?? []
  if (monthNumber(month) !== null) return `${month} ${wholeYear(shortYear, use)}`
  const numbers = numbersOf(text)
  if (numbers === null) return text
  const { first, second } = numbers
  const year = wholeYear(numbers.year, use)
  return order === 'mdy' ? `${second}/${first}/${year}` : `${first}/${second}/${year}`
}

/** An example as the day that it would be, or null when there is none: what is shown beside the two answers. */
export const exampleDay = (text: string, order: DateOrder, use: DateUse): string | null => {
  const numbers = numbersOf(text)
  if (numbers === null) return null
  const [day, month] = order === 'dmy' ? [numbers.first, numbers.second] : [numbers.second, numbers.first]
  const date = new Date(Date.UTC(Number(wholeYear(numbers.year, use)), month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null
}
