import type { Day } from '@/lib/shared/dates'
import {
  type Dimension,
  measureIds,
  measures,
  mostDimensions,
  type Unit,
} from '@/lib/statistics/measure.rules'
import { isClosed, listClosedPeriods, toPeriodCode } from '@/lib/statistics/period.rules'
import { findAsked } from '@/lib/statistics/question.rules'
import { type DimensionId, isOwn, type OwnDimensionId } from './dimension.rules'
import type { FigureId } from './figure.rules'
import type { Column, Question } from './question.rules'

/**
 * From a table of an internal report to the question of the public register that is nearest to it. It takes codes along and no number: a
 * public figure is counted from frozen rows, by another role (docs/adr/0136, 0142).
 */

/** What public releases count in the place of a figure, and by what they have to part it. `isSame`: what is counted is the same thing. */
type Counterpart = { readonly unit: Unit; readonly own?: Dimension; readonly isSame: boolean }
const near = (unit: Unit, own?: Dimension): Counterpart => ({
  unit,
  isSame: false,
  ...(own === undefined ? {} : { own }),
})
const COUNTERPARTS: Readonly<Partial<Record<FigureId, Counterpart>>> = {
  people_met: { unit: 'person', isSame: true },
  people_met_first: near('person'),
  conversations: { unit: 'encounter', isSame: true },
  visits: { unit: 'visit', isSame: true },
  topics: { unit: 'topic', isSame: true },
  people_signalled: { unit: 'signal', isSame: true },
  signals: near('signal'),
  people_held: near('person', 'length'),
  length: near('person', 'length'),
  detentions_ended: near('person', 'end'),
  released: near('person', 'end'),
  removed: near('person', 'end'),
  share_released: near('person', 'end'),
  minors_reported: near('guardianship'),
  minors_in_charge: near('guardianship'),
  minors_missing: near('guardianship'),
  age_doubts: near('guardianship'),
  solutions: near('guardianship'),
}

/** A dimension of reports as releases have it: with its level where that is coarser than the finest. */
const PUBLIC_DIMENSIONS: Readonly<Partial<Record<Exclude<DimensionId, OwnDimensionId>, string>>> = {
  place: 'centre',
  sex: 'sex',
  age: 'age',
  age_group: 'age:majority',
  nationality: 'nationality',
  office: 'office',
  topic: 'topic',
  signal: 'signal',
  end: 'end',
}
const nameOf = (word: string): string => word.split(':')[0] ?? word

export type PublicQuestion = {
  /** The question in one word, as the page of publications takes it (lib/statistics/question.rules). */
  readonly code: string
  /** Dimensions that were asked and are not part of it. */
  readonly dropped: readonly DimensionId[]
  /** Whether it counts the same thing, by everything that was asked. */
  readonly isSame: boolean
}

/** The question of a unit by these dimensions, its rows by the first one that may be the rows of it. */
const codeOf = (unit: Unit, words: readonly string[]): string | null => {
  for (const word of words) {
    const measure = measureIds.codes
      .map((id) => measures[id])
      .find((one) => one.unit === unit && one.dimension === nameOf(word))
    if (measure === undefined) continue
    const code = [
      'public',
      measure.id,
      [word, ...words.filter((other) => other !== word)].join(','),
      'all',
    ].join('/')
    if (findAsked(code) !== null) return code
  }
  return null
}

/** By what a unit is parted when nothing else is asked. */
const firstDimension = (unit: Unit): string | null =>
  measureIds.codes.map((id) => measures[id]).find((measure) => measure.unit === unit)?.dimension ?? null

const askedOf = (
  { only }: Column,
  { by, split, only: conditions }: Pick<Question, 'by' | 'split' | 'only'>,
): readonly DimensionId[] => [
  ...new Set(
    [by, split, only?.dimension, ...conditions.map((one) => one.dimension)].flatMap((one) => one ?? []),
  ),
]

/** The nearest question for one column of a report; null where releases count nothing like it, or it is asked by an answer to an own field. */
export const toPublicQuestion = (
  column: Column,
  question: Pick<Question, 'by' | 'split' | 'only'>,
): PublicQuestion | null => {
  const counterpart = COUNTERPARTS[column.figure]
  const asked = askedOf(column, question)
  if (counterpart === undefined || asked.some(isOwn)) return null
  const { unit, own, isSame } = counterpart
  const all = asked.flatMap((id) => {
    const word = isOwn(id) ? undefined : PUBLIC_DIMENSIONS[id]
    return word === undefined ? [] : [{ id, word }]
  })
  // Ages and the groups of ages are one dimension of releases: the first one asked is kept.
  const known = all.filter(({ word }, at) => all.findIndex((one) => nameOf(one.word) === nameOf(word)) === at)
  const hasOwn = own === undefined || known.some(({ word }) => word === own)
  const first = firstDimension(unit)
  for (let most = Math.min(known.length, mostDimensions); most >= 0; most -= 1) {
    const kept = known.slice(0, most)
    const words = [...kept.map(({ word }) => word), ...(hasOwn ? [] : [own])]
    // What a unit is always parted by, where it was not asked for.
    const code = codeOf(unit, words) ?? (first === null ? null : codeOf(unit, [first, ...words]))
    if (code === null) continue
    const dropped = asked.filter((id) => !kept.some((one) => one.id === id))
    return { code, dropped, isSame: isSame && dropped.length === 0 }
  }
  return null
}

/** The questions of a whole report, each once, with the columns that it stands for; the columns that have none, and the own fields that nothing public is asked by. */
export const toPublicQuestions = (question: Pick<Question, 'by' | 'split' | 'only' | 'columns'>) => {
  const found = new Map<string, PublicQuestion & { readonly columns: readonly Column[] }>()
  const none: Column[] = []
  for (const column of question.columns) {
    const one = toPublicQuestion(column, question)
    if (one === null) {
      none.push(column)
      continue
    }
    const known = found.get(one.code)
    found.set(one.code, {
      code: one.code,
      dropped: [...new Set([...(known?.dropped ?? []), ...one.dropped])],
      isSame: one.isSame && (known?.isSame ?? true),
      columns: [...(known?.columns ?? []), column],
    })
  }
  const own = [...new Set(question.columns.flatMap((column) => askedOf(column, question)))].filter(isOwn)
  return { questions: [...found.values()], none, own }
}

/** The closed period of releases that is nearest to that of a report: itself, else the last one within it; null where none is. */
export const toPublicPeriod = (
  { from, until }: Pick<Question, 'from' | 'until'>,
  today: Day,
): { readonly code: string; readonly isSame: boolean } | null => {
  const closed = listClosedPeriods(from, today).filter((period) => isClosed(period, today))
  const same = closed.find(({ start, end }) => start === from && end === until)
  if (same !== undefined) return { code: toPeriodCode(same), isSame: true }
  const within = closed.filter(({ start, end }) => start >= from && end <= until)
  // The longest, and of these the last.
  const nearest = within.findLast(({ kind }) => kind === 'year') ?? within.at(-1)
  return nearest === undefined ? null : { code: toPeriodCode(nearest), isSame: false }
}

/** The page of publications with a question and its period filled in. */
export const publishHref = (code: string, period: string | null): string =>
  `/statistics?${new URLSearchParams({ table: code, ...(period === null ? {} : { period }) })}`
