import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { belgianCsv, workbookOf } from '@/tests/support/tables'
import { readTable } from './read-table'
import { LIMITS } from './table.rules'

const ROWS = [
  ['Nom', 'Prénom', 'Né le'],
  ['Fictar', 'Élodie', '03/04/1998'],
  ['Inventis; the "second"', 'Ümit', ''],
]
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le')
const text = (separator: string): string =>
  ROWS.map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(separator)).join('\n')

describe('a table that somebody brings', () => {
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

  it('is read with another encoding when she knows better', async () => {
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
    const big = zipSync({
      'xl/workbook.xml': strToU8('<a/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(8 * 2 ** 20),
    })
    expect(await readTable(Buffer.from(big))).toEqual({ ok: false, code: 'fileBomb' })
    const lying = Buffer.from(
      zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/big.xml': new Uint8Array(2 ** 20) }),
    )
    // The length that the list of contents gives (APPNOTE.TXT § 4.3.12), of the last entry.
    const at = lying.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    lying.writeUInt32LE(10, at + 24)
    expect(await readTable(lying)).toEqual({ ok: false, code: 'fileBroken' })
  })
})
