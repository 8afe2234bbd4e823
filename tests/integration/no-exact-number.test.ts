import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { withStatsWork } from '@/lib/db/work'
import { tableIds } from '@/lib/statistics/measure.rules'
import { findAsked } from '@/lib/statistics/question.rules'
import { releaseStatistic } from '@/lib/statistics/statistic.actions'
import { readTable } from '@/lib/statistics/statistic.data'
import { givenFrozen } from '../support/given/frozen-organisation'
import { givenMetPeople } from '../support/given/met-people'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { readZip } from '../support/read-zip'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  await givenMetPeople(organisation, { n: 700, enteredOn: '2026-07-05', seed: 31 })
  await givenMetPeople(organisation, { n: 150, enteredOn: '2026-04-05', seed: 32 })
  await givenMetPeople(organisation, { n: 57, enteredOn: '2026-01-15', seed: 33 })
  await givenFrozen(organisation)
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

/**
 * How many rows of a snapshot bear each code, and how many there are at all. What is printed is a multiple of ten or an end of its
 * range, which is one more or one less: a number that ends in 2 to 8 can only be an exact one.
 */
const countExactly = async (): Promise<ReadonlySet<string>> => {
  const rows = await organisation.ask(
    `SELECT DISTINCT count(*)::int AS n FROM sdc_record r
       CROSS JOIN LATERAL unnest(ARRAY['all', r.centre, r.nationality, r.age_band, r.topic, r.signal]) AS code
      WHERE code IS NOT NULL GROUP BY r.snapshot_id, r.unit, code`,
  )
  return new Set(rows.map(({ n }) => String(n)).filter((n) => n.length > 1 && /[2-8]$/.test(n)))
}
/** How many cells and not how many people. */
const OF_CELLS = ['cellsHidden', 'meter']
/** Every number anywhere in it; what stands in quotes is a code. */
const numbersIn = (value: unknown): readonly string[] =>
  typeof value === 'number'
    ? [String(value)]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, inner]) => (OF_CELLS.includes(name) ? [] : numbersIn(inner)))
      : []
/** The columns that hold numbers, of a file whose second line says what each column is. */
const numbersInCsv = (csv: string): readonly string[] => {
  const [, tags, ...rows] = csv.split('\r\n').map((line) => line.split(','))
  return rows.flatMap((row) => row.filter((_, at) => /\+num|#meta\+(lower|upper)/.test(tags?.[at] ?? '')))
}
const numbersInSheet = (xml: string): readonly string[] =>
  [...xml.matchAll(/<c(?![^>]* t="s")[^>]*><v>(\d+)<\/v>/g)].map(([, n]) => n ?? '')

describe('an exact number', () => {
  it('stands in no answer, no refusal, no line of the audit log and no file that leaves', async () => {
    const exact = await countExactly()
    expect(exact.size).toBeGreaterThan(20)
    const told = new Set<string>()
    const hear = (numbers: readonly string[]): void => {
      for (const n of numbers) told.add(n)
    }
    const refused: unknown[] = []
    for (const period of ['2026-Q3', '2026-Q2', '2026-Q1'])
      for (const table of tableIds) {
        const question = findAsked(table)
        if (question === null) throw new Error(`${table} is no question`)
        const read = await withStatsWork(organisation.ada.token, (work) =>
          readTable(work, { period, ...question }),
        )
        hear(numbersIn(read.table?.cells))
        const answer = await act(organisation.ada.token, releaseStatistic, {
          period,
          table,
          recipient: 'Invented foundation',
          purpose: 'Annual report',
        })
        if (!answer.ok) refused.push(answer)
      }
    expect(refused.length).toBeGreaterThan(tableIds.length)
    hear(numbersIn(refused))
    const auditLog = await organisation.ask(`SELECT detail FROM audit_event WHERE event LIKE 'statistics.%'`)
    hear(numbersIn(auditLog))
    const releases = await organisation.ask(`SELECT encode(zip, 'hex') AS zip FROM sdc_release`)
    expect(releases.length).toBeGreaterThan(2)
    for (const { zip } of releases) {
      const parts = await readZip(Buffer.from(String(zip), 'hex'))
      // The two whole populations of a certificate are possible ones: what they give away is the auditor's test.
      hear(numbersIn(JSON.parse(String(parts.get('data.json')))))
      hear(numbersInCsv(String(parts.get('data.csv'))))
      const sheet = await readZip(parts.get('data.xlsx') ?? Buffer.alloc(0))
      hear(numbersInSheet(String(sheet.get('xl/worksheets/sheet1.xml'))))
    }
    expect(told.size).toBeGreaterThan(20)
    expect([...exact].filter((n) => told.has(n))).toEqual([])
  })
})
