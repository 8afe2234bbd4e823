import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { HOSTILE } from '@/tests/support/hostile'
import { hostileDocument, reportDocument } from '@/tests/support/report-documents'
import { toCsv } from './csv.rules'
import type { ReportDocument, ReportTable } from './document.rules'

const firstTable = ({ blocks }: ReportDocument): ReportTable => {
  const found = blocks.find((block) => block.kind === 'table')
  if (found?.kind !== 'table') throw new Error('the invented report has a table')
  return found.table
}

describe('a table of a report as CSV', () => {
  it('says on every line that it is internal, and holds every number as it is', () => {
    const report = reportDocument('fr')
    const table = firstTable(report)
    const csv = toCsv(table, report)
    expect(csv.startsWith('\uFEFFINTERNAL,')).toBe(true)
    const [head, ...lines]: string[][] = parse(csv, { bom: true })
    expect(head).toEqual(['INTERNAL', table.rowsLabel, ...table.columns.map(({ label }) => label)])
    expect(lines).toEqual(
      table.rows.map(({ label, cells }) => [
        `${report.mark} (${report.copy})`,
        label,
        ...cells.map((cell) => (cell === null ? '' : String(cell))),
      ]),
    )
  })

  it('holds no formula, whatever was written', () => {
    for (const hostile of Object.values(HOSTILE).flat()) {
      const report = hostileDocument(hostile)
      const lines: string[][] = parse(toCsv(firstTable(report), report), { bom: true })
      expect(lines).toHaveLength(3)
      for (const cell of lines.flat())
        expect(cell).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\u2212]/u)
    }
  })
})
