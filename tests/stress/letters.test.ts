import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sheetLabels } from '@/components/summaries/summary-labels'
import { catalogue } from '@/lib/i18n/catalogue'
import { checkTemplate } from '@/lib/letters/check-template'
import { makeLetter } from '@/lib/letters/make-letter'
import { fillPreview } from '@/lib/letters/preview'
import { PREVIEWS } from '@/lib/letters/preview.rules'
import { HONEST_TEMPLATES } from '../support/honest-templates'

const hasOffice = spawnSync('soffice', ['--version']).status === 0
if (!hasOffice)
  process.stderr.write(
    '\nNOT RUN: no letter was drawn by another office program, because soffice is not on the PATH (Debian: libreoffice-writer-nogui).\n',
  )

const folder = mkdtempSync(path.join(tmpdir(), 'accompany-letters-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe.runIf(hasOffice)('letters in another office program', () => {
  it.each(HONEST_TEMPLATES)('are drawn: $what', { timeout: 180_000 }, async ({ bytes, reader }) => {
    const checked = await checkTemplate(bytes())
    if ('fault' in checked) throw new Error(checked.fault.code)
    for (const preview of PREVIEWS.codes) {
      const filling = fillPreview({ uses: checked.uses, reader }, preview, {
        fields: [],
        words: sheetLabels(await catalogue.en(), 'en', []),
        today: '1/12/2026',
        example: (tag) => `[${tag}]`,
      })
      const made = path.join(folder, 'letter.docx')
      writeFileSync(made, await makeLetter(Buffer.from(checked.bytes), filling))
      const home = `-env:UserInstallation=file://${path.join(folder, 'home')}`
      const run = spawnSync('soffice', [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, made])
      expect(run.status).toBe(0)
      const drawn = readFileSync(path.join(folder, 'letter.pdf'))
      expect(drawn.subarray(0, 5).toString()).toBe('%PDF-')
      rmSync(path.join(folder, 'letter.pdf'))
    }
  })
})
