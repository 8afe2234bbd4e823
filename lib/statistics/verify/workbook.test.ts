import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { sign, withFirstSheet } from '@/tests/support/archive-parts'
import { type GivenArchive, givenArchives, givenSigner } from '@/tests/support/archives'
import { givenRandom } from '@/tests/support/given/population'
import { workbookLies } from '@/tests/support/mutated-workbooks'
import { toWorkbook, toZip } from '../archive'
import { fingerprintOf } from '../signature'
import { verifyArchives } from './verify'
import { readSheets } from './workbook'
import { toColumn } from './workbook-parts'

const signer = givenSigner('an organisation')
let archives: readonly GivenArchive[]
beforeAll(async () => {
  archives = await givenArchives(1, signer)
}, 120_000)

const sheetsOf = (data: { head: string[]; rows: (string | number)[][] }) => [
  { name: 'Data', ...data },
  { name: 'Dictionary', head: ['code'], rows: [['é']] },
]

describe('a workbook', () => {
  it('of every kind is read, and written again to the same bytes', async () => {
    for (const { zip } of archives) {
      const parts = unzipSync(zip)
      const again = (await withFirstSheet(parts, (rows) => rows))['data.xlsx']
      expect(Buffer.from(again ?? []).equals(Buffer.from(parts['data.xlsx'] ?? []))).toBe(true)
    }
  })

  it('is read with what XML writes in another way, with empty cells and with more columns than letters', async () => {
    const head = Array.from({ length: 60 }, (_, i) => `c${i}`)
    const row = head.map((_, i) => ['', ' a ', '<b>&amp;"\'', -5, 0, 'constant', '1'][i % 7] ?? '')
    const written = await toWorkbook(sheetsOf({ head, rows: [row, row.toReversed()] }))
    const [data] = readSheets(written, 'exact')
    expect(data?.rows[1]).toEqual(
      row.flatMap((value, i) => (value === '' ? [] : [{ column: toColumn(i), value }])),
    )
    expect(data?.rows[0]?.slice(24, 28).map(({ column }) => column)).toEqual(['Y', 'Z', 'AA', 'AB'])
  })

  it('has no more and no fewer sheets than its kind', async () => {
    const written = await toWorkbook(sheetsOf({ head: ['a'], rows: [[1]] }))
    expect(() => readSheets(written, 'table')).toThrow('not written as the product writes workbooks')
    expect(readSheets(written, 'rows')).toHaveLength(2)
  })

  it.each(workbookLies)('with $name is refused, though the organisation signed it', ({ make }) => {
    for (const kind of ['table', 'exact', 'noise', 'rows']) {
      const own = archives.find((one) => one.kind === kind)
      if (own === undefined) throw new Error(`no archive of ${kind}`)
      const bytes = toZip(sign(make(unzipSync(own.zip), givenRandom(7)), signer))
      const [verdict] = verifyArchives([{ name: 'a.zip', bytes }], [fingerprintOf(signer.key)])
      expect({ kind, lines: verdict?.lines }).toEqual({
        kind,
        lines: [expect.stringMatching(/^Refused: data\.xlsx (is not written as|holds other numbers)/)],
      })
    }
  })
})
