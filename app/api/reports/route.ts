import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { toDocument } from '@/lib/reporting/document.view'
import { toSearch } from '@/lib/reporting/question.rules'
import { readReport, toRaw } from '@/lib/reporting/report.data'
import { defineDownload } from '@/lib/server/define-download'
import { formatSchema, toPaper, toReportFile } from './paper'

/** A report as a file: internal, with the name of who took it, the minute and a copy number, by which it leads to its line of the audit log. */
export const GET = defineDownload({
  permission: 'report:read',
  stepUp: true,
  query: z.strictObject({ as: formatSchema, question: z.string().max(4000) }),
  run: async (work, { as, question }) => {
    const report = await readReport(work, toRaw(question))
    if (!report.leaves) throw new NotFound()
    const paper = await toPaper(work, work.locale)
    const { document, definitions } = await toDocument(report, paper)
    return {
      ...(await toReportFile(as, document, definitions)),
      fileName: `INTERNAL_report_${paper.copy}.${as}`,
      copy: paper.copy,
      asked: toSearch(report.question),
    }
  },
  audit: ({ as }, { copy, asked }) => ({ event: 'report.exported', question: asked, form: as, copy }),
})
