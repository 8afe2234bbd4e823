import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsvField } from '@/lib/shared/csv.rules'
import { toCsv, toCsvFile } from './csv.rules'

/** A strict reader of RFC 4180: what we write must be read back. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let field = ''
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (at >= text.length) throw new Error('quote not closed')
        field += text[at]
        if (text[at] === '"') at += 1
      }
      at += 1
    } else {
      for (; at < text.length && text[at] !== ',' && !text.startsWith('\r\n', at); at += 1) field += text[at]
    }
    row.push(field)
    if (text.startsWith('\r\n', at)) {
      rows.push(row)
      row = []
      at += 2
    } else at += 1
  }
  return rows
}

describe('a field', () => {
  it.each([
    { intention: 'a formula', text: '=1+1', field: "'=1+1" },
    { intention: 'a number with a sign', text: '-5', field: "'-5" },
    { intention: 'a call', text: '@SUM(A1)', field: "'@SUM(A1)" },
    { intention: 'behind spaces', text: '  =cmd', field: "'  =cmd" },
    { intention: 'behind a tab', text: '\t=cmd', field: "'\t=cmd" },
    { intention: 'a full-width equals sign', text: '\uff1d1', field: "'\uff1d1" },
    { intention: 'a full-width plus', text: '\uff0b1', field: "'\uff0b1" },
    { intention: 'a full-width minus', text: '\uff0d1', field: "'\uff0d1" },
    { intention: 'a full-width at', text: '\uff20A', field: "'\uff20A" },
    { intention: 'behind an invisible mark', text: '\u200b=1', field: "'\u200b=1" },
    { intention: 'behind a semicolon', text: 'a;=cmd;b', field: "a;'=cmd;b" },
    { intention: 'behind a semicolon and a quote', text: 'a; "=cmd', field: `"a;' ""=cmd"` },
    { intention: 'on a line of its own', text: 'a\n=cmd', field: `"a\n'=cmd"` },
    { intention: 'a semicolon alone is harmless', text: 'a; b', field: 'a; b' },
    { intention: 'the masked value is harmless', text: '<20', field: '<20' },
    { intention: 'a hashtag row is harmless', text: '#affected+num', field: '#affected+num' },
    { intention: 'commas and quotes', text: 'a "b", c', field: '"a ""b"", c"' },
  ])('$intention', ({ text, field }) => expect(toCsvField(text)).toBe(field))

  it('is a whole number as it stands', () => expect(toCsvField(120)).toBe('120'))
})

describe('a file', () => {
  it('has a header, an HXL row, CRLF, and is read back field by field', { timeout: 60_000 }, () => {
    const text = fc.string({ unit: 'binary' }).filter((one) => one !== '')
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.nat()), { maxLength: 20 }), (rows) => {
        const csv = toCsv({
          columns: [
            { header: '=harm', hxl: '#loc' },
            { header: 'value', hxl: '#affected+num' },
          ],
          rows,
        })
        const read = readCsv(csv)
        expect(read.slice(0, 2)).toEqual([
          ["'=harm", 'value'],
          ['#loc', '#affected+num'],
        ])
        // Apostrophes disarm; everything else is as it was.
        const plain = (one: string) => one.replaceAll("'", '')
        expect(read.slice(2).map(([one = '', number]) => [plain(one), Number(number)])).toEqual(
          rows.map(([one, number]) => [plain(one), number]),
        )
        for (const [one = ''] of read)
          expect(one).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u)
      }),
    )
  })

  it('leaves the organisation with a byte order mark', () => {
    expect(toCsvFile({ columns: [{ header: 'value', hxl: '#x' }], rows: [] })).toBe('\ufeffvalue\r\n#x\r\n')
  })
})
