import { toCsvField } from '@/lib/shared/csv.rules'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** A caseload that leaves as a file: open files only, of one's own reach, and why (docs/adr/0128). */
export const EXPORT_FORMS = vocabulary('caseload.export-forms', ['xlsx', 'csv'])
export const EXPORT_REASONS = vocabulary('caseload.export-reasons', [
  'meeting',
  'planning',
  'handover',
  'report',
  'other',
])

/** The most files that leave in one copy. */
export const MOST_EXPORTED = 2000

/** What a row may say beside the code, in its order. Names are no column: they are asked for by themselves. */
export const EXPORT_COLUMNS = vocabulary('caseload.export-columns', [
  'nationality',
  'age',
  'place',
  'since',
  'kind',
  'status',
  'worker',
  'opened',
  'seen',
  'contact',
  'due',
  'signals',
  'missing',
])
export type ExportColumn = CodeOf<typeof EXPORT_COLUMNS>
/** What is ticked before anyone chooses: the list as it is on the screen. */
export const FIRST_EXPORT: readonly ExportColumn[] = [
  'nationality',
  'age',
  'place',
  'seen',
  'contact',
  'due',
  'worker',
  'status',
]

export type ExportTable = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** A line with semicolons, which Excel in Belgium takes apart, and formulas disarmed. */
const line = (cells: readonly string[]): string =>
  `${cells
    .map((cell) => {
      const safe = toCsvField(cell)
      return safe.includes(';') && !safe.startsWith('"') ? `"${safe}"` : safe
    })
    .join(';')}\r\n`

/** As a file: Excel takes one without the mark for Latin-1. Which copy it is stands below the rows. */
export const toExportCsv = ({ head, rows }: ExportTable, copy: readonly string[]): string =>
  `\ufeff${[head, ...rows, copy].map(line).join('')}`
