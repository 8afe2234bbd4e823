import { toCsvField } from '@/lib/shared/csv.rules'

/** The file of a release: RFC 4180 with CRLF, every number with its bounds and its flag, no cell empty. */
export type FileColumn = { header: string; hxl: string }
export type FileRow = readonly (string | number)[]

/** A release as rows of one kind: the same for CSV and JSON, so that the two cannot disagree. */
export type ReleaseFile = { columns: readonly FileColumn[]; rows: readonly FileRow[] }

const line = (fields: FileRow): string => `${fields.map(toCsvField).join(',')}\r\n`

/** Header, HXL row, data. Text without byte order mark. */
export function toCsv(file: ReleaseFile): string {
  return [
    line(file.columns.map((column) => column.header)),
    line(file.columns.map((column) => column.hxl)),
    ...file.rows.map(line),
  ].join('')
}

/** What leaves the organisation: Excel takes a file without the mark for Latin-1. */
export const toCsvFile = (file: ReleaseFile): string => `\ufeff${toCsv(file)}`

/**
 * Fixed words, never translated, so that a script reads every language's file alike. A withheld number is called small only where
 * its bound says so (disclosure.rules).
 */
export const toValueToken = (
  { value, upper }: { value: number | null; upper: number },
  threshold: number,
): string | number => value ?? (isFew({ upper }, threshold) ? `<${threshold}` : 'withheld')

/** Whether a withheld number is one below the threshold, as all withheld numbers of its table are. */
export const isFew = ({ upper }: { upper: number }, threshold: number): boolean => upper < threshold
