import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { encryptLines, openLines } from './encrypted.data'
import type { Line } from './table.rules'

/** The rows of a piece, opened. None when nothing of it is kept any more. */
export const readPiece = async (work: Work, importId: string, position: number): Promise<Line[]> => {
  const row = await work.tx.importPiece.findFirst({
    where: { importId, position },
    select: { cipher: true, revision: true },
  })
  if (row === null) throw new NotFound()
  return row.cipher === null
    ? []
    : openLines(work, { importId, position, revision: row.revision }, row.cipher)
}

/** Holds a piece that waits to be written; false when it was written meanwhile. */
export const holdPiece = async (work: Work, importId: string, position: number): Promise<boolean> => {
  const rows = await work.tx.$queryRaw<unknown[]>`SELECT p.position FROM import_piece p
    WHERE p.import_id = ${importId}::uuid AND p.position = ${position} AND p.state = 'waiting' FOR UPDATE`
  return rows.length === 1
}

/** A piece is written: of its rows only those stay, encrypted anew, that made no file. */
export const endPiece = async (
  work: Work,
  importId: string,
  position: number,
  left: readonly Line[],
): Promise<void> => {
  const at = { importId, position, revision: 2 }
  await work.tx.importPiece.updateMany({
    where: { importId, position, state: 'waiting' },
    data: {
      state: 'done',
      revision: 2,
      cipher: left.length === 0 ? null : await encryptLines(work, at, left),
    },
  })
}
