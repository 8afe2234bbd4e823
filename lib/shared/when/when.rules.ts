import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { addDays, type Day, isDay } from '../dates'

/**
 * A date as people know it: to the day, to the month, to the season, to the year, about, or between two. What is not known
 * is never filled in: a year is all of its days, and no first of January (docs/adr/0026).
 */
export const SEASONS = vocabulary('shared.seasons', ['spring', 'summer', 'autumn', 'winter'])
export type Season = CodeOf<typeof SEASONS>

export type Point =
  | { readonly form: 'exact'; readonly day: Day }
  | { readonly form: 'month'; readonly year: number; readonly month: number }
  /** As in Belgium: March to May, June to August, September to November; winter bears the year in which it begins. */
  | { readonly form: 'season'; readonly year: number; readonly season: Season }
  | { readonly form: 'year'; readonly year: number }

export type KnownWhen =
  | Point
  | { readonly form: 'about'; readonly of: Point }
  | { readonly form: 'between'; readonly from: Point; readonly to: Point }

/** The question was put and no date came back. That it was not put at all is null, and no answer. */
export const WHEN_SILENCES = vocabulary('shared.when-silences', ['not_known', 'declined'])
export type WhenSilence = CodeOf<typeof WHEN_SILENCES>
export type When = KnownWhen | { readonly form: 'not_known' } | { readonly form: 'declined' }

/** On what ground a date stands. */
export const WHEN_BASES = vocabulary('shared.when-bases', ['said', 'document', 'authority', 'estimate'])
export type WhenBasis = CodeOf<typeof WHEN_BASES>

export const isKnown = (when: When | null): when is KnownWhen =>
  when !== null && when.form !== 'not_known' && when.form !== 'declined'

/** Years a date in a person's life can lie in: outside of them it is a slip of the finger. */
export const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1900 && year <= 2100

export type Bounds = { readonly earliest: Day; readonly latest: Day }

const FIRST_MONTH: Readonly<Record<Season, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 }
/** The first of a month counted from the January of a year; 13 is the next January, 0 the December before. */
const firstOf = (year: number, month: number): Day => {
  const months = year * 12 + month - 1
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`
}
const months = (year: number, from: number, count: number): Bounds => ({
  earliest: firstOf(year, from),
  latest: addDays(firstOf(year, from + count), -1),
})

// "About" reaches one unit further on both sides, and a week around a day: EDTF leaves it to the reader how far.
const AROUND_DAY = 7

const pointBounds = (point: Point, around: 0 | 1): Bounds => {
  switch (point.form) {
    case 'exact':
      return {
        earliest: addDays(point.day, -around * AROUND_DAY),
        latest: addDays(point.day, around * AROUND_DAY),
      }
    case 'month':
      return months(point.year, point.month - around, 1 + 2 * around)
    case 'season':
      return months(point.year, FIRST_MONTH[point.season] - around, 3 + 2 * around)
    case 'year':
      return months(point.year - around, 1, 12 * (1 + 2 * around))
  }
}

/** First and last day it can have been, both included. */
export const boundsOf = (when: KnownWhen): Bounds => {
  if (when.form === 'about') return pointBounds(when.of, 1)
  if (when.form !== 'between') return pointBounds(when, 0)
  return { earliest: pointBounds(when.from, 0).earliest, latest: pointBounds(when.to, 0).latest }
}

/** An exact first of January often stands for "day not known", chosen when a person was registered. */
export const isPlaceholder = (when: When | null): boolean =>
  when !== null && when.form === 'exact' && when.day.endsWith('-01-01')

// As the Extended Date/Time Format numbers them.
const SEASON_CODES: Readonly<Record<Season, string>> = {
  spring: '21',
  summer: '22',
  autumn: '23',
  winter: '24',
}

const pointCode = (point: Point): string => {
  switch (point.form) {
    case 'exact':
      return point.day
    case 'month':
      return `${point.year}-${String(point.month).padStart(2, '0')}`
    case 'season':
      return `${point.year}-${SEASON_CODES[point.season]}`
    case 'year':
      return String(point.year)
  }
}

/** The one way a date is written for the machine, after EDTF: 2009-03-15, 2009-03, 2019-21, 2009, 2009~, 2008/2010. */
export const whenCode = (when: When): string => {
  switch (when.form) {
    case 'not_known':
    case 'declined':
      return when.form
    case 'about':
      return `${pointCode(when.of)}~`
    case 'between':
      return `${pointCode(when.from)}/${pointCode(when.to)}`
    case 'exact':
    case 'month':
    case 'season':
    case 'year':
      return pointCode(when)
  }
}

/** Two points make a span, unless the end lies before the beginning. */
export const toBetween = (from: Point, to: Point): KnownWhen | null =>
  boundsOf(from).earliest <= boundsOf(to).latest ? { form: 'between', from, to } : null

const readPoint = (code: string): Point | null => {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(code)
  const [, yearText = '', part, day] = found ?? []
  const year = Number(yearText)
  if (found === null || !isYear(year)) return null
  if (part === undefined) return { form: 'year', year }
  if (day !== undefined) return isDay(code) ? { form: 'exact', day: code } : null
  const season = SEASONS.codes.find((one) => SEASON_CODES[one] === part)
  if (season !== undefined) return { form: 'season', year, season }
  const month = Number(part)
  return month >= 1 && month <= 12 ? { form: 'month', year, month } : null
}

/** What whenCode wrote, read again; null for anything else. */
export const readWhenCode = (code: string): When | null => {
  if (code === 'not_known' || code === 'declined') return { form: code }
  const [first = '', second, ...more] = code.split('/')
  if (second !== undefined) {
    const [from, to] = [readPoint(first), readPoint(second)]
    return from === null || to === null || more.length > 0 ? null : toBetween(from, to)
  }
  if (!code.endsWith('~')) return readPoint(code)
  const of = readPoint(code.slice(0, -1))
  return of === null ? null : { form: 'about', of }
}
