// Which numbers are marked because people who know them may recognise someone. Marking too much costs ink; too little costs a person.

import { isSmall, type ReportTable } from './document.rules'

type Place = { readonly row: number; readonly column: number }

const isCount = ({ columns }: ReportTable, column: number): boolean => columns[column]?.unit === 'count'

/** Every number of people there is, counted under one heading: in one row, or in one of the sensitive columns, or equal to a whole. */
const holdsForAll = (table: ReportTable, { row, column }: Place, value: number): boolean => {
  const cells = table.rows[row]?.cells ?? []
  const counts = cells.map((cell, at) => (at !== column && isCount(table, at) ? (cell ?? 0) : null))
  const beside = counts.filter((cell, at) => cell !== null && table.columns[at]?.sensitive === true)
  const isAloneAcross = beside.length > 0 && beside.every((cell) => cell === 0)
  const isWhole = counts.some((cell, at) => table.columns[at]?.sensitive === false && cell === value)
  const others = table.rows.filter(({ kind }, at) => at !== row && kind !== 'total')
  const isAloneDown =
    table.rows[row]?.kind !== 'total' &&
    others.length > 0 &&
    others.every(({ cells: their }) => (their[column] ?? 0) === 0)
  return isAloneAcross || isWhole || isAloneDown
}

/**
 * Counts of 1 to 10; under a sensitive heading also zero ("none of them") and an answer that holds for all, which both tell
 * something of everyone who was counted. Days and shares are no people.
 */
export const isMarked = (table: ReportTable, place: Place): boolean => {
  const value = table.rows[place.row]?.cells[place.column] ?? null
  if (table.isProtected === true || value === null || !isCount(table, place.column)) return false
  if (isSmall(value)) return true
  if (table.columns[place.column]?.sensitive !== true) return false
  return value === 0 || holdsForAll(table, place, value)
}

/** What the legend has to explain; null where nothing is marked. */
export const legendOf = (table: ReportTable): 'small' | 'sensitive' | null => {
  const hasMarks = table.rows.some((_, row) =>
    table.columns.some((__, column) => isMarked(table, { row, column })),
  )
  if (!hasMarks) return null
  return table.columns.some(({ sensitive, unit }) => sensitive && unit === 'count') ? 'sensitive' : 'small'
}
