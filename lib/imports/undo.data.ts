import 'server-only'
import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { type Import, updateImport } from './import.data'

const undone = z.array(z.object({ said: z.string(), gone: z.number(), stays: z.number() })).length(1)

/** Takes the next piece back, as if it never was; what someone has touched since stays (docs/adr/0068). */
export const undoOn = async (work: Work, one: Import): Promise<void> => {
  const [word] = undone.parse(
    await work.tx.$queryRaw`SELECT said, gone, stays FROM app.undo_piece(${one.id}::uuid, ${one.at}::int)`,
  )
  if (word === undefined || word.said !== 'ok') throw new NotFound()
  const at = one.at + 1
  await updateImport(work, one.id, {
    at,
    gone: one.gone + word.gone,
    kept: one.kept + word.stays,
    ...(at >= one.pieces ? { state: 'undone' } : {}),
  })
}

/** Files of an import that are within reach now; after an undo those that stay because someone worked on them. */
export const listMade = async (work: Work, importId: string, most: number) => {
  const rows = await work.tx.importRow.findMany({
    where: { importId, file: scopeCases(work.actor, 'case:read', work.now) },
    select: { line: true, caseId: true, file: { select: { code: true } } },
    orderBy: { line: 'asc' },
    take: most,
  })
  return rows.map(({ line, caseId, file }) => ({ line, caseId, code: file.code }))
}
