/**
 * Spreadsheets run a cell that begins with one of these as a formula, also behind spaces; some versions read the wide
 * forms like the narrow ones.
 */
const formulaStarts = '=+-@|%\uff1d\uff0b\uff0d\uff20\u2212'

/**
 * Where the list separator is a semicolon, as in Belgium, a spreadsheet takes a whole line for one cell: quotes within it are signs like others, and
 * what comes behind a semicolon or a line end begins a cell.
 */
const behindSeparator = /([;\r\n])(?=[\s\p{Cc}\p{Cf}"]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\u2212])/gu

/** One field of a CSV line: formulas disarmed by an apostrophe, quotes doubled. */
export function toCsvField(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'not_a_number'
  const first = value.replace(/^[\s\p{Cc}\p{Cf}]+/u, '').charAt(0)
  const isFormula = first !== '' && formulaStarts.includes(first)
  const inside = value.replaceAll(behindSeparator, "$1'")
  const safe = isFormula || /^[\t\r\n]/.test(value) ? `'${inside}` : inside
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
