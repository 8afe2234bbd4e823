import 'server-only'
import type { Work } from '@/lib/db/work'
import type { Judged, Reading } from './cell.schema'
import type { Import } from './import.data'
import { readPiece } from './piece.data'
import type { PreviewRow, ShownRows } from './preview.rules'
import { judgeRow } from './row.schema'
import type { Line } from './table.rules'

const toRow = ({ line, cells }: Line, judged: Judged, { columns }: Reading): PreviewRow => {
  const unread = new Map(judged.ok ? judged.unread.map((cell) => [cell.column, cell]) : [])
  const said = new Set(judged.ok ? judged.said : [])
  return {
    line,
    left: judged.ok ? null : judged.left,
    reasons: judged.ok ? [] : judged.reasons,
    cells: columns.map((field, column) => {
      const why = unread.get(column) ?? null
      const mark =
        field === '' ? 'off' : why !== null || field === 'note' ? 'note' : said.has(column) ? 'said' : 'read'
      return {
        text: (cells[column] ?? '').slice(0, 200),
        mark,
        why: why && { field: why.field, code: why.code },
      }
    }),
  }
}

const isShown = (judged: Judged, rows: ShownRows): boolean =>
  rows === 'all' || (rows === 'out' ? !judged.ok : judged.ok && judged.unread.length > 0)

/** So long one page of rows is looked for. */
const PATIENCE = 1500

/** Some rows of a table from a line on, as they would be imported, and the line on which the next page begins. */
export const readPreview = async (
  work: Work,
  one: Import,
  {
    reading,
    rows,
    from,
    most,
  }: { readonly reading: Reading; readonly rows: ShownRows; readonly from: number; readonly most: number },
): Promise<{ readonly rows: readonly PreviewRow[]; readonly next: number | null }> => {
  const shown: PreviewRow[] = []
  const until = performance.now() + PATIENCE
  for (let piece = 0; piece < one.pieces; piece++)
    for (const line of await readPiece(work, one.id, piece)) {
      if (line.line < from) continue
      // Of fifty thousand rows few may be asked for: the next page goes on from here.
      if (performance.now() > until) return { rows: shown, next: line.line }
      const judged = judgeRow(line.cells, reading)
      if (!isShown(judged, rows)) continue
      if (shown.length === most) return { rows: shown, next: line.line }
      shown.push(toRow(line, judged, reading))
    }
  return { rows: shown, next: null }
}
