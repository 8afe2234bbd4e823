import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { LOCALES } from '@/lib/i18n/locales'
import { countAnnual, readAnnualChoices } from '@/lib/reporting/annual.data'
import { toAnnualDocument } from '@/lib/reporting/annual.view'
import { toAnnualSearch } from '@/lib/reporting/annual-page.data'
import { toRaw } from '@/lib/reporting/report.data'
import { defineDownload } from '@/lib/server/define-download'
import { toPaper, toReportFile } from '../paper'

/** An annual report as a document to go on writing in: internal, numbered, and a line in the audit log. */
export const GET = defineDownload({
  permission: 'report:read',
  stepUp: true,
  query: z.strictObject({ language: z.enum(LOCALES.codes), choices: z.string().max(4000) }),
  run: async (work, { language, choices: text }) => {
    const choices = readAnnualChoices(work, toRaw(text))
    const { reach } = choices
    if (reach === undefined || reach === 'own') throw new NotFound()
    const annual = await countAnnual(work, { ...choices, reach })
    const paper = await toPaper(work, language)
    return {
      ...(await toReportFile('docx', await toAnnualDocument(annual, choices, paper), [])),
      fileName: `INTERNAL_${choices.kind}_${choices.year}_${paper.copy}.docx`,
      copy: paper.copy,
      // Never the text itself: whatever someone typed there would be in the audit log.
      asked: toAnnualSearch(choices),
      year: String(choices.year),
    }
  },
  audit: (_query, { copy, asked, year }) => ({
    event: 'report.exported',
    question: asked,
    form: 'annual',
    year,
    copy,
  }),
})
