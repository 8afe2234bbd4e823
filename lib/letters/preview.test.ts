import { describe, expect, it } from 'vitest'
import { sheetLabels } from '@/components/summaries/summary-labels'
import { catalogue } from '@/lib/i18n/catalogue'
import { LOCALES } from '@/lib/i18n/locales'
import { HONEST_TEMPLATES } from '../../tests/support/honest-templates'
import { readDocx } from '../../tests/support/read-docx'
import { checkTemplate } from './check-template'
import { makeLetter } from './make-letter'
import { fillPreview } from './preview'
import { PREVIEWS } from './preview.rules'
import { faultsOf } from './tag.rules'

describe('templates as organisations have them', () => {
  it('are ten', () => expect(HONEST_TEMPLATES).toHaveLength(10))

  it.each(HONEST_TEMPLATES)(
    'are taken, filled in and read by another program: $what',
    async ({ bytes, reader, says }) => {
      const checked = await checkTemplate(bytes())
      if ('fault' in checked) throw new Error(`${checked.fault.code} ${checked.fault.of}`)
      expect(faultsOf(checked.uses, reader, [])).toEqual([])
      for (const [index, preview] of PREVIEWS.codes.entries()) {
        const locale = LOCALES.codes[index % LOCALES.codes.length] ?? 'en'
        const made = await makeLetter(
          Buffer.from(checked.bytes),
          fillPreview({ uses: checked.uses, reader }, preview, {
            fields: [],
            words: sheetLabels(await catalogue[locale](), locale, []),
            today: '1/12/2026',
            example: (tag) => `[${tag}]`,
          }),
        )
        const { text, errors, parts } = await readDocx(made)
        expect(errors).toEqual([])
        expect(text).toContain(says)
        for (const [name, part] of parts)
          if (/document|header|footer/.test(name) && name.endsWith('.xml'))
            expect(part.replace(/<[^>]*>/g, '')).not.toMatch(/[{}]|undefined|Fictar Author/)
        if (preview === 'long' && reader !== 'partner' && reader !== 'inside')
          expect(text).toContain('Fictaramandrianaivoravelona')
        if (reader === 'partner') expect(text).not.toContain('Fictaramandrianaivoravelona')
      }
    },
  )
})
