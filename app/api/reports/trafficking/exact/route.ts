import * as z from 'zod'
import { readTraffickingTable } from '@/lib/reporting/sealed/trafficking.data'
import { toTraffickingDocument } from '@/lib/reporting/sealed/trafficking-document.view'
import { tableQuestion } from '@/lib/reporting/sealed/trafficking-page.data'
import { defineDownload } from '@/lib/server/define-download'
import { formatSchema, toPaper, toReportFile } from '../../paper'

/** The exact table of possible trafficking of a year that is over, as a file, for who reads sealed figures. */
export const GET = defineDownload({
  permission: 'report:sealed',
  query: z.strictObject({
    as: formatSchema,
    year: z
      .string()
      .regex(/^\d{4}$/)
      .transform(Number),
  }),
  run: async (work, { as, year }) => {
    const table = await readTraffickingTable(work, year)
    const paper = await toPaper(work, work.locale)
    const { document, definitions } = await toTraffickingDocument(table, paper)
    return {
      ...(await toReportFile(as, document, definitions)),
      fileName: `INTERNAL_trafficking_${year}_${paper.copy}.${as}`,
      copy: paper.copy,
    }
  },
  audit: ({ as, year }, { copy }) => ({
    event: 'report.exported',
    question: tableQuestion('trafficking', year),
    form: as,
    copy,
  }),
})
