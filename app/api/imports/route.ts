import * as z from 'zod'
import { toReportLabels } from '@/components/imports/reason-labels'
import { NotFound } from '@/lib/db/errors'
import { catalogue } from '@/lib/i18n/catalogue'
import { bringTable } from '@/lib/imports/bring-table'
import { getImport, insertImport, markOf } from '@/lib/imports/import.data'
import { bringTableSchema } from '@/lib/imports/import.schema'
import { readOf } from '@/lib/imports/reading.data'
import { reportHead, reportPiece } from '@/lib/imports/report.data'
import { LIMITS } from '@/lib/imports/table.rules'
import { defineDownload } from '@/lib/server/define-download'
import { defineUpload } from '@/lib/server/define-upload'
import { no, ok } from '@/lib/shared/result'

/** Brings one table into an office one leads: read, encrypted, and nothing written of it yet. */
export const POST = defineUpload({
  name: 'bringTable',
  permission: 'import:run',
  schema: bringTableSchema,
  value: z.object({ importId: z.uuid(), rows: z.number() }),
  limit: LIMITS.bytes,
  audit: ({ teamId }, { importId, rows }) => ({ event: 'import.brought', importId, teamId, rows }),
  prepare: async (files, { teamId, ...wanted }) => {
    const [file] = files
    if (file === undefined || file.length === 0) return no('invalid', { files: 'required' })
    if (files.length > 1) return no('invalid', { files: 'tableOne' })
    const read = await bringTable(file, wanted)
    return read.ok ? ok({ table: read.value, mark: markOf(teamId, file) }) : read
  },
  run: async (work, { teamId }, { table, mark }) => {
    if (!work.actor.leads.includes(teamId)) return no('notYourTeam', { teamId: 'unknownChoice' })
    return ok({ importId: await insertImport(work, { teamId, table, mark }), rows: table.rows })
  },
})

/** The rows that make no file and those of which a cell could not be read, each with its reasons, to be mended and brought again. Piece by piece, each asked for anew. */
export const GET = defineDownload({
  permission: 'import:run',
  query: z.strictObject({ id: z.uuid() }),
  run: async (work, { id }) => {
    const one = await getImport(work, id)
    const read = await readOf(work, one)
    if (read === null) throw new NotFound()
    const { reading } = read
    const locale = work.locale
    const own = reading.own.map(({ column, field }) => ({ column, labels: field.now.labels }))
    const labels = toReportLabels(locale, await catalogue[locale](), own)
    const encoder = new TextEncoder()
    let piece = -1
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: async (controller) => {
        if (piece === one.pieces) return controller.close()
        const text =
          piece === -1
            ? reportHead(reading.headers, labels)
            : await work.apart((more) => reportPiece(more, one, { piece, reading, words: labels }))
        piece += 1
        controller.enqueue(encoder.encode(text))
      },
    })
    return { body, type: 'text/csv; charset=utf-8', fileName: 'rows.csv', importId: id }
  },
  audit: (_query, { importId }) => ({ event: 'import.saved', importId }),
})
