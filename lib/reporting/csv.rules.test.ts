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

const HEADS = { table: 'Table', row: 'Group' }

describe('a table of a report as CSV', () => {
  it('says on every line that it is internal, and holds every number as it is', () => {
    const report = reportDocument('fr')
    const table = firstTable(report)
    const csv = toCsv([table], report, HEADS)
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
      const lines: string[][] = parse(toCsv([firstTable(report)], report, HEADS), { bom: true })
      expect(lines).toHaveLength(3)
      for (const cell of lines.flat())
        expect(cell).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\u2212]/u)
    }
  })

  it('holds several tables, each line with the name of its own, and says what is withheld', () => {
    const report = reportDocument('en')
    const table = firstTable(report)
    const coarse: ReportTable = {
      ...table,
      rowsLabel: 'Form',
      rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(() => null) })),
      isProtected: true,
    }
    const [head, ...lines]: string[][] = parse(toCsv([table, coarse], report, HEADS), { bom: true })
    expect(head?.slice(0, 3)).toEqual(['INTERNAL', 'Table', 'Group'])
    expect(lines.map((line) => line[1])).toEqual([
      ...table.rows.map(() => table.rowsLabel),
      ...table.rows.map(() => 'Form'),
    ])
    expect(new Set(lines.slice(table.rows.length).flatMap((line) => line.slice(3)))).toEqual(new Set(['x']))
  })
})
