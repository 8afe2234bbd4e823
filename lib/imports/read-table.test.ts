import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { belgianCsv, workbookOf } from '@/tests/support/tables'
import { lookAtTable, readTable } from './read-table'
import { LIMITS } from './table.rules'

const ROWS = [
  ['Nom', 'Prénom', 'Né le'],
  ['Fictar', 'Élodie', '03/04/1998'],
  ['Inventis; the "second"', 'Ümit', ''],
]
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le')
const text = (separator: string): string =>
  ROWS.map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(separator)).join('\n')

const words = (...texts: readonly string[]): string =>
  texts.map((one) => `<c t="inlineStr"><is><r><t>${one}</t></r><rPh><t>aloud</t></rPh></is></c>`).join('')
const letters = (column: number): string =>
  column < 27
    ? String.fromCharCode(64 + column)
    : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
const diagonal = (size: number): string =>
  Array.from({ length: size }, (_, i) => `<row><c r="${letters(i + 1)}${i + 1}"><v>1</v></c></row>`).join('')

/** A workbook of one sheet as it is written here, with one shared text and five styles of cells. */
const sheetOf = (sheet: string, shared = '', properties = ''): Buffer => {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8(
        `<workbook xmlns:r="${type}"><workbookPr ${properties}/><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships><Relationship Id="r1" Type="${type}/worksheet" Target="worksheets/a.xml"/><Relationship Id="r2" Type="${type}/sharedStrings" Target="/xl/shared.xml"/><Relationship Id="r3" Type="${type}/styles" Target="styles.xml"/></Relationships>`,
      ),
      'xl/shared.xml': strToU8(`<sst><si><t>${shared}</t></si></sst>`),
      'xl/styles.xml': strToU8(
        `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-413]d mmmm yyyy;@"/><numFmt numFmtId="165" formatCode="[Red]0.00&quot; days&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm:ss"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`,
      ),
      'xl/worksheets/a.xml': strToU8(sheet),
    }),
  )
}

describe('a table that someone brings', () => {
  it.each([
    { intention: 'Excel in Belgium', bytes: belgianCsv(ROWS), encoding: 'windows-1252', separator: ';' },
    {
      intention: 'UTF-8 with its mark',
      bytes: Buffer.from(`\ufeff${text(',')}`),
      encoding: 'utf-8',
      separator: ',',
    },
    { intention: 'UTF-8 without it', bytes: Buffer.from(text(';')), encoding: 'utf-8', separator: ';' },
    { intention: 'text in Unicode', bytes: utf16(text('\t')), encoding: 'utf-16le', separator: '\t' },
    {
      intention: 'UTF-16 turned round',
      bytes: utf16(text('\t')).swap16(),
      encoding: 'utf-16be',
      separator: '\t',
    },
    {
      intention: 'a separator that says itself',
      bytes: Buffer.from(`sep=;\r\n${text(';')}`),
      encoding: 'utf-8',
      separator: ';',
    },
  ])('is read as $intention writes it', async ({ bytes, encoding, separator }) => {
    const read = await readTable(bytes)
    expect(read).toMatchObject({ ok: true, value: { source: 'csv', encoding, separator, headers: ROWS[0] } })
    expect(read.ok && read.value.lines.map(({ cells }) => cells)).toEqual(ROWS.slice(1))
  })

  it('is read with another encoding when they know better', async () => {
    const read = await readTable(belgianCsv(ROWS), { encoding: 'utf-8' })
    expect(read.ok && read.value.headers[1]).toBe('Pr\ufffdnom')
  })

  it('keeps the numbers of its rows, and leaves out empty ones and a title', async () => {
    const read = await readTable(
      belgianCsv([
        ['Liste 2024', '', ''],
        ['', '', ''],
        ...ROWS.slice(0, 2),
        ['', '', ''],
        ['Exempla', '', ''],
      ]),
    )
    expect(read.ok && read.value.headers).toEqual(ROWS[0])
    expect(read.ok && read.value.lines.map(({ line }) => line)).toEqual([4, 6])
  })

  it('finds its headings below titles, and asks where nothing makes sure which row they are', async () => {
    const above = [['Zzlist', ''], ['Updated', '3/9/2026'], []]
    const read = await readTable(workbookOf([...above, ...ROWS]), { mayAsk: true })
    expect(read).toMatchObject({
      ok: true,
      value: { headLine: 4, above: ['Zzlist', 'Updated 3/9/2026'], headers: ROWS[0], blank: 0 },
    })
    const odd = workbookOf([['Zzlist'], ['Wie', 'Was'], ['Fictar', 'x']])
    expect(await readTable(odd, { mayAsk: true })).toEqual({ ok: false, code: 'tableChoose' })
    expect(await readTable(odd, { headLine: 2 })).toMatchObject({ value: { headers: ['Wie', 'Was'] } })
    expect(await readTable(odd, { headLine: 9 })).toEqual({ ok: false, code: 'tableEmpty' })
  })

  it('asks which of several sheets is meant, reads the one with known headings, and the one that was chosen', async () => {
    const book = workbookOf(
      [
        ['Code', 'Uitleg'],
        ['A', 'asiel'],
      ],
      ROWS,
      [['only a title']],
    )
    expect(await readTable(book, { mayAsk: true })).toEqual({ ok: false, code: 'tableChoose' })
    expect(await readTable(book)).toMatchObject({ value: { sheet: 'Blad2', headers: ROWS[0] } })
    expect(await readTable(book, { sheet: 'Blad1' })).toMatchObject({
      value: { headers: ['Code', 'Uitleg'] },
    })
    expect(await readTable(book, { sheet: 'Zzgone' })).toEqual({ ok: false, code: 'tableNoSheet' })
    const looked = await lookAtTable(book)
    expect(looked.ok && looked.value.map(({ name, rows, headLine }) => [name, rows, headLine])).toEqual([
      ['Blad1', 2, 1],
      ['Blad2', 3, 1],
    ])
  })

  it('can be a workbook, with days as days and no formula computed', async () => {
    const read = await readTable(
      workbookOf([
        ['Naam', 'Geboren', 'Leeftijd'],
        ['Fictar', { day: '1998-04-03' }, 28],
        ['=1+1', null, 7],
      ]),
    )
    expect(read).toMatchObject({
      ok: true,
      value: { source: 'xlsx', headers: ['Naam', 'Geboren', 'Leeftijd'] },
    })
    expect(read.ok && read.value.lines.map(({ cells }) => cells)).toEqual([
      ['Fictar', '1998-04-03', '28'],
      ['=1+1', '', '7'],
    ])
  })

  it.each([
    {
      intention: 'a picture',
      bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
      code: 'tableNotRead',
    },
    {
      intention: 'a zip of something else',
      bytes: Buffer.from(zipSync({ 'a.txt': strToU8('a') })),
      code: 'tableNotRead',
    },
    { intention: 'half a workbook', bytes: workbookOf(ROWS).subarray(0, 400), code: 'fileBroken' },
    {
      intention: 'Excel of before 2007',
      bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      code: 'tableOldExcel',
    },
    { intention: 'a head alone', bytes: Buffer.from('Nom;Sexe\r\n'), code: 'tableEmpty' },
    {
      intention: 'a quote that never ends',
      bytes: Buffer.from(`Nom;Sexe\n"${'a;b\n'.repeat(300_000)}`),
      code: 'tableQuotes',
    },
    {
      intention: 'too many columns',
      bytes: Buffer.from(`${'a;'.repeat(150)}a\n${'b;'.repeat(150)}b`),
      code: 'tableTooWide',
    },
    {
      intention: 'too many rows',
      bytes: Buffer.from(`Nom;Sexe\n${'a;m\n'.repeat(LIMITS.rows + 1)}`),
      code: 'tableTooLong',
    },
  ])('is refused when it is $intention', async ({ bytes, code }) => {
    expect(await readTable(bytes)).toEqual({ ok: false, code })
  })

  it('is refused when it unpacks to a bomb, whatever its list of contents says', async () => {
    const sheet = '<worksheet><sheetData>'.padEnd(8 * 2 ** 20, ' ')
    expect(await readTable(sheetOf(sheet))).toEqual({ ok: false, code: 'fileTooHeavy' })
    const lying = sheetOf(sheet.slice(0, 50_000))
    // The length that the list of contents gives (APPNOTE.TXT § 4.3.12), of the sheet, which is its last entry.
    const at = lying.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    lying.writeUInt32LE(10, at + 24)
    expect(await readTable(lying)).toEqual({ ok: false, code: 'fileBroken' })
  })

  it('is read without the empty cells that stand far away', async () => {
    const read = await readTable(
      sheetOf(
        `<worksheet><sheetData><row r="1">${words('Naam', 'Jaar')}<c r="XFD1" s="3"/></row><row r="2">${words('Fictar', '1998')}</row><row r="1048576"><c r="A1048576"><v></v></c></row></sheetData></worksheet>`,
      ),
    )
    expect(read).toMatchObject({ ok: true, value: { headers: ['Naam', 'Jaar'], lines: [{ line: 2 }] } })
  })

  it.each([
    ['XFD1', `<row r="1">${words('Naam')}<c r="XFD1"><v>1</v></c></row>`],
    ['CW101', diagonal(4000)],
    ['ALL1000', `<row r="1000"><c r="ALL1000"><v>1</v></c></row>`],
  ])('names the cell %s when it stands far outside', async (cell, rows) => {
    const read = await readTable(sheetOf(`<worksheet><sheetData>${rows}</sheetData></worksheet>`))
    expect(read).toEqual({ ok: false, code: `tableStrayCell:${cell}` })
  })

  it('has a row of its own for a cell far below', async () => {
    const read = await readTable(
      sheetOf(
        `<worksheet><sheetData><row r="1">${words('Naam', 'Jaar')}</row><row r="2">${words('Fictar', '1998')}</row><row r="1048576">${words('Zz')}</row></sheetData></worksheet>`,
      ),
    )
    expect(read.ok && read.value.lines.map(({ line }) => line)).toEqual([2, 1_048_576])
  })

  it('is refused when one text stands in all its cells and takes no room in the file', async () => {
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(90)}</row>`
    const read = await readTable(
      sheetOf(`<worksheet><sheetData>${row.repeat(100)}</sheetData></worksheet>`, 'w'.repeat(19_000)),
    )
    expect(read).toEqual({ ok: false, code: 'fileTooHeavy' })
  })

  it.each([
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
  ])('is refused with entities of its own: %s', async (head) => {
    const read = await readTable(
      sheetOf(`${head}<worksheet><sheetData><row>${words('&b;', '&a;')}</row></sheetData></worksheet>`),
    )
    expect(read).toEqual({ ok: false, code: 'fileBroken' })
  })

  it('has days by what programs write: formats by number and by template, 1900 and 1904', async () => {
    const sheet = (styles: readonly number[]) =>
      `<worksheet><sheetData><row>${words('Naam', 'Op')}</row><row>${styles.map((style) => `<c s="${style}"><v>35888</v></c>`).join('')}<c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="d"><v>1998-04-03T00:00:00</v></c><c t="str"><v>a_x0041_</v></c></row></sheetData></worksheet>`
    const read = await readTable(sheetOf(sheet([0, 1, 2, 3, 4])))
    expect(read.ok && read.value.lines[0]?.cells).toEqual([
      '35888',
      '1998-04-03',
      '1998-04-03',
      '35888',
      '35888',
      'true',
      '',
      '1998-04-03',
      'aA',
    ])
    const of1904 = await readTable(sheetOf(sheet([1]), '', 'date1904="1"'))
    expect(of1904.ok && of1904.value.lines[0]?.cells[0]).toBe('2002-04-04')
  })
})
