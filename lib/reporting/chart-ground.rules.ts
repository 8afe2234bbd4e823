// What every drawing of a chart of a report rests on: how much room there is, how wide words are, which number is the highest.

import type { ReportChart, ReportDocument, ReportPoint } from './document.rules'

export type Language = ReportDocument['language']
export type Series = ReportChart['series'][number]

/** The least width in pixels for which a drawing is made: a page from 640 px on, a panel of several, a phone of 320 px. */
export const ROOM = { page: 560, panel: 190, phone: 272 } as const
/** A letter of 14 px, rather too wide than too narrow. */
const LETTER = 7.4
export const widthOf = (text: string): number => text.length * LETTER

export const shortened = (text: string, room: number): string => {
  const most = Math.max(4, Math.floor(room / LETTER))
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}

/** Where a word under a place of the drawing begins or ends: at its middle, or at the edge that it would be cut off by. */
export const withinRoom = (
  x: number,
  text: string,
  room: number,
): { readonly x: number; readonly anchor: 'start' | 'middle' | 'end' } => {
  const half = (50 * widthOf(text)) / room
  if (x < half) return { x: 0, anchor: 'start' }
  return x > 100 - half ? { x: 100, anchor: 'end' } : { x, anchor: 'middle' }
}

export type Ground = {
  readonly unit: ReportChart['unit']
  readonly language: Language
  /** The end of the scale, one for all panels. */
  readonly end: number
  readonly room: number
  /** Of the longest column. */
  readonly tallest: number
}

export const valuesOf = (series: readonly Series[]): readonly number[] =>
  series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])))

export const endOf = (series: readonly Series[], unit: ReportChart['unit']): number =>
  Math.max(unit === 'share' ? 1 : 0, ...valuesOf(series)) || 1

/** The one highest point; null where several are as high, or all are nothing. */
export const highestOf = (points: readonly ReportPoint[]): ReportPoint | null => {
  const known = points.filter(({ value }) => value !== null && value > 0)
  const top = Math.max(...known.map(({ value }) => value ?? 0))
  const highest = known.filter(({ value }) => value === top)
  return known.length > 1 && highest.length === 1 ? (highest[0] ?? null) : null
}

/** Every how many labels can be written beside each other. */
export const labelStep = (points: readonly ReportPoint[], room: number): number => {
  const widest = Math.max(...points.map(({ label }) => widthOf(label))) + 6
  return Math.max(1, Math.ceil((widest * points.length) / room))
}
