import * as z from 'zod'
import { formatTime } from '@/components/ui/time'
import { NotFound } from '@/lib/db/errors'
import { LOCALES } from '@/lib/i18n/locales'
import { countAnnual, readAnnualChoices } from '@/lib/reporting/annual.data'
import { toAnnualDocument } from '@/lib/reporting/annual.view'
import { toDocx } from '@/lib/reporting/docx'
import { toRaw } from '@/lib/reporting/report.data'
import { defineDownload } from '@/lib/server/define-download'
import { newCode } from '@/lib/shared/ids'

/** An annual report as a document to go on writing in: internal, numbered, and a line in the audit log. */
export const GET = defineDownload({
  permission: 'report:read',
  query: z.strictObject({ language: z.enum(LOCALES.codes), choices: z.string().max(4000) }),
  run: async (work, { language, choices: text }) => {
    const choices = readAnnualChoices(work, toRaw(text))
    const { reach } = choices
    if (reach === undefined || reach === 'own') throw new NotFound()
    const annual = await countAnnual(work, { ...choices, reach })
    const { name: organisation } = await work.tx.organisation.findFirstOrThrow({ select: { name: true } })
    const copy = newCode()
    const document = await toAnnualDocument(annual, choices, {
      locale: language,
      organisation,
      by: work.actor.name,
      moment: formatTime(language, work.now, 'moment'),
      copy,
      day: (day) => formatTime(language, day, 'day'),
    })
    return {
      body: new Uint8Array(await toDocx(document)),
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      fileName: `INTERNAL_${choices.kind}_${choices.year}_${copy}.docx`,
      copy,
      asked: text,
    }
  },
  audit: (_query, { copy, asked }) => ({ event: 'report.exported', question: asked, form: 'annual', copy }),
})
