import { afterAll, describe, expect, it } from 'vitest'
import { sheetLabels } from '@/components/summaries/summary-labels'
import { catalogue } from '@/lib/i18n/catalogue'
import { checkTemplate } from '@/lib/letters/check-template'
import { makeLetter } from '@/lib/letters/make-letter'
import { fillPreview } from '@/lib/letters/preview'
import { PREVIEWS } from '@/lib/letters/preview.rules'
import { HONEST_TEMPLATES } from '../support/honest-templates'
import { hasOffice, lined, openOffice } from '../support/office-program'

const office = openOffice()
afterAll(office.remove)

describe.runIf(hasOffice)('letters in another office program', () => {
  it.each(HONEST_TEMPLATES)(
    'are drawn, with their words: $what',
    { timeout: 180_000 },
    async ({ bytes, reader, says }) => {
      const checked = await checkTemplate(bytes())
      if ('fault' in checked) throw new Error(checked.fault.code)
      const words = sheetLabels(await catalogue.en(), 'en', [])
      const letters = await Promise.all(
        PREVIEWS.codes.map(async (preview): Promise<readonly [string, Buffer]> => {
          const filling = fillPreview({ uses: checked.uses, reader }, preview, {
            fields: [],
            words,
            today: '1/12/2026',
            example: (tag) => `[${tag}]`,
          })
          return [preview, await makeLetter(Buffer.from(checked.bytes), filling)]
        }),
      )
      const drawn = office.draw(Object.fromEntries(letters))
      for (const preview of PREVIEWS.codes) {
        const text = lined((drawn[preview] ?? []).join(' '))
        // A reader of pages gives words from right to left as they are drawn.
        if (!/\p{Script=Arabic}/u.test(says)) expect(text).toContain(says)
        expect(text).toMatch(/\p{L}/u)
        // No mark of a template is left, and nothing that stands for an empty value.
        expect(text).not.toMatch(/[{}]|undefined|null/)
      }
    },
  )
})
