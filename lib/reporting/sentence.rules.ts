// What a table or a chart says, as facts for a sentence: how many, how many more or fewer, where the most. Never why.

import type { NumberUnit, ReportChart, ReportTable } from './document.rules'

/** What was counted, as a noun of the sentence. */
export type Counted = 'people' | 'conversations' | 'visits' | 'files' | 'other'

/** A row or a point that is named, with its number. */
export type Named = { readonly label: string; readonly value: number }

export type Sentence =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'year' | 'period'
      /** "We met" is said of people in conversation only. */
      readonly isMet: boolean
      readonly counted: Counted
      readonly total: number
      readonly period: string
      readonly before: Named | null
    }
  | {
      readonly kind: 'twoPlaces'
      readonly counted: Counted
      readonly total: number
      readonly part: number
      readonly first: string
      readonly second: string
    }
  | {
      readonly kind: 'among'
      readonly counted: Counted
      readonly total: number
      readonly top: readonly Named[]
    }
  | {
      readonly kind: 'mostInMonth' | 'most'
      readonly unit: NumberUnit
      readonly labels: readonly string[]
      readonly value: number
    }
  | { readonly kind: 'half' | 'moreThanHalf'; readonly days: number }

const NONE = { kind: 'none' } as const

/** "In 2026 we met 612 people, 48 fewer than in 2025." */
export const sentenceOfTotal = (given: {
  readonly isMet: boolean
  readonly counted: Counted
  readonly total: number
  readonly period: { readonly label: string; readonly isYear: boolean }
  readonly before: Named | null
}): Extract<Sentence, { kind: 'year' | 'period' }> => ({
  kind: given.period.isYear ? 'year' : 'period',
  isMet: given.isMet,
  counted: given.counted,
  total: given.total,
  period: given.period.label,
  before: given.before,
})

/**
 * "457 people, 202 of them in Caricole or Merksplas." The numbers of two rows are added only where all rows together are the total:
 * where they overlap, someone would be said twice.
 */
export const sentenceOfTable = (
  table: ReportTable,
  {
    counted,
    isPlaces,
    column = 0,
  }: {
    readonly counted: Counted
    readonly isPlaces: boolean
    /** Which column is told of: where a figure is broken into columns, the one of all of it. */
    readonly column?: number
  },
): Sentence => {
  const total = table.rows.find(({ kind }) => kind === 'total')?.cells[column] ?? null
  if (total === null || total === 0 || table.columns[column]?.unit !== 'count') return NONE
  const rows = table.rows.filter(({ kind }) => kind !== 'total')
  const known = rows
    .flatMap(({ kind, label, cells }) => {
      const value = cells[column] ?? 0
      return kind === 'known' && value > 0 ? [{ label, value }] : []
    })
    .toSorted((a, b) => b.value - a.value)
  const [first, second, third] = known
  if (first === undefined || known.length < 2) return NONE
  const addsUp = rows.reduce((sum, { cells }) => sum + (cells[column] ?? 0), 0) === total
  const hasTwo = second !== undefined && third !== undefined && second.value > third.value
  if (addsUp && hasTwo && isPlaces)
    return {
      kind: 'twoPlaces',
      counted,
      total,
      part: first.value + second.value,
      first: first.label,
      second: second.label,
    }
  if (hasTwo) return { kind: 'among', counted, total, top: [first, second] }
  if (second !== undefined && first.value > second.value)
    return { kind: 'among', counted, total, top: [first] }
  return NONE
}

/** So many may be the highest together and still be named. */
const MOST_NAMED = 3

/** "Most in October: 71."; of a survival curve, by when half had ended. */
export const sentenceOfChart = (
  { kind, unit, series }: ReportChart,
  { isMonths }: { readonly isMonths: boolean },
): Sentence => {
  const [only, ...others] = series
  if (only === undefined || others.length > 0) return NONE
  const known = only.points.flatMap((point) =>
    point.value === null
      ? []
      : [{ label: point.name ?? point.label, value: point.value, at: point.at ?? null }],
  )
  if (kind === 'steps') {
    const half = known.find(({ value }) => value <= 0.5)
    const day = half?.at ?? known.at(-1)?.at ?? null
    return day === null ? NONE : { kind: half === undefined ? 'moreThanHalf' : 'half', days: day }
  }
  const value = Math.max(...known.map((each) => each.value))
  const highest = known.filter((each) => each.value === value)
  if (value <= 0 || highest.length > MOST_NAMED || highest.length === known.length) return NONE
  return {
    kind: isMonths ? 'mostInMonth' : 'most',
    unit,
    labels: highest.map(({ label }) => label),
    value,
  }
}
