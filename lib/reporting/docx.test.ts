import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { HOSTILE } from '@/tests/support/hostile'
import { readDocx } from '@/tests/support/read-docx'
import { hostileDocument, reportDocument } from '@/tests/support/report-documents'
import { clean } from './clean.rules'
import type { ReportDocument, ReportTable } from './document.rules'
import { toDocx } from './docx'
import { sayValue } from './number.rules'
import { isMarked } from './small.rules'

const LANGUAGES = [
  ['en', 'en-GB'],
  ['fr', 'fr-BE'],
  ['nl', 'nl-BE'],
  ['de', 'de-BE'],
] as const

// Made and read once a language.
const made = new Map<string, ReturnType<typeof readDocx>>()
const readIn = (language: ReportDocument['language']): ReturnType<typeof readDocx> => {
  const known = made.get(language) ?? toDocx(reportDocument(language)).then(readDocx)
  made.set(language, known)
  return known
}

const tablesOf = ({ blocks }: ReportDocument): readonly ReportTable[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
const cellsOf = (table: ReportTable, language: ReportDocument['language']) =>
  table.rows.map(({ label, cells }) => [
    label,
    ...cells.map((value, column) => sayValue(value, table.columns[column]?.unit ?? 'count', language)),
  ])
const markedIn = (table: ReportTable): number =>
  table.rows.reduce(
    (sum, _, row) => sum + table.columns.filter((__, column) => isMarked(table, { row, column })).length,
    0,
  )
const partsLike = (parts: ReadonlyMap<string, string>, name: RegExp): readonly string[] =>
  [...parts].filter(([path]) => name.test(path)).map(([, text]) => text)
const plain = (xml: string): string =>
  xml
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')

describe('a report as a document', () => {
  it.each(LANGUAGES)('is read back whole by another reader: %s', async (language) => {
    const report = reportDocument(language)
    const read = await readIn(report.language)
    expect(read.errors).toEqual([])
    const headings = report.blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []))
    expect(read.titles).toEqual(headings.filter(({ level }) => level === 1).map(({ text }) => text))
    expect(read.subtitles).toEqual(headings.filter(({ level }) => level === 2).map(({ text }) => text))
    const [first, wide] = tablesOf(report)
    if (first === undefined || wide === undefined) throw new Error('the invented report has two tables')
    expect(read.tables[0]).toEqual({
      head: [first.rowsLabel, ...first.columns.map(({ label }) => label)],
      rows: cellsOf(first, language),
    })
    // A table wider than a page is drawn in parts, each with its names.
    const parts = read.tables.slice(1)
    for (const part of parts) expect(part.head[0]).toBe(wide.rowsLabel)
    expect(parts.flatMap(({ head }) => head.slice(1))).toEqual(wide.columns.map(({ label }) => label))
    expect(
      wide.rows.map((_, row) => [
        parts[0]?.rows[row]?.[0],
        ...parts.flatMap(({ rows }) => rows[row]?.slice(1) ?? []),
      ]),
    ).toEqual(cellsOf(wide, language))
    const charts = report.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))
    expect(read.alternatives).toEqual(charts.map(({ alternative }) => alternative))
    for (const { title } of charts) expect(read.text).toContain(title)
    expect(read.own).toEqual(['First line.\nSecond line.', 'A second paragraph, 100% ours & <unchanged>.'])
    expect(read.prompts).toHaveLength(1)
    const [prompt] = read.prompts
    const label = report.blocks.find((block) => block.kind === 'editable')
    expect(prompt).toContain(label?.kind === 'editable' ? label.label : '?')
  })

  it.each(LANGUAGES)(
    'says on every page what it is, and in which language it is written: %s',
    async (language, tag) => {
      const report = reportDocument(language)
      const { parts } = await readIn(report.language)
      const body = parts.get('word/document.xml') ?? ''
      const sections = body.match(/<w:sectPr/g)?.length ?? 0
      // Upright, lying for the wide table, upright again: each with a head and a foot, and no other kind of page.
      expect(sections).toBe(3)
      expect(body.match(/<w:headerReference w:type="default"/g)).toHaveLength(sections)
      expect(body.match(/<w:footerReference w:type="default"/g)).toHaveLength(sections)
      expect(body).not.toMatch(/w:titlePg|w:type="(first|even)"/)
      const headers = partsLike(parts, /word\/header\d+\.xml$/)
      const footers = partsLike(parts, /word\/footer\d+\.xml$/)
      expect([headers.length, footers.length]).toEqual([sections, sections])
      for (const header of headers) expect(plain(header)).toContain(report.mark)
      for (const footer of footers) {
        expect(plain(footer)).toContain(report.copy)
        expect(footer).toMatch(/PAGE<\/w:instrText>.*NUMPAGES<\/w:instrText>/s)
      }
      expect(parts.get('word/styles.xml')).toContain(`<w:lang w:val="${tag}"`)
    },
  )

  it('repeats the heads of its tables, and marks the small numbers and no others', async () => {
    const report = reportDocument('en')
    const { parts, tables, text } = await readIn(report.language)
    const body = parts.get('word/document.xml') ?? ''
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length)
    const marked = tablesOf(report).reduce((sum, table) => sum + markedIn(table), 0)
    expect(marked).toBeGreaterThan(10)
    expect(body.match(/w:val="thinDiagStripe"/g)).toHaveLength(marked)
    expect(text).toContain('Hatched or grey: 1 to 10. ')
    expect(text).toContain('Hatched or grey: 1 to 10, none at all, or the same answer for everyone.')
  })

  it('names no one in its properties but the organisation', async () => {
    const report = reportDocument('en')
    const { parts } = await readIn(report.language)
    const properties = partsLike(parts, /^docProps\//).join('')
    expect(properties).toContain(`<dc:creator>${report.organisation}</dc:creator>`)
    expect(properties).toContain(`<cp:lastModifiedBy>${report.organisation}</cp:lastModifiedBy>`)
    expect(properties).not.toContain('Dubois')
    expect(properties).not.toMatch(/un-?named/i)
  })

  it('carries whatever was written in it, as text', async () => {
    const some = Object.values(HOSTILE).flatMap((texts) =>
      texts.slice(0, 6).map((text) => text.slice(0, 300)),
    )
    const texts = [
      '&<>"\'\u0000\u0001\u000b\ufffe\ud800 end',
      `${'w'.repeat(9_990)} end`,
      'مُخترَع',
      some.join(' '),
    ]
    const lined = (text: string | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim()
    for (const hostile of texts) {
      const read = await readDocx(await toDocx(hostileDocument(hostile)))
      const isSame = (text: string | undefined): boolean => lined(text) === lined(clean(hostile))
      expect(read.errors).toEqual([])
      expect({
        title: isSame(read.titles[0]),
        cell: isSame(read.tables[0]?.rows[0]?.[0]),
        alternative: isSame(read.alternatives[0]),
        own: isSame(read.own.join(' ')),
      }).toEqual({ title: true, cell: true, alternative: true, own: true })
      for (const [name, part] of read.parts) {
        if (!/\.(xml|rels)$/.test(name)) continue
        const parser = new SaxesParser()
        parser.on('error', () => {
          throw new Error(`${name} is no XML`)
        })
        parser.write(part).close()
      }
    }
  })
})
