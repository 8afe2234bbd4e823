import 'server-only'
import type { Work } from '@/lib/db/work'
import { toCsvField } from '@/lib/shared/csv.rules'
import { type Import, readPlan } from './import.data'
import { readPiece } from './piece.data'
import { readReading } from './reading.data'
import { judgeRow, type Reading, type Reason } from './row.schema'

/** Semicolons, because that is what Excel in Belgium takes apart; a formula is disarmed like everything that leaves the organisation. */
const line = (fields: readonly string[]): string =>
  `${fields
    .map((field) => {
      const safe = toCsvField(field)
      return safe.includes(';') && !safe.startsWith('"') ? `"${safe}"` : safe
    })
    .join(';')}\r\n`

export type ReportWords = {
  readonly row: string
  readonly why: string
  readonly skipped: string
  readonly because: (reason: Reason) => string
}

/** The mark that tells Excel it is UTF-8, and the head: the number of the row, why it made no file, and the table's own columns. */
export const reportHead = (headers: readonly string[], labels: ReportWords): string =>
  `\ufeff${line([labels.row, labels.why, ...headers])}`

/** How the rows of an import are read for its report, or null when it was never said. */
export const readReport = async (work: Work, one: Import): Promise<Reading | null> => {
  const planned = await readPlan(work, one)
  return planned === null ? null : readReading(work, one.teamId, planned.plan)
}

/** Rows of a piece that make or made no file, each with its reasons, as they stood in the table. */
export const reportPiece = async (
  work: Work,
  importId: string,
  piece: number,
  {
    reading,
    words,
    isWritten,
  }: { readonly reading: Reading; readonly words: ReportWords; readonly isWritten: boolean },
): Promise<string> =>
  (await readPiece(work, importId, piece))
    .map(({ line: number, cells }) => {
      const judged = judgeRow(cells, reading)
      if (judged.ok && !isWritten) return ''
      const why = judged.ok ? words.skipped : judged.reasons.map(words.because).join(' · ')
      return line([String(number), why, ...cells])
    })
    .join('')
