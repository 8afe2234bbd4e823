import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { readQuery } from '@/lib/caseload/caseload.schema'
import { type PagePlace, toListing } from '@/lib/caseload/caseload-order.data'
import { RANKS } from '@/lib/cases/danger.rules'
import { sql } from '@/lib/db/sql'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  // Forty thousand files, ten thousand of them in the coordinator's reach. The days are those the triggers would have written.
  await organisation.ask('BEGIN')
  await organisation.ask('SET LOCAL session_replication_role = replica')
  await organisation.ask(
    `INSERT INTO case_file (id, code, kind, status, risk, secrecy, team_id, worker_id, opened_on, next_step_on,
                            last_contact_on, unseen_on, silence_on, critical_on, missing_on, act_from, act_on, removal_on,
                            serious_on, is_held, adult_on, task_on, created_by)
     SELECT md5(n::text)::uuid, 'ZZZ-' || lpad(n::text, 6, '0'), 'detention',
            CASE WHEN n % 7 = 0 THEN 'closed' ELSE 'active' END,
            (ARRAY['low', 'medium', 'high'])[1 + n / 40 % 3], 'open',
            CASE WHEN n % 4 = 0 THEN $1::uuid ELSE $2::uuid END, $3, DATE '2026-01-01' + n % 300,
            CASE WHEN n % 3 = 0 THEN DATE '2099-01-01' + n % 900 ELSE DATE '2026-11-01' + n % 90 END, DATE '2026-01-01' + n % 320,
            CASE WHEN n % 40 = 0 THEN DATE '2026-01-01' + n % 350 END,
            CASE WHEN n % 7 = 0 THEN NULL WHEN n % 3 = 0 THEN DATE '2099-01-01' + n % 900 ELSE DATE '2026-06-01' + n % 400 END,
            CASE WHEN n % 44 = 0 THEN DATE '2026-06-01' + n % 150 END,
            CASE WHEN n % 52 = 0 THEN DATE '2026-06-01' + n % 150 END,
            CASE WHEN n % 28 = 4 THEN DATE '2026-06-01' + n % 300 END,
            CASE WHEN n % 28 = 4 THEN DATE '2026-06-10' + n % 310 END,
            CASE WHEN n % 60 = 0 THEN DATE '2026-06-01' + n % 170 END,
            CASE WHEN n % 36 = 8 THEN DATE '2026-06-01' + n % 150 END,
            n % 5 < 2, CASE WHEN n % 12 = 0 THEN DATE '2026-10-01' + n % 900 END,
            CASE WHEN n % 15 = 1 THEN DATE '2026-10-01' + n % 100 END, $3
       FROM generate_series(1, 40000) n`,
    [organisation.north, organisation.south, organisation.casey.id],
  )
  await organisation.ask('COMMIT')
  // Statistics of every row, not of a draw, and no autovacuum that would draw its own: the same plan each time.
  await organisation.ask('ALTER TABLE case_file SET (autovacuum_enabled = false)')
  await organisation.ask('SET default_statistics_target = 1000')
  await organisation.ask('VACUUM (ANALYZE) case_file')
})
afterAll(() => organisation.close())

const plans = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.unknown() })) })).length(1)
const found = z.array(z.object({ id: z.string(), rank: z.number(), key: z.string() }))

type Work = Parameters<typeof toListing>[0]
const listingOf = async (work: Work, query: string, after: PagePlace) => {
  const { filters, sort } = readQuery(query)
  const listing = await toListing(work, { filters, sort, after, take: 51 })
  if (listing === null) throw new Error('she leads an office')
  return listing
}

/** The place at which so many pages end. */
const goOn = (query: string, from: PagePlace, pages: number): Promise<PagePlace> =>
  organisation.coral.work(async (work) => {
    let after = from
    for (let n = 0; n < pages; n++) {
      const last = found.parse(await work.tx.$queryRaw(await listingOf(work, query, after))).at(-1)
      if (last === undefined) throw new Error('there are more files than that')
      after = last
    }
    return after
  })

/** How the database reads one page: the words of its plan, and how many rows of case_file it looked at. */
const readPage = (query: string, after: PagePlace) =>
  organisation.coral.work(async (work) => {
    const listing = await listingOf(work, query, after)
    // First without being measured: a connection that has not seen the functions of the policies yet reads the catalogue as well.
    const last = found.parse(await work.tx.$queryRaw(listing)).at(-1)
    const [plan] = plans.parse(
      await work.tx.$queryRaw(sql`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${listing}`),
    )
    const text = JSON.stringify(plan)
    const blocks = /"Shared Hit Blocks":(\d+),"Shared Read Blocks":(\d+)/.exec(text)
    if (last === undefined) throw new Error('there are more files than that')
    return { text, blocks: Number(blocks?.[1]) + Number(blocks?.[2]), last }
  })

const indexesOf = (plan: string): string[] =>
  [...plan.matchAll(/"Index Name":"(\w+)"/g)].map(([, name]) => name ?? '')

describe('a page of ten thousand files in reach', () => {
  it.each([
    ['', 'critical', 'case_file_by_danger', 3],
    ['', 'missing', 'case_file_by_danger', 3],
    ['', 'act', 'case_file_by_danger', 4],
    ['', 'removal', 'case_file_by_danger', 2],
    ['', 'seriousFirst', 'case_file_by_danger', 2],
    ['', 'serious', 'case_file_by_danger', 2],
    ['', 'unseenHigh', 'case_file_by_risk_unseen', 1],
    ['', 'unseenMedium', 'case_file_by_risk_unseen', 1],
    ['', 'unseenLow', 'case_file_by_risk_unseen', 1],
    ['', 'overdue', 'case_file_by_overdue', 50],
    ['', 'rest', 'case_file_by_overdue', 20],
    ['sort=silence', 'rest', 'case_file_by_silence', 50],
    ['sort=-silence', 'rest', 'case_file_by_silence', 50],
    ['sort=step', 'rest', 'case_file_by_step', 50],
    ['sort=-step', 'rest', 'case_file_by_step', 50],
    ['sort=contact', 'rest', 'case_file_by_contact', 50],
    ['sort=-contact', 'rest', 'case_file_by_contact', 50],
    ['sort=opened', 'rest', 'case_file_by_opening', 50],
    ['sort=code', 'rest', 'case_file_by_code', 50],
    ['status=active&risk=low', 'overdue', 'case_file_by_overdue', 20],
  ] as const)('"%s", %s, is read from %s, the %sth like the first', async (query, rank, index, pages) => {
    // A page begins where a rank does.
    const before = query.includes('-') ? '9999-12-31' : query === 'sort=code' ? '' : '0001-01-01'
    const first = await readPage(query, {
      rank: RANKS.rank(rank),
      key: rank === 'rest' && query === '' ? '2099-01-01' : before,
      id: query.includes('-')
        ? 'ffffffff-ffff-ffff-ffff-ffffffffffff'
        : '00000000-0000-0000-0000-000000000000',
    })
    expect(indexesOf(first.text)).toContain(index)
    expect(first.text.includes('"Seq Scan"')).toBe(false)
    const page = pages === 1 ? first : await readPage(query, await goOn(query, first.last, pages - 2))
    expect(page.last.rank).toBeGreaterThanOrEqual(RANKS.rank(rank))
    expect(indexesOf(page.text)).toContain(index)
    expect(page.blocks).toBeLessThan(2 * first.blocks + 50)
  })
})
