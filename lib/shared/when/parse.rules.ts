import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { isDay } from '../dates'
import { fold, monthNumber } from './month.rules'
import { isYear, type KnownWhen, type Point, toBetween, type When } from './when.rules'
import { ABOUT_AFTER, ABOUT_BEFORE, LEADING, SPANS, seasonOf, silenceOf } from './words.rules'

/** Why a text is no date; each has words of its own, which say what to write instead. */
export const WHEN_PROBLEMS = vocabulary('shared.when-problems', [
  'whenNotRead',
  'whenNoSuchDay',
  'whenWhichMonth',
  'whenWholeYear',
  'whenOtherYear',
  'whenWhichWinter',
  'endBeforeStart',
])
export type WhenProblem = CodeOf<typeof WHEN_PROBLEMS>
export type Read<T> = { readonly when: T } | { readonly problem: WhenProblem }

const LONGEST = 200
const problem = (code: WhenProblem) => ({ problem: code })

type Numbers = { readonly year: string; readonly month?: string; readonly day?: string }
const toPoint = ({ year: yearText, month: monthText, day }: Numbers): Read<Point> => {
  // Which century "09" means is not for us to say.
  if (!/^\d{4}$/.test(yearText)) return problem('whenWholeYear')
  const year = Number(yearText)
  if (!isYear(year)) return problem('whenOtherYear')
  if (monthText === undefined) return { when: { form: 'year', year } }
  const month = monthNumber(monthText)
  if (month === null) return problem(/^\d+$/.test(monthText) ? 'whenNoSuchDay' : 'whenWhichMonth')
  if (day === undefined) return { when: { form: 'month', year, month } }
  const text = `${yearText}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? { when: { form: 'exact', day: text } } : problem('whenNoSuchDay')
}

const WORD = String.raw`[\p{L}][\p{L}. ]*?`
const YEAR = String.raw`'?(?<year>\d{4}|\d{2})`
const OF = "(?: (?:of|de|du|van) | d'| )?"
// The day stands before the month, as everywhere in Belgium; a year of four digits may stand first.
const POINTS = [
  String.raw`(?<year>\d{4})`,
  String.raw`(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})`,
  String.raw`(?<year>\d{4})[-/.](?<month>\d{1,2})`,
  String.raw`(?<day>\d{1,2})[-/. ] ?(?<month>\d{1,2})[-/. ] ?${YEAR}`,
  String.raw`(?<month>\d{1,2})[-/. ] ?${YEAR}`,
  String.raw`(?<day>\d{1,2})(?:(?:er|st|nd|rd|th|ste|de|e)(?= )|\.)?${OF}[-/]?(?<month>${WORD})\.?${OF}[-/]?${YEAR}`,
  String.raw`(?<month>${WORD})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})`,
  String.raw`(?<month>${WORD})\.?${OF}[-/]?${YEAR}`,
].map((pattern) => new RegExp(`^${pattern}$`, 'u'))

const toSeason = (text: string): Read<Point> | null => {
  const found =
    /^(?<word>\p{L}+)(?: (?:of|de|du|van))? (?<year>\d{4})(?: ?[-/] ?(?<next>\d{4}|\d{2}))?$/u.exec(text)
  const { word = '', year: yearText = '', next } = found?.groups ?? {}
  const season = seasonOf(word)
  if (season === null) return null
  const year = Number(yearText)
  if (!isYear(year)) return problem('whenOtherYear')
  if (season !== 'winter') return next === undefined ? { when: { form: 'season', year, season } } : null
  // "Winter 2018" can be its first months or its last: two years say which.
  if (next === undefined || !String(year + 1).endsWith(next)) return problem('whenWhichWinter')
  return { when: { form: 'season', year, season } }
}

/** Unspecified digits, as archives write them: 2009-XX is the year, 200X the ten years. */
const toUnspecified = (text: string): KnownWhen | null => {
  const [, start = ''] = /^(\d{4}(?:-\d{2})?)(?:-xx){1,2}$/.exec(text) ?? []
  const [year = '', month] = start.split('-')
  const point = start === '' ? null : toPoint({ year, ...(month === undefined ? {} : { month }) })
  if (point !== null && 'when' in point) return point.when
  const [, ten] = /^(19\d|20\d)x$/.exec(text) ?? []
  return ten === undefined
    ? null
    : toBetween({ form: 'year', year: Number(`${ten}0`) }, { form: 'year', year: Number(`${ten}9`) })
}

const readPoint = (typed: string): Read<Point> => {
  const text = typed.replace(LEADING, '')
  const season = toSeason(text)
  if (season !== null) return season
  for (const pattern of POINTS) {
    const { year, month, day } = pattern.exec(text)?.groups ?? {}
    if (year !== undefined)
      return toPoint({
        year,
        ...(month === undefined ? {} : { month }),
        ...(day === undefined ? {} : { day }),
      })
  }
  return problem(/^'?\d{2}$/.test(text) ? 'whenWholeYear' : 'whenNotRead')
}

/** "3" and "mars" before "15 mars 2009" and "mai 2009" borrow what they lack. */
const readStart = (typed: string, end: Point): Read<Point> => {
  const start = readPoint(typed)
  const text = typed.replace(LEADING, '')
  if ('when' in start || end.form === 'year' || end.form === 'season') return start
  if (end.form === 'month') return readPoint(`${text} ${end.year}`)
  const [year = '', month = ''] = end.day.split('-')
  return /^\d{1,2}$/.test(text) ? toPoint({ year, month, day: text }) : readPoint(`${text} ${year}`)
}

const readSpan = (text: string): Read<KnownWhen> | null => {
  for (const pattern of SPANS) {
    const [, first, second] = pattern.exec(text) ?? []
    if (first === undefined || second === undefined) continue
    const to = readPoint(second)
    if ('problem' in to) return to
    const from = readStart(first, to.when)
    if ('problem' in from) return from
    const when = toBetween(from.when, to.when)
    return when === null ? problem('endBeforeStart') : { when }
  }
  return null
}

const readKnown = (text: string): Read<KnownWhen> => {
  const unspecified = toUnspecified(text)
  if (unspecified !== null) return { when: unspecified }
  const point = readPoint(text)
  if ('when' in point) return point
  const bare = text.replace(ABOUT_BEFORE, '').replace(ABOUT_AFTER, '')
  if (bare !== text) {
    const of = readPoint(bare)
    return 'when' in of ? { when: { form: 'about', of: of.when } } : of
  }
  const span = readSpan(text)
  return span ?? point
}

/**
 * What someone typed: "15/3/2009", "mars 2009", "ca. 2009", "lente 2019", "zwischen 2008 und 2010", "2009~". null when
 * nothing stands there, which is a question not asked. All of the text has to be read: so nothing but a date is ever kept.
 */
export const parseWhen = (typed: string): Read<When | null> => {
  // No one types more for a date; the patterns are not for a page of text.
  if (typed.length > LONGEST) return problem('whenNotRead')
  const text = fold(typed)
  if (text === '') return { when: null }
  const silence = silenceOf(text)
  return silence === null ? readKnown(text) : { when: { form: silence } }
}
