import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { isDay } from '../dates'
import { type DateParts, NO_PARTS, toParts } from './date-parts.rules'
import { SEASONS, type Season } from './when.rules'

/** The ways in which a date can be given: as closely as it is known, in words, or why not at all. */
export const WAYS = vocabulary('shared.ways', [
  'exact',
  'month',
  'year',
  'about',
  'between',
  'season',
  'words',
])
export const SILENT_WAYS = vocabulary('shared.silent-ways', ['not_known', 'declined'])
export type Way = CodeOf<typeof WAYS> | CodeOf<typeof SILENT_WAYS>

/** What stands in the boxes. Boxes of another way keep what was typed into them. */
export type Boxes = {
  readonly way: Way
  readonly from: DateParts
  readonly to: DateParts
  readonly season: Season
  readonly words: string
}
export const NO_BOXES: Boxes = { way: 'exact', from: NO_PARTS, to: NO_PARTS, season: 'spring', words: '' }

const all = ({ day, month, year }: DateParts): string[] => [day, month, year].map((part) => part.trim())
const filled = (parts: DateParts): string =>
  all(parts)
    .filter((part) => part !== '')
    .join('/')
/** Gaps stay gaps: "15//2009" is no date, and the form says so. */
const joined = (parts: readonly string[]): string =>
  parts.every((part) => part === '') ? '' : parts.join('/')

const seasonText = ({ season, from }: Boxes): string => {
  const year = from.year.trim()
  if (year === '') return ''
  return season === 'winter' && /^\d{4}$/.test(year)
    ? `winter ${year}-${Number(year) + 1}`
    : `${season} ${year}`
}

/** The boxes as the one text that the field holds and that everyone reads with parseWhen. */
export const toTyped = (boxes: Boxes): string => {
  const { way, from, to, words } = boxes
  const [, month = '', year = ''] = all(from)
  switch (way) {
    case 'exact':
      return joined(all(from))
    case 'month':
      return joined([month, year])
    case 'year':
      return year
    case 'about':
      return filled(from) === '' ? '' : `~ ${filled(from)}`
    case 'between':
      return filled(from) === '' && filled(to) === '' ? '' : `${filled(from)} - ${filled(to)}`
    case 'season':
      return seasonText(boxes)
    case 'words':
      return words
    case 'not_known':
    case 'declined':
      return way
  }
}

const partsOf = (text: string): DateParts => {
  const [year = '', month = '', day = ''] = text.trim().split('/').reverse()
  return { day, month, year }
}

const guess = (typed: string): Boxes => {
  const at = (way: Way, more: Partial<Boxes> = {}): Boxes => ({ ...NO_BOXES, ...more, way })
  if (typed === '') return NO_BOXES
  if (typed === 'not_known' || typed === 'declined') return at(typed)
  const [, word, year = ''] = /^(\S+) (\S*?)(?:-\d+)?$/.exec(typed) ?? []
  const season = SEASONS.match(word)
  if (season !== null) return at('season', { season, from: { ...NO_PARTS, year } })
  if (typed.startsWith('~ ')) return at('about', { from: partsOf(typed.slice(2)) })
  const [from, to] = typed.split(' - ')
  if (from !== undefined && to !== undefined) return at('between', { from: partsOf(from), to: partsOf(to) })
  const slashes = typed.split('/').length - 1
  if (slashes === 2) return at('exact', { from: partsOf(typed) })
  if (slashes === 1) return at('month', { from: partsOf(typed) })
  return at('year', { from: partsOf(typed) })
}

/** A text back into boxes, after a draft or a conflict has set it; what no box would have written is shown as words. */
export const toBoxes = (typed: string): Boxes => {
  if (isDay(typed)) return { ...NO_BOXES, from: toParts(typed) }
  const boxes = guess(typed)
  const isBoxed = boxes.way !== 'year' || /^\d{1,4}$/.test(typed)
  return isBoxed && toTyped(boxes) === typed ? boxes : { ...NO_BOXES, way: 'words', words: typed }
}
