import { TableRefused } from './table.rules'

/** The number of a column from 1 on: A is 1, AA is 27. */
export const columnOf = (address: string): number => {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(address)?.[0]
  if (letters === undefined) throw new TableRefused('fileBroken')
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

const lettersOf = (column: number): string =>
  column < 27
    ? String.fromCharCode(64 + column)
    : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))

/** A row that is filled up to the limit is too wide; a cell for itself was left there by mistake, and it is named. */
export const beyond = (cells: readonly string[], column: number, row: number) =>
  cells.length === column - 1 && cells.at(-1) !== ''
    ? ('tableTooWide' as const)
    : (`tableStrayCell:${lettersOf(column)}${row}` as const)
