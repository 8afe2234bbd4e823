import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { toTraffickingDocument } from '@/lib/reporting/sealed/trafficking-document.view'
import { tableQuestion } from '@/lib/reporting/sealed/trafficking-page.data'
import { defineDownload } from '@/lib/server/define-download'
import { formatSchema, toPaper, toReportFile } from '../paper'

type Table = Parameters<typeof toTraffickingDocument>[0]

/** A table of possible trafficking of a year as a file: numbered, and a line in the audit log. */
export const defineTableFile = (
  permission: 'report:read' | 'report:sealed',
  name: Parameters<typeof tableQuestion>[0],
  read: (work: Work, year: number) => Promise<Table>,
) =>
  defineDownload({
    permission,
    stepUp: true,
    query: z.strictObject({
      as: formatSchema,
      year: z
        .string()
        .regex(/^\d{4}$/)
        .transform(Number),
    }),
    run: async (work, { as, year }) => {
      const paper = await toPaper(work, work.locale)
      const { document, definitions } = await toTraffickingDocument(await read(work, year), paper)
      return {
        ...(await toReportFile(as, document, definitions)),
        fileName: `INTERNAL_${name}_${year}_${paper.copy}.${as}`,
        copy: paper.copy,
      }
    },
    audit: ({ as, year }, { copy }) => ({
      event: 'report.exported',
      question: tableQuestion(name, year),
      form: as,
      copy,
    }),
  })
