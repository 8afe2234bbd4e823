import * as z from 'zod'
import { toPaper, toReportFile } from '@/app/api/reports/paper'
import { NotFound } from '@/lib/db/errors'
import { LOCALES } from '@/lib/i18n/locales'
import { toPublicDocument } from '@/lib/reporting/public-annual.view'
import { defineDownload } from '@/lib/server/define-download'
import { readPublicYear } from '@/lib/statistics/public-year.data'
import { readReferenceLabels } from '@/lib/statistics/wording.data'

/** A year from releases alone, as a document for anyone. Throws NotFound where nothing left of that year. */
export const GET = defineDownload({
  permission: 'statistics:export',
  query: z.strictObject({
    language: z.enum(LOCALES.codes),
    year: z
      .string()
      .regex(/^\d{4}$/)
      .transform(Number),
  }),
  run: async (work, { language, year }) => {
    const data = await readPublicYear(work, () => year)
    if (data.tables.length === 0) throw new NotFound()
    const reference = await readReferenceLabels(work, language)
    const document = await toPublicDocument(data, reference, await toPaper(work, language))
    return {
      ...(await toReportFile('docx', document, [])),
      fileName: `statistics_${year}_${language}.docx`,
      releaseIds: data.tables.map(({ id }) => id),
    }
  },
  audit: ({ language, year }, { releaseIds }) => ({
    event: 'statistics.yearExported',
    year,
    language,
    releaseIds,
  }),
})
