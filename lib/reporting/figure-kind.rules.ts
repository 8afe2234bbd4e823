import { vocabulary } from '@/lib/shared/vocabulary'
import type { DimensionId } from './dimension.rules'
import type { NumberUnit } from './document.rules'
import type { FactId } from './fact.rules'

/**
 * `people`: each person once. `rows`: each thing that happened once. `sum` and `median` of a number of the fact. `length`: how long it lasts,
 * by Kaplan and Meier, because a mean of what has ended leaves out what goes on; `wait`: the same from one day to another, none on one day.
 */
export type Counting =
  | { readonly of: 'people' | 'rows' | 'length' | 'wait' }
  | { readonly of: 'sum' | 'median'; readonly number: string }

/** `in` the period it happened, `during` it went on at least a day of it, `on` its last day it was so. */
export type Timing = 'in' | 'during' | 'on'

export type Figure = {
  readonly fact: FactId
  readonly counting: Counting
  readonly timing: Timing
  /** Which rows of the fact: codes by column; null is what is not recorded. */
  readonly where?: Readonly<Record<string, readonly (string | null)[]>>
  /** The figure in whose share it is told: the same breakdown of both, in the same period. */
  readonly over?: string
  readonly unit: NumberUnit
  /** What it may be broken down by. */
  readonly by: readonly DimensionId[]
  readonly chapter: Chapter
}

export const CHAPTERS = vocabulary('reporting.chapters', [
  'access',
  'met',
  'activities',
  'files',
  'signals',
  'detention',
  'procedure',
  'removal',
  'conditions',
  'families',
  'asylum',
  'legal_aid',
  'reception',
  'minors',
  'referrals',
])
export type Chapter = (typeof CHAPTERS)['codes'][number]

export const WHEN: readonly DimensionId[] = ['month', 'quarter', 'year']
export const WHO: readonly DimensionId[] = ['sex', 'age', 'age_group', 'nationality']
export const WHERE: readonly DimensionId[] = ['place', 'place_kind', 'office']
export const ALL: readonly DimensionId[] = [...WHO, ...WHERE, ...WHEN]
/** Of people in no place that we know. */
export const FOLK: readonly DimensionId[] = [...WHO, 'office', ...WHEN]
export const FOLK_ON: readonly DimensionId[] = [...WHO, 'office']
export const ACTIVITY: readonly DimensionId[] = [...ALL, 'activity_way', 'project']
/** Of an office and of no one who could be named. */
export const GROUP_SESSION: readonly DimensionId[] = ['office', ...WHEN, 'topic', 'language', 'project']
/** Of no one in particular: what was said of them is its own. */
export const ENQUIRY: readonly DimensionId[] = [
  'office',
  ...WHEN,
  'enquiry_way',
  'topic',
  'language',
  'enquiry_nationality',
]

export const people = (
  fact: FactId,
  by: readonly DimensionId[],
  chapter: Chapter,
  more: Partial<Figure> = {},
): Figure => ({ fact, counting: { of: 'people' }, timing: 'in', unit: 'count', by, chapter, ...more })
export const rows = (
  fact: FactId,
  by: readonly DimensionId[],
  chapter: Chapter,
  more: Partial<Figure> = {},
): Figure => ({ fact, counting: { of: 'rows' }, timing: 'in', unit: 'count', by, chapter, ...more })
export const share = (figure: Figure, over: string): Figure => ({ ...figure, unit: 'share', over })
export const wait = (fact: FactId, by: readonly DimensionId[], chapter: Chapter): Figure => ({
  ...rows(fact, by, chapter, { timing: 'during' }),
  counting: { of: 'wait' },
  unit: 'days',
})
export const event = (kind: string, by: readonly DimensionId[], chapter: Chapter): Figure =>
  rows('detention_event', [...by, ...WHO, ...WHERE, ...WHEN], chapter, { where: { event: [kind] } })
export const asylum = (kind: string, by: readonly DimensionId[] = []): Figure =>
  rows('asylum_event', [...FOLK, 'way', 'sequence', ...by], 'asylum', { where: { event: [kind] } })
export const minors = (kind: string, by: readonly DimensionId[] = []): Figure =>
  people('minor_event', [...FOLK, ...by], 'minors', { where: { event: [kind] } })
export const ofMinors = (kind: string, by: readonly DimensionId[] = []): Figure => ({
  ...minors(kind, by),
  counting: { of: 'rows' },
})
