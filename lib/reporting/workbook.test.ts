import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '@/lib/imports/workbook'
import { HOSTILE } from '@/tests/support/hostile'
import { hostileDocument, reportDocument } from '@/tests/support/report-documents'
import { clean } from './clean.rules'
import type { ReportDocument, ReportTable } from './document.rules'
import { isMarked } from './small.rules'
import { toWorkbook } from './workbook'
import { sheetNames } from './workbook.rules'

const tablesOf = ({ blocks }: ReportDocument): readonly ReportTable[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))

/** As the reader gives lines: what is empty at their end is left out, and a space is a space. */
const lineOf = (cells: readonly (string | number | null)[]): readonly string[] => {
  const texts = cells.map((cell) => (cell === null ? '' : String(cell).replaceAll('\u00a0', ' ')))
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1)
}

describe('a report as a workbook', () => {
  it.each(['en', 'fr', 'nl', 'de'] as const)(
    'is read back by the reader of imports, number by number: %s',
    async (language) => {
      const report = reportDocument(language)
      const bytes = Buffer.from(
        await toWorkbook(report, [{ figure: 'A figure', definition: 'What it counts.' }]),
      )
      const { all } = await readWorkbook(bytes)
      const [front, ...sheets] = all
      const tables = tablesOf(report)
      expect(sheets).toHaveLength(tables.length)
      const contents = (await readWorkbook(bytes, front?.name ?? '')).best.rows.map(({ cells }) => cells)
      expect(contents.slice(0, 4)).toEqual(
        [report.mark, report.copy, report.title, report.organisation].map((text) => lineOf([text])),
      )
      expect(contents).toContainEqual(['A figure', 'What it counts.'])
      for (const [index, table] of tables.entries()) {
        const name = sheets[index]?.name ?? ''
        expect(contents).toContainEqual([name, table.caption])
        const { rows } = (await readWorkbook(bytes, name)).best
        expect(rows.slice(0, 4 + table.rows.length).map(({ cells }) => cells)).toEqual([
          ...[report.mark, report.copy, table.caption].map((text) => lineOf([text])),
          lineOf([table.rowsLabel, ...table.columns.map(({ label }) => label)]),
          ...table.rows.map(({ label, cells }) => lineOf([label, ...cells])),
        ])
        const below = rows.slice(4 + table.rows.length).map(({ cells }) => cells.join(''))
        for (const note of table.notes) expect(below).toContain(note)
      }
    },
  )

  it('holds numbers as numbers, marks the small ones, freezes the heads and computes nothing', async () => {
    const report = reportDocument('en')
    const parts = unzipSync(await toWorkbook(report))
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
    const styles = part('xl/styles.xml')
    const looks = [
      ...(/<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '').matchAll(/<xf ([^>]*)/g),
    ].map(([, xf = '']) => Number(/fillId="(\d+)"/.exec(xf)?.[1] ?? 0))
    const fills = [
      ...(/<fills[^>]*>(.*?)<\/fills>/s.exec(styles)?.[1] ?? '').matchAll(/patternType="(\w+)"/g),
    ].map(([, pattern]) => pattern)
    for (const [index, table] of tablesOf(report).entries()) {
      const sheet = part(`xl/worksheets/sheet${index + 2}.xml`)
      expect(sheet).not.toContain('<f>')
      expect(sheet).toMatch(/<pane [^>]*state="frozen"/)
      const numbers = [...sheet.matchAll(/<c r="[A-Z]+\d+"(?: s="(\d+)")?><v>/g)]
      expect(numbers).toHaveLength(
        table.rows.flatMap(({ cells }) => cells).filter((cell) => cell !== null).length,
      )
      const hatched = numbers.filter(([, look]) => fills[looks[Number(look ?? 0)] ?? 0] === 'lightUp')
      const marked = table.rows.flatMap((_, row) =>
        table.columns.filter((__, column) => isMarked(table, { row, column })),
      )
      expect(hatched).toHaveLength(marked.length)
    }
  })

  it('keeps what strangers wrote as text', async () => {
    for (const hostile of ['=1+1', '+cmd|calc!A1', '\u0000\u0008<&>"\ufffe', 'مُخترَع', 'w'.repeat(10_000)]) {
      const bytes = Buffer.from(await toWorkbook(hostileDocument(hostile)))
      const { all } = await readWorkbook(bytes)
      const { rows } = (await readWorkbook(bytes, all[1]?.name ?? '')).best
      // The reader of imports cuts what is longer than any answer.
      expect(clean(hostile).startsWith(rows[4]?.cells[0]?.slice(0, 500) ?? '?')).toBe(true)
      expect(rows[4]?.cells[1]).toBe('7')
      const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
      expect(sheet).not.toContain('<f>')
    }
  })
})

describe('names of sheets', () => {
  it('are allowed, and none is there twice, whatever the tables are called', () => {
    const wishes = [
      '',
      "'quoted'",
      'a/b\\c?d*e[f]g:h',
      'History',
      'People met, by place, 1 January to 30 November 2026',
      'people met, by place, 1 january to 30 november 2026',
      ...Object.values(HOSTILE).flat(),
    ]
    const names = sheetNames(wishes)
    expect(names).toHaveLength(wishes.length)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    for (const name of names) {
      expect(name.length).toBeGreaterThan(0)
      expect(name.length).toBeLessThanOrEqual(31)
      expect(name).not.toMatch(/[\\/?*[\]:\p{Cc}]|^'|'$|^history$/iu)
      expect(name).toBe(clean(name))
    }
  })
})
