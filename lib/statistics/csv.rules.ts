/** The file of a release: RFC 4180 with CRLF, every number with its bounds and its flag, no cell empty. */
export type FileColumn = { header: string; hxl: string }
export type FileRow = readonly (string | number)[]

/** A release as rows of one kind: the same for CSV and JSON, so that the two cannot disagree. */
export type ReleaseFile = { columns: readonly FileColumn[]; rows: readonly FileRow[] }

/**
 * Spreadsheets run a cell that begins with one of these as a formula, also behind spaces; some versions read the wide
 * forms like the narrow ones.
 */
const formulaStarts = '=+-@|%\uff1d\uff0b\uff0d\uff20\u2212'

/** One field of a CSV line: formulas disarmed by an apostrophe, quotes doubled. */
export function toCsvField(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'not_a_number'
  const first = value.replace(/^[\s\p{Cc}\p{Cf}]+/u, '').charAt(0)
  const isFormula = first !== '' && formulaStarts.includes(first)
  const safe = isFormula || /^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (fields: FileRow): string => `${fields.map(toCsvField).join(',')}\r\n`

/** Header, HXL row, data. Text without byte order mark. */
export function toCsv(file: ReleaseFile): string {
  return [
    line(file.columns.map((column) => column.header)),
    line(file.columns.map((column) => column.hxl)),
    ...file.rows.map(line),
  ].join('')
}

/** What leaves the house: Excel takes a file without the mark for Latin-1. */
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
