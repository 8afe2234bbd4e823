import { afterAll, describe, expect, it } from 'vitest'
import { toDocx } from '@/lib/reporting/docx'
import { hasOffice, lined, openOffice } from '../support/office-program'
import { hostileDocument, reportDocument } from '../support/report-documents'

const office = openOffice()
afterAll(office.remove)

describe.runIf(hasOffice)('a report in an office program', () => {
  it.each(['en', 'fr', 'nl', 'de'] as const)(
    'is laid out whole, with mark, copy and number on every page: %s',
    async (language) => {
      const report = reportDocument(language)
      const pages = (office.draw({ report: await toDocx(report) }).report ?? []).map(lined)
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
    for (const hostile of ['&<>"\u0000\u0001\ufffe end', `${'w'.repeat(9_990)} end`, 'مُخترَع end']) {
      const { pages = [] } = office.draw({ pages: await toDocx(hostileDocument(hostile)) })
      expect(pages.join(' ')).toContain('end')
    }
  })
})
