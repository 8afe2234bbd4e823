import { toCsvField } from '@/lib/shared/csv.rules'
import { cleanTable } from './clean.rules'
import type { ReportDocument, ReportTable } from './document.rules'
import { WITHHELD } from './number.rules'

/** What the heads of a file of several tables are called. */
export type CsvHeads = { readonly table: string; readonly row: string }

/**
 * Tables as a spreadsheet and a program read them: a line a row, numbers plain (a share from 0 to 1), an empty field where a figure has no
 * meaning. The first column says on every line what the file is, because a line is copied alone. Several tables have the same columns, and
 * each line says of which it is.
 */
export const toCsv = (
  given: readonly ReportTable[],
  { mark, copy }: Pick<ReportDocument, 'mark' | 'copy'>,
  heads: CsvHeads,
): string => {
  const tables = given.map(cleanTable)
  const [first] = tables
  if (first === undefined) throw new Error('a file of no table')
  const { columns, rowsLabel } = first
  const isOne = tables.length === 1
  const sign = `${mark} (${copy})`
  const lines = [
    ['INTERNAL', ...(isOne ? [rowsLabel] : [heads.table, heads.row]), ...columns.map(({ label }) => label)],
    ...tables.flatMap((table) =>
      table.rows.map(({ label, cells }) => [
        sign,
        ...(isOne ? [] : [table.rowsLabel]),
        label,
        ...columns.map((_, column) => cells[column] ?? (table.isProtected === true ? WITHHELD : '')),
      ]),
    ),
  ]
  // The mark at the beginning tells a spreadsheet that the file is UTF-8.
  return `\uFEFF${lines.map((line) => line.map(toCsvField).join(',')).join('\r\n')}\r\n`
}
