import * as z from 'zod'
import { formatTime } from '@/components/ui/time'
import { NotFound } from '@/lib/db/errors'
import { toCsv } from '@/lib/reporting/csv.rules'
import { toDocument } from '@/lib/reporting/document.view'
import { toDocx } from '@/lib/reporting/docx'
import { toSearch } from '@/lib/reporting/question.rules'
import { readReport, toRaw } from '@/lib/reporting/report.data'
import { toWorkbook } from '@/lib/reporting/workbook'
import { defineDownload } from '@/lib/server/define-download'
import { newCode } from '@/lib/shared/ids'

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** A report as a file: internal, with the name of who took it, the minute and a copy number, by which it leads to its line of the audit log. */
export const GET = defineDownload({
  permission: 'report:read',
  query: z.strictObject({ as: z.enum(['docx', 'xlsx', 'csv']), question: z.string().max(4000) }),
  run: async (work, { as, question }) => {
    const report = await readReport(work, toRaw(question))
    if (!report.leaves) throw new NotFound()
    const { name: organisation } = await work.tx.organisation.findFirstOrThrow({ select: { name: true } })
    const copy = newCode()
    const { document, definitions } = await toDocument(report, {
      locale: work.locale,
      organisation,
      by: work.actor.name,
      moment: formatTime(work.locale, work.now, 'moment'),
      copy,
      day: (day) => formatTime(work.locale, day, 'day'),
    })
    const table = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))[0]
    if (table === undefined) throw new NotFound()
    const body =
      as === 'csv'
        ? toCsv(table, document)
        : new Uint8Array(as === 'docx' ? await toDocx(document) : await toWorkbook(document, definitions))
    return {
      body,
      type: TYPES[as],
      fileName: `INTERNAL_report_${copy}.${as}`,
      copy,
      asked: toSearch(report.question),
    }
  },
  audit: ({ as }, { copy, asked }) => ({ event: 'report.exported', question: asked, form: as, copy }),
})
