import { createTranslator } from 'use-intl/core'
import * as z from 'zod'
import { sheetLabels } from '@/components/summaries/summary-labels'
import { formatTime } from '@/components/ui/time'
import { listWords } from '@/lib/cases/word.data'
import { NotFound } from '@/lib/db/errors'
import { listFields } from '@/lib/fields/field.data'
import { catalogue } from '@/lib/i18n/catalogue'
import { localeOf } from '@/lib/letters/letter-page.data'
import { fillIn, prepareOne } from '@/lib/letters/prepare'
import { fillPreview } from '@/lib/letters/preview'
import { PREVIEWS } from '@/lib/letters/preview.rules'
import { publishTemplate } from '@/lib/letters/publish.data'
import { getDocument, getTemplate } from '@/lib/letters/template.data'
import { DOCX, TEMPLATE_LIMITS } from '@/lib/letters/template.rules'
import { templateSchema } from '@/lib/letters/template.schema'
import { defineDownload } from '@/lib/server/define-download'
import { defineUpload } from '@/lib/server/define-upload'
import { no } from '@/lib/shared/result'
import { SHEET_LISTS } from '@/lib/summaries/summary-page.data'

/** Publishes a template, or the next edition of one. */
export const POST = defineUpload({
  name: 'bringTemplate',
  permission: 'config:keep',
  schema: templateSchema,
  value: z.object({ templateId: z.uuid(), edition: z.int() }),
  limit: TEMPLATE_LIMITS.bytes,
  audit: (_input, value) => ({ event: 'template.published', ...value }),
  prepare: prepareOne,
  run: async (work, input, ready) =>
    'uses' in ready ? publishTemplate(work, input, ready) : no('invalid', { files: 'templateRefused' }),
})

/** A template as it was cleaned, or a letter of it about an invented person. */
export const GET = defineDownload({
  permission: 'config:keep',
  query: z.strictObject({
    id: z.uuid(),
    edition: z.coerce.number().int().min(1).optional(),
    preview: z.enum(PREVIEWS.codes).optional(),
  }),
  // A form of the organisation; the person in it is invented.
  audit: null,
  run: async (work, { id, edition, preview }) => {
    const template = await getTemplate(work, id)
    const chosen =
      edition === undefined ? template.now : template.editions.find((one) => one.edition === edition)
    if (chosen === undefined) throw new NotFound()
    const document = await getDocument(work, chosen.hash)
    const fileName = `template-${template.key}-${chosen.edition}${preview === undefined ? '' : `-${preview}`}.docx`
    if (preview === undefined) return { body: document, type: DOCX, fileName }
    const locale = localeOf(template, work.locale) ?? work.locale
    const messages = await catalogue[locale]()
    const t = createTranslator({ locale, messages, namespace: 'letters' })
    const made = await fillIn(
      document,
      fillPreview(chosen, preview, {
        fields: await listFields(work),
        words: sheetLabels(messages, locale, await listWords(work, SHEET_LISTS)),
        today: formatTime(locale, work.now, 'day'),
        example: (tag) => t('example', { tag }),
      }),
    )
    if (!made.ok) throw new NotFound()
    return { body: Uint8Array.from(made.value), type: DOCX, fileName }
  },
})
