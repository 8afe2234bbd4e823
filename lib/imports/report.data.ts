import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'
import { toCsvField } from '@/lib/shared/csv.rules'
import type { Reading, Unread } from './cell.schema'
import type { Reason } from './field.rules'
import type { Import } from './import.data'
import type { LeftOut } from './left-out.rules'
import { readPiece } from './piece.data'
import { readOf } from './reading.data'
import { judgeRow } from './row.schema'

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
  readonly file: string
  readonly why: string
  readonly skipped: string
  readonly left: (what: LeftOut) => string
  readonly because: (reason: Reason) => string
}

/** The mark that tells Excel it is UTF-8, and the head: the number of the row, its file, what is missing in it or why there is none, and the table's own columns. */
export const reportHead = (headers: readonly string[], labels: ReportWords): string =>
  `\ufeff${line([labels.row, labels.file, labels.why, ...headers])}`

/** Rows of a piece that make or made no file, each with its reasons, and rows of which cells could not be read, as they stood in the table. */
export const reportPiece = async (
  work: Work,
  one: Import,
  {
    piece,
    reading,
    words,
  }: { readonly piece: number; readonly reading: Reading; readonly words: ReportWords },
): Promise<string> => {
  const made = one.startedAt === null ? null : await listMadeLines(work, one.id, piece)
  return (await readPiece(work, one.id, piece))
    .map(({ line: number, cells }) => {
      const judged = judgeRow(cells, reading)
      const why = judged.ok
        ? made !== null && !made.has(number)
          ? words.skipped
          : judged.unread.map(words.because).join(' · ')
        : judged.left === null
          ? judged.reasons.map(words.because).join(' · ')
          : words.left(judged.left)
      return why === '' ? '' : line([String(number), made?.get(number) ?? '', why, ...cells])
    })
    .join('')
}

/** Of each row of a piece that made a file within reach, the code of that file. */
const listMadeLines = async (
  work: Work,
  importId: string,
  piece: number,
): Promise<ReadonlyMap<number, string>> =>
  new Map(
    (
      await work.tx.importRow.findMany({
        where: { importId, piece },
        select: { line: true, file: { select: { code: true } } },
      })
    ).map(({ line: number, file }) => [number, file.code]),
  )

/** A cell that could not be read, with the file whose note holds it. */
export type Missing = Unread & { readonly line: number; readonly caseId: string; readonly fileCode: string }

/** Cells of an import that went into notes, in the order of the table, at most so many; and how many there are of them altogether. */
export const listMissing = async (
  work: Work,
  one: Import,
  most: number,
): Promise<{ readonly missing: readonly Missing[]; readonly total: number }> => {
  const read = await readOf(work, one)
  if (read === null || one.startedAt === null) return { missing: [], total: 0 }
  const missing: Missing[] = []
  let total = 0
  for (let piece = 0; piece < Math.min(one.at, one.pieces); piece++) {
    const files = new Map(
      (
        await work.tx.importRow.findMany({
          where: { importId: one.id, piece, file: scopeCases(work.actor, 'case:read', work.now) },
          select: { line: true, caseId: true, file: { select: { code: true } } },
        })
      ).map((row) => [row.line, row]),
    )
    for (const { line: number, cells } of await readPiece(work, one.id, piece)) {
      const file = files.get(number)
      const judged = judgeRow(cells, read.reading)
      if (file === undefined || !judged.ok) continue
      total += judged.unread.length
      for (const cell of judged.unread)
        if (missing.length < most)
          missing.push({ ...cell, line: number, caseId: file.caseId, fileCode: file.file.code })
    }
  }
  return { missing, total }
}
