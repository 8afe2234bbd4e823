// How a number of a report is written, the same on the page, on paper, in a chart and in a sentence.

import { formatNumber, formatPercent } from '@/lib/countries/wording.rules'
import type { NumberUnit, ReportDocument, ReportTable } from './document.rules'

type Language = ReportDocument['language']

/** Where a figure has no meaning. Never empty: an empty cell would be read as forgotten. */
export const NO_VALUE = '–'
/** A number that is not said, so that no one is recognised. */
export const WITHHELD = 'x'

/** A number in the signs of the language: a share with its per cent sign, a measure with one decimal at most. */
export const sayValue = (value: number | null, unit: NumberUnit, language: Language): string => {
  if (value === null) return NO_VALUE
  if (unit === 'share') return formatPercent(value * 100, language)
  return formatNumber(unit === 'count' ? value : Math.round(value * 10) / 10, language)
}

/** A cell of a table as it is written in its column. */
export const sayCell = (
  { columns, rows, isProtected }: ReportTable,
  { row, column }: { readonly row: number; readonly column: number },
  language: Language,
): string => {
  const unit = columns[column]?.unit
  if (unit === undefined) throw new Error(`the table has no column ${column}`)
  const value = rows[row]?.cells[column] ?? null
  return value === null && isProtected === true ? WITHHELD : sayValue(value, unit, language)
}

const MEASURES = { days: 'day', hours: 'hour', minutes: 'minute' } as const

/** A number that stands alone: with the word of its measure ("35 days"), a count and a share as they are. */
export const sayMeasure = (value: number, unit: NumberUnit, language: Language): string => {
  if (unit === 'count' || unit === 'share') return sayValue(value, unit, language)
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : `${language}-BE`, {
    style: 'unit',
    unit: MEASURES[unit],
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(value)
}
