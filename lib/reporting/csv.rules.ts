import { toCsvField } from '@/lib/shared/csv.rules'
import { cleanTable } from './clean.rules'
import type { ReportDocument, ReportTable } from './document.rules'

/**
 * A table as a spreadsheet and a program read it: a line a row, numbers plain (a share from 0 to 1), an empty field where a figure has no
 * meaning. The first column says on every line what the file is, because a line is copied alone.
 */
export const toCsv = (given: ReportTable, { mark, copy }: Pick<ReportDocument, 'mark' | 'copy'>): string => {
  const { rowsLabel, columns, rows } = cleanTable(given)
  const sign = `${mark} (${copy})`
  const lines = [
    ['INTERNAL', rowsLabel, ...columns.map(({ label }) => label)],
    ...rows.map(({ label, cells }) => [sign, label, ...columns.map((_, column) => cells[column] ?? '')]),
  ]
  // The mark at the beginning tells a spreadsheet that the file is UTF-8.
  return `\uFEFF${lines.map((line) => line.map(toCsvField).join(',')).join('\r\n')}\r\n`
}
