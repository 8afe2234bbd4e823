import * as z from 'zod'
import { toTraffickingDocument } from '@/lib/reporting/sealed/trafficking-document.view'
import { getHandedTable, tableQuestion } from '@/lib/reporting/sealed/trafficking-page.data'
import { defineDownload } from '@/lib/server/define-download'
import { formatSchema, toPaper, toReportFile } from '../paper'

/** The coarse table of possible trafficking of a year, as it was handed in, as a file. */
export const GET = defineDownload({
  permission: 'report:read',
  query: z.strictObject({
    as: formatSchema,
    year: z
      .string()
      .regex(/^\d{4}$/)
      .transform(Number),
  }),
  run: async (work, { as, year }) => {
    const table = await getHandedTable(work, year)
    const paper = await toPaper(work, work.locale)
    const { document, definitions } = await toTraffickingDocument(table, paper)
    return {
      ...(await toReportFile(as, document, definitions)),
      fileName: `INTERNAL_trafficking_coarse_${year}_${paper.copy}.${as}`,
      copy: paper.copy,
    }
  },
  audit: ({ as, year }, { copy }) => ({
    event: 'report.exported',
    question: tableQuestion('trafficking_coarse', year),
    form: as,
    copy,
  }),
})
