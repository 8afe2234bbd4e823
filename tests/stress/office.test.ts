import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toDocx } from '@/lib/reporting/docx'
import { hostileDocument, reportDocument } from '../support/report-documents'

// The documents of reports in an office program that shares no code with the library which wrote them: LibreOffice turns them into
// pages, and a reader of pages says what stands on each. On Debian: apt-get install libreoffice-writer poppler-utils.

const NEEDED = ['soffice', 'pdftotext'] as const
const missing = NEEDED.filter((program) => spawnSync('which', [program]).status !== 0)

const folder = mkdtempSync(join(tmpdir(), 'office-'))
beforeAll(() => {
  if (missing.length > 0) process.stderr.write(`NOT TESTED: ${missing.join(', ')} is not on this machine\n`)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The text of each page, as a reader of pages finds it. */
const pagesOf = (name: string, bytes: Uint8Array): readonly string[] => {
  const file = join(folder, `${name}.docx`)
  writeFileSync(file, bytes)
  // A profile of its own: another office program that is open here would take the work and say nothing.
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const made = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file],
    {
      encoding: 'utf8',
      timeout: 180_000,
    },
  )
  expect(made.status, made.stderr).toBe(0)
  expect(spawnSync('pdftotext', ['-layout', join(folder, `${name}.pdf`)]).status).toBe(0)
  return readFileSync(join(folder, `${name}.txt`), 'utf8')
    .split('\f')
    .filter((page) => page.trim() !== '')
}
const lined = (text: string): string => text.replaceAll(/\s+/g, ' ')

describe.skipIf(missing.length > 0)('a report in an office program', () => {
  it.each(['en', 'fr', 'nl', 'de'] as const)(
    'is laid out whole, with mark, copy and number on every page: %s',
    async (language) => {
      const report = reportDocument(language)
      const pages = pagesOf(language, await toDocx(report)).map(lined)
      expect(pages.length).toBeGreaterThan(3)
      expect(pages.length).toBeLessThan(9)
      for (const [index, page] of pages.entries()) {
        expect(page).toContain(lined(report.mark))
        expect(page).toContain(lined(report.copy))
        expect(page).toMatch(new RegExp(`\\S+ ${index + 1} \\S+ ${pages.length}`))
      }
      const text = pages.join(' ')
      for (const block of report.blocks) {
        if (block.kind === 'heading') expect(text).toContain(lined(block.text))
        if (block.kind !== 'table') continue
        const { columns, rows } = block.table
        // No word of a head is broken: each is found whole.
        for (const { label } of columns)
          for (const word of label.split(/[\s-]+/)) expect(text).toContain(word)
        for (const { cells } of rows)
          for (const cell of cells) if (cell !== null && cell < 1000) expect(text).toContain(String(cell))
      }
    },
  )

  it('opens whatever strangers wrote', async () => {
    for (const [index, hostile] of [
      '&<>"\u0000\u0001\ufffe end',
      `${'w'.repeat(9_990)} end`,
      'مُخترَع end',
    ].entries()) {
      const pages = pagesOf(`hostile${index}`, await toDocx(hostileDocument(hostile)))
      expect(pages.join(' ')).toContain('end')
    }
  })
})
