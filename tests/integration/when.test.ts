import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '@/lib/shared/dates'
import { toWhenColumns } from '@/lib/shared/when/columns.rules'
import { compareWhen } from '@/lib/shared/when/order.rules'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { anyWhen } from '../support/given/when'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

type Five = readonly [string | null, string | null, string | null, string | null, string | null]
const holds = async (rows: readonly Five[]) => {
  const found = await organisation.ask(
    `SELECT app.is_when(c, f::date, l::date, t, b) AS ok
       FROM jsonb_to_recordset($1::jsonb) AS r(n int, c text, f text, l text, t text, b text) ORDER BY n`,
    [JSON.stringify(rows.map(([c, f, l, t, b], n) => ({ n, c, f, l, t, b })))],
  )
  return found.map(({ ok }) => ok)
}

describe('a date in the database', () => {
  const some = fc.sample(anyWhen, { numRuns: 400, seed: 26 })
  const rows = some.map((when): Five => {
    const {
      when: code,
      from,
      to,
      text,
      basis,
    } = toWhenColumns(when && { when, text: 'typed', basis: 'said' })
    return [code, from && toDay(from), to && toDay(to), text, basis]
  })

  it('is accepted as the rules write it, whatever its precision', async () => {
    expect((await holds(rows)).filter((ok) => ok !== true)).toEqual([])
  })

  it.each([
    { what: 'a year as its first of January', row: ['2009', '2009-01-01', '2009-01-01', '2009', 'said'] },
    {
      what: 'a month that leaves its last day out',
      row: ['2008-02', '2008-02-01', '2008-02-28', '2/2008', 'said'],
    },
    { what: 'a winter within one year', row: ['2018-24', '2018-12-01', '2018-12-31', 'w', 'said'] },
    { what: 'a day that is another', row: ['2009-03-15', '2009-03-16', '2009-03-16', 'x', 'said'] },
    { what: 'an about without width', row: ['2009-03-15~', '2009-03-15', '2009-03-15', 'x', 'said'] },
    {
      what: 'a span that ends before it begins',
      row: ['2010/2009', '2010-01-01', '2009-12-31', 'x', 'said'],
    },
    { what: 'not known, and yet a day', row: ['not_known', '2009-01-01', '2009-01-01', null, null] },
    { what: 'days without a code', row: [null, '2009-01-01', '2009-12-31', null, null] },
    { what: 'no words', row: ['2009', '2009-01-01', '2009-12-31', null, 'said'] },
    { what: 'no ground', row: ['2009', '2009-01-01', '2009-12-31', '2009', null] },
    { what: 'a ground nobody knows', row: ['2009', '2009-01-01', '2009-12-31', '2009', 'rumour'] },
    { what: 'a code that is none', row: ['spring', '2009-01-01', '2009-12-31', '2009', 'said'] },
  ] as const)('refuses $what', async ({ row }) => {
    expect(await holds([row])).toEqual([false])
  })

  it('stands in the order that the rules give it', async () => {
    const found = await organisation.ask(
      `SELECT n FROM jsonb_to_recordset($1::jsonb) AS r(n int, c text, f text, l text)
        ORDER BY f::date, l::date, c COLLATE "C", n`,
      [JSON.stringify(rows.map(([c, f, l], n) => ({ n, c, f, l })).filter(({ f }) => f !== null))],
    )
    const known = some.flatMap((when, n) => (rows[n]?.[1] === null ? [] : [{ when, n }]))
    const sorted = known.sort((a, b) => compareWhen(a.when, b.when) || a.n - b.n)
    expect(found.map(({ n }) => n)).toEqual(sorted.map(({ n }) => n))
  })
})
