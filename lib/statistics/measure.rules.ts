/**
 * Statistics: figures about people that let nobody be recognised. What may be counted is this closed list; a
 * question outside it cannot be asked, so that nobody can subtract one free filter from another.
 */

export const dimensions = ['centre', 'nationality', 'age', 'topic', 'signal'] as const
export type Dimension = (typeof dimensions)[number]

export const units = ['person', 'encounter', 'visit', 'topic', 'signal'] as const
export type Unit = (typeof units)[number]

export const measureIds = [
  'peopleByCentre',
  'encountersByCentre',
  'visitsByCentre',
  'peopleByNationality',
  'peopleByAge',
  'peopleByTopic',
  'peopleBySignal',
] as const
export type MeasureId = (typeof measureIds)[number]

export type Measure = {
  id: MeasureId
  unit: Unit
  /** What the printed number counts. The protected unit is the person in both cases. */
  counts: 'persons' | 'events'
  dimension: Dimension
  /** A second dimension that may be crossed with the first. */
  also: readonly Dimension[]
}

export const measures: Readonly<Record<MeasureId, Measure>> = {
  peopleByCentre: {
    id: 'peopleByCentre',
    unit: 'person',
    counts: 'persons',
    dimension: 'centre',
    also: ['age'],
  },
  encountersByCentre: {
    id: 'encountersByCentre',
    unit: 'encounter',
    counts: 'events',
    dimension: 'centre',
    also: [],
  },
  visitsByCentre: { id: 'visitsByCentre', unit: 'visit', counts: 'events', dimension: 'centre', also: [] },
  peopleByNationality: {
    id: 'peopleByNationality',
    unit: 'person',
    counts: 'persons',
    dimension: 'nationality',
    also: ['age'],
  },
  peopleByAge: { id: 'peopleByAge', unit: 'person', counts: 'persons', dimension: 'age', also: [] },
  peopleByTopic: { id: 'peopleByTopic', unit: 'topic', counts: 'persons', dimension: 'topic', also: [] },
  peopleBySignal: { id: 'peopleBySignal', unit: 'signal', counts: 'persons', dimension: 'signal', also: [] },
}

/** One person adds at most this many events, topics or signals to a period, so that nobody carries a figure. */
export const contributionCap = 5

/** Dimensions of which one person may carry several values. */
export const isMultiple = (dimension: Dimension): boolean => dimension === 'topic' || dimension === 'signal'

/** How much a printed value says about somebody: decides the share at which a breakdown is withheld. */
export type Sensitivity = 'plain' | 'sensitive' | 'high'
const sensitivities: Readonly<Record<Dimension, Sensitivity>> = {
  centre: 'plain',
  nationality: 'plain',
  age: 'plain',
  topic: 'sensitive',
  signal: 'high',
}
export const sensitivityOf = (dimension: Dimension): Sensitivity => sensitivities[dimension]

/** The dimensions of a question, or null when the measure does not allow the second one. */
export function findBreakdown(measure: Measure, also: Dimension | null): readonly Dimension[] | null {
  if (also === null) return [measure.dimension]
  return measure.also.includes(also) ? [measure.dimension, also] : null
}

/** The tables that can be asked for, by the one word the URL and the messages use. */
export const tables = {
  peopleByCentre: { measure: 'peopleByCentre', also: null },
  peopleByCentreAge: { measure: 'peopleByCentre', also: 'age' },
  encountersByCentre: { measure: 'encountersByCentre', also: null },
  visitsByCentre: { measure: 'visitsByCentre', also: null },
  peopleByNationality: { measure: 'peopleByNationality', also: null },
  peopleByNationalityAge: { measure: 'peopleByNationality', also: 'age' },
  peopleByAge: { measure: 'peopleByAge', also: null },
  peopleByTopic: { measure: 'peopleByTopic', also: null },
  peopleBySignal: { measure: 'peopleBySignal', also: null },
} as const satisfies Record<string, { measure: MeasureId; also: Dimension | null }>
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
