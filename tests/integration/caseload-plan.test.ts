import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { readQuery } from '@/lib/cases/caseload.schema'
import { type Place, toListing } from '@/lib/cases/caseload-order.data'
import { sql } from '@/lib/db/sql'
import { type GivenHouse, givenCaseHouse } from '../support/given/case-house'

let house: GivenHouse
beforeAll(async () => {
  house = await givenCaseHouse()
  // Forty thousand files, ten thousand of them in the coordinator's reach. The days are those the triggers would have written.
  await house.ask('BEGIN')
  await house.ask('SET LOCAL session_replication_role = replica')
  await house.ask(
    `INSERT INTO case_file (id, code, kind, status, risk, secrecy, team_id, worker_id, opened_on, next_step_on,
                            last_contact_on, unseen_on, silence_on, created_by)
     SELECT gen_random_uuid(), 'ZZZ-' || lpad(n::text, 6, '0'), 'detention',
            CASE WHEN n % 7 = 0 THEN 'closed' ELSE 'active' END, 'low', 'open',
            CASE WHEN n % 4 = 0 THEN $1::uuid ELSE $2::uuid END, $3, DATE '2026-01-01' + n % 300,
            DATE '2026-11-01' + n % 90, DATE '2026-01-01' + n % 320,
            CASE WHEN n % 40 = 0 THEN DATE '2026-11-01' + n % 200 END,
            CASE WHEN n % 7 = 0 THEN NULL ELSE DATE '2026-06-01' + n % 400 END, $3
       FROM generate_series(1, 40000) n`,
    [house.north, house.south, house.casey.id],
  )
  await house.ask('COMMIT')
  await house.ask('ANALYZE case_file')
})
afterAll(() => house.close())

const plans = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.unknown() })) })).length(1)
const found = z.array(z.object({ id: z.string(), key: z.string() }))

/** How the database reads one page: the words of its plan, and how many rows of case_file it looked at. */
const readPage = (query: string, tier: 0 | 1, after: Place | null) =>
  house.coral.work(async (work) => {
    const { filters, sort } = readQuery(query)
    const listing = await toListing(work, { filters, sort, after, take: 51, tier })
    if (listing === null) throw new Error('she leads an office')
    const [plan] = plans.parse(
      await work.tx.$queryRaw(sql`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${listing}`),
    )
    const text = JSON.stringify(plan)
    const blocks = /"Shared Hit Blocks":(\d+)/.exec(text)?.[1]
    const last = found.parse(await work.tx.$queryRaw(listing)).at(-1)
    return { text, blocks: Number(blocks), last: last === undefined ? null : { ...last, tier } }
  })

const indexesOf = (plan: string): string[] =>
  [...plan.matchAll(/"Index Name":"(\w+)"/g)].map(([, name]) => name ?? '')

describe('a page of ten thousand files in reach', () => {
  it.each([
    ['', 1, 'case_file_by_silence'],
    ['', 0, 'case_file_by_unseen'],
    ['sort=step', 1, 'case_file_by_step'],
    ['sort=-step', 1, 'case_file_by_step'],
    ['sort=contact', 1, 'case_file_by_contact'],
    ['sort=-contact', 1, 'case_file_by_contact'],
    ['sort=opened', 1, 'case_file_by_opening'],
    ['sort=code', 1, 'case_file_by_code'],
    ['status=active&risk=low', 1, 'case_file_by_silence'],
  ] as const)('"%s", tier %s, is read from %s, the fiftieth like the first', async (query, tier, index) => {
    const first = await readPage(query, tier, null)
    expect(indexesOf(first.text)).toContain(index)
    expect(first.text.includes('"Seq Scan"')).toBe(false)
    let page = first
    for (let n = 1; n < (tier === 0 ? 3 : 50); n++) page = await readPage(query, tier, page.last)
    expect(page.last).not.toBeNull()
    expect(indexesOf(page.text)).toContain(index)
    expect(page.blocks).toBeLessThan(2 * first.blocks + 50)
  })
})
