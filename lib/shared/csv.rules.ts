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
