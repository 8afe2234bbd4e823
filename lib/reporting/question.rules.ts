import { COUNT_REACHES, type CountReach } from '@/lib/shared/count-reach'
import { type Day, readDay } from '@/lib/shared/dates'
import { meanings, meant, type Search } from '@/lib/shared/search'
import { isId } from '@/lib/shared/shape'
import { vocabulary } from '@/lib/shared/vocabulary'
import { DIMENSION_IDS, type DimensionId, isOwn, ownerOf } from './dimension.rules'
import { factOf } from './fact.rules'
import { FIGURE_IDS, type FigureId, figureOf } from './figure.rules'
import type { OwnDimension } from './own-dimension.rules'

/**
 * What a report asks, as its address: codes, days and ids of offices, never a name. An address can be sent and saved: who opens it counts
 * anew, within their own reach. What cannot be read is left out.
 */

/** With whom a question is shared. */
export const SHARED = vocabulary('reporting.shared', ['own', 'team', 'organisation'])

/** A value of a dimension, or null for what is not recorded. */
export type Only = { readonly dimension: DimensionId; readonly value: string | null }
export type Column = { readonly figure: FigureId; readonly only: Only | null }

export type Question = {
  readonly reach: CountReach
  readonly from: Day
  readonly until: Day
  /** Offices by id; none is all of the reach. */
  readonly offices: readonly string[]
  readonly by: DimensionId
  /** Breaks the one column into several. */
  readonly split: DimensionId | null
  readonly columns: readonly Column[]
  readonly only: readonly Only[]
}

export const MOST_COLUMNS = 12
export const MOST_CONDITIONS = 3
export const MOST_OFFICES = 20

const isValue = (text: string): boolean => /^[A-Za-z0-9_+-]{1,60}$/.test(text)
const NONE = '-'

export const toOnlyText = ({ dimension, value }: Only): string => `${dimension}~${value ?? NONE}`
/** The own fields that are dimensions of this organisation: what is none of them, or none of their values, is not read. */
export type OwnDimensions = readonly Pick<OwnDimension, 'id' | 'values'>[]
const readDimension = (text: string | undefined, own: OwnDimensions): DimensionId | null =>
  DIMENSION_IDS.match(text) ?? own.find(({ id }) => id === text)?.id ?? null

export const readOnly = (text: string, own: OwnDimensions): Only | null => {
  const [name, value, ...more] = text.split('~')
  const dimension = readDimension(name, own)
  if (dimension === null || value === undefined || more.length > 0 || !isValue(value)) return null
  const codes = own.find(({ id }) => id === dimension)?.values.map(({ code }) => code)
  if (codes !== undefined && value !== NONE && !codes.includes(value)) return null
  return { dimension, value: value === NONE ? null : value }
}

/** `people_met`, or `people_met.sex~f`. */
export const toColumnText = ({ figure, only }: Column): string =>
  only === null ? figure : `${figure}.${toOnlyText(only)}`
export const readColumn = (text: string, own: OwnDimensions): Column | null => {
  const dot = text.indexOf('.')
  const figure = FIGURE_IDS.match(dot < 0 ? text : text.slice(0, dot))
  if (figure === null) return null
  if (dot < 0) return { figure, only: null }
  const only = readOnly(text.slice(dot + 1), own)
  return only !== null && canBreak(figure, only.dimension) ? { figure, only } : null
}

/** An answer about a person breaks down what is about people, an answer about a file what is of one file. */
export const canBreak = (figure: FigureId, by: DimensionId): boolean => {
  const { fact, by: shipped } = figureOf(figure)
  if (!isOwn(by)) return shipped.includes(by)
  return ownerOf(by) === 'person' ? factOf(fact).people : factOf(fact).isOfOneFile
}

/** No organisation counts before it; the database has no year nought. */
const FIRST_DAY: Day = '1900-01-01'
const readPeriodDay = (text: string): Day | null => {
  const day = readDay(text)
  return day !== null && day >= FIRST_DAY ? day : null
}

/** Each once. To ask for more of them is to name none, which is all. */
export const readOffices = (search: Search): readonly string[] => [
  ...new Set(
    meanings(search, 'office', (text) => (isId(text) ? text.toLowerCase() : null)).slice(0, MOST_OFFICES),
  ),
]

export type Defaults = { readonly today: Day; readonly reach: CountReach; readonly own: OwnDimensions }

/** The question of an address; where it says nothing, people met this year by place. */
export const readQuestion = (search: Search, { today, reach, own }: Defaults): Question => {
  const dimension = (text: string): DimensionId | null => readDimension(text, own)
  const from = meant(search, 'from', readPeriodDay) ?? `${today.slice(0, 4)}-01-01`
  const asked = meant(search, 'until', (text) => {
    const day = readPeriodDay(text)
    return day !== null && day >= from ? day : null
  })
  const columns = meanings(search, 'column', (text) => readColumn(text, own)).slice(0, MOST_COLUMNS)
  return {
    reach: meant(search, 'reach', COUNT_REACHES.match) ?? reach,
    from,
    until: asked ?? (today >= from ? today : from),
    offices: readOffices(search),
    by: meant(search, 'by', dimension) ?? 'place',
    split: columns.length > 1 ? null : meant(search, 'split', dimension),
    columns: columns.length === 0 ? [{ figure: 'people_met', only: null }] : columns,
    only: meanings(search, 'only', (text) => readOnly(text, own)).slice(0, MOST_CONDITIONS),
  }
}

/** The address of a question, without the page. */
export const toSearch = ({ reach, from, until, offices, by, split, columns, only }: Question): string => {
  const search = new URLSearchParams({ reach, from, until, by })
  for (const office of offices) search.append('office', office)
  if (split !== null) search.append('split', split)
  for (const column of columns) search.append('column', toColumnText(column))
  for (const one of only) search.append('only', toOnlyText(one))
  return search.toString()
}

/** The offices that a reach has, for the choice among them. */
export const officesOf = <Office extends { readonly id: string }>(
  { offices, leads }: { readonly offices: readonly Office[]; readonly leads: readonly string[] },
  reach: CountReach,
): readonly Office[] => (reach === 'team' ? offices.filter(({ id }) => leads.includes(id)) : offices)
