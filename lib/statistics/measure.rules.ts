/**
 * Statistics: figures about people that let no one be recognised. What may be counted is this closed list; a
 * question outside it cannot be asked, so that no one can subtract one free filter from another.
 */

import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

export const dimensions = vocabulary('statistics.dimensions', [
  'centre',
  'nationality',
  'age',
  'topic',
  'signal',
  'guardianship',
  'trafficking',
  'sex',
  'office',
  'end',
  'length',
])
export type Dimension = CodeOf<typeof dimensions>

export const units = vocabulary('statistics.units', [
  'person',
  'encounter',
  'visit',
  'topic',
  'signal',
  'guardianship',
  'trafficking',
])
export type Unit = CodeOf<typeof units>

export const measureIds = vocabulary('statistics.measure-ids', [
  'peopleByCentre',
  'encountersByCentre',
  'visitsByCentre',
  'peopleByNationality',
  'peopleByAge',
  'peopleByTopic',
  'peopleBySignal',
  'peopleByGuardianship',
  'peopleByTrafficking',
  'peopleBySex',
  'peopleByOffice',
  'peopleByEnd',
  'peopleByLength',
])
export type MeasureId = CodeOf<typeof measureIds>

export type Measure = {
  id: MeasureId
  unit: Unit
  /** What the printed number counts. The protected unit is the person in both cases. */
  counts: 'persons' | 'events'
  dimension: Dimension
  /** Further dimensions that may be crossed with the first, at most two at a time. */
  also: readonly Dimension[]
}

export const measures: Readonly<Record<MeasureId, Measure>> = {
  peopleByCentre: {
    id: 'peopleByCentre',
    unit: 'person',
    counts: 'persons',
    dimension: 'centre',
    also: ['age', 'nationality', 'sex', 'end', 'length'],
  },
  encountersByCentre: {
    id: 'encountersByCentre',
    unit: 'encounter',
    counts: 'events',
    dimension: 'centre',
    also: ['age', 'nationality', 'sex'],
  },
  visitsByCentre: { id: 'visitsByCentre', unit: 'visit', counts: 'events', dimension: 'centre', also: [] },
  peopleByNationality: {
    id: 'peopleByNationality',
    unit: 'person',
    counts: 'persons',
    dimension: 'nationality',
    also: ['age', 'centre', 'sex', 'end', 'length'],
  },
  peopleByAge: {
    id: 'peopleByAge',
    unit: 'person',
    counts: 'persons',
    dimension: 'age',
    also: ['centre', 'nationality', 'sex', 'end', 'length'],
  },
  peopleByTopic: {
    id: 'peopleByTopic',
    unit: 'topic',
    counts: 'persons',
    dimension: 'topic',
    also: ['age', 'nationality', 'sex'],
  },
  peopleBySignal: {
    id: 'peopleBySignal',
    unit: 'signal',
    counts: 'persons',
    dimension: 'signal',
    also: ['age', 'nationality', 'sex'],
  },
  peopleByGuardianship: {
    id: 'peopleByGuardianship',
    unit: 'guardianship',
    counts: 'persons',
    dimension: 'guardianship',
    also: ['age', 'nationality', 'sex'],
  },
  peopleByTrafficking: {
    id: 'peopleByTrafficking',
    unit: 'trafficking',
    counts: 'persons',
    dimension: 'trafficking',
    also: ['age', 'nationality', 'sex'],
  },
  peopleBySex: {
    id: 'peopleBySex',
    unit: 'person',
    counts: 'persons',
    dimension: 'sex',
    also: ['age', 'nationality', 'centre', 'office', 'end', 'length'],
  },
  peopleByOffice: {
    id: 'peopleByOffice',
    unit: 'person',
    counts: 'persons',
    dimension: 'office',
    also: ['sex', 'age', 'nationality'],
  },
  peopleByEnd: {
    id: 'peopleByEnd',
    unit: 'person',
    counts: 'persons',
    dimension: 'end',
    also: ['length', 'sex', 'age', 'nationality', 'centre'],
  },
  peopleByLength: {
    id: 'peopleByLength',
    unit: 'person',
    counts: 'persons',
    dimension: 'length',
    also: ['end', 'sex', 'age', 'nationality', 'centre'],
  },
}

/** One person adds at most this many events, topics or signals to a period, so that no one carries a figure. */
export const contributionCap = 5

/** Dimensions of which one person may carry several values. */
const multiple = ['topic', 'signal', 'guardianship', 'trafficking'] as const satisfies readonly Dimension[]
export const isMultiple = (dimension: string): boolean => multiple.some((one) => one === dimension)

/** What changes for one person within a year as a matter of course: who is held in spring may have been removed by autumn. */
const changing = ['end', 'length'] as const satisfies readonly Dimension[]
export const isChanging = (dimension: string): boolean => changing.some((one) => one === dimension)

/** How much a printed value says about someone: decides the share at which a breakdown is withheld. */
export type Sensitivity = 'plain' | 'sensitive' | 'high'
const sensitivities: Readonly<Record<Dimension, Sensitivity>> = {
  centre: 'plain',
  nationality: 'plain',
  age: 'plain',
  topic: 'sensitive',
  signal: 'high',
  guardianship: 'high',
  trafficking: 'high',
  sex: 'plain',
  office: 'plain',
  end: 'sensitive',
  length: 'sensitive',
}
export const sensitivityOf = (dimension: Dimension): Sensitivity => sensitivities[dimension]

/** More than three cross to cells so small that nothing could be printed. */
export const mostDimensions = 3

/** The dimensions of a question, or null when the measure does not allow one of them. */
export function findBreakdown(measure: Measure, also: readonly Dimension[]): readonly Dimension[] | null {
  const asked = [measure.dimension, ...also]
  const isAllowed = also.every((one) => measure.also.includes(one)) && new Set(asked).size === asked.length
  return isAllowed && asked.length <= mostDimensions ? asked : null
}

/** The tables that can be asked for, by the one word the URL and the messages use. */
export const tables = {
  peopleByCentre: { measure: 'peopleByCentre', also: [] },
  peopleByCentreAge: { measure: 'peopleByCentre', also: ['age'] },
  encountersByCentre: { measure: 'encountersByCentre', also: [] },
  visitsByCentre: { measure: 'visitsByCentre', also: [] },
  peopleByNationality: { measure: 'peopleByNationality', also: [] },
  peopleByNationalityAge: { measure: 'peopleByNationality', also: ['age'] },
  peopleByAge: { measure: 'peopleByAge', also: [] },
  peopleByTopic: { measure: 'peopleByTopic', also: [] },
  peopleBySignal: { measure: 'peopleBySignal', also: [] },
} as const satisfies Record<string, { measure: MeasureId; also: readonly Dimension[] }>
export type TableId = keyof typeof tables

export const tableIds = [
  'peopleByCentre',
  'peopleByCentreAge',
  'encountersByCentre',
  'visitsByCentre',
  'peopleByNationality',
  'peopleByNationalityAge',
  'peopleByAge',
  'peopleByTopic',
  'peopleBySignal',
] as const satisfies readonly TableId[]

export const isTableId = (text: string | undefined): text is TableId => tableIds.some((id) => id === text)
