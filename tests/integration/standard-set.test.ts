import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { disconnect } from '@/lib/db/client'
import { withStatsWork } from '@/lib/db/work'
import { listReady } from '@/lib/statistics/past.data'
import { previewTable } from '@/lib/statistics/preview.data'
import { findAsked, toCode } from '@/lib/statistics/question.rules'
import { listProven } from '@/lib/statistics/standard.data'
import { standardSet } from '@/lib/statistics/standard.rules'
import { releaseStatistic } from '@/lib/statistics/statistic.actions'
import { listSnapshots } from '@/lib/statistics/statistic.data'
import { runProofJob } from '@/scripts/statistics-job'
import { givenFrozen } from '../support/given/frozen-organisation'
import { givenMetPeople } from '../support/given/met-people'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
let told: Awaited<ReturnType<typeof runProofJob>>

const period = '2026-Q3'
/** One dimension each, a coarse cross, and one of another unit: fine ones take minutes. */
const set = [...standardSet.slice(0, 7), 'public/visitsByCentre/centre/all']
const row = z.object({ place: z.number(), code: z.string(), content: z.string().nullable() })
const rowsOf = async (start: string) =>
  z.array(row).parse(
    await organisation.ask(
      `SELECT t.place, t.code, t.content FROM sdc_standard t JOIN snapshot s ON s.id = t.snapshot_id
          WHERE s.period_start = $1 ORDER BY t.place`,
      [start],
    ),
  )

const release = (table: string) =>
  act(organisation.ada.token, releaseStatistic, {
    period,
    table,
    recipient: 'Invented foundation',
    purpose: 'Annual report',
  })

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  // Enough for coarse crosses, and too few for anything.
  await givenMetPeople(organisation, { n: 330, enteredOn: '2026-07-05', seed: 31 })
  await givenMetPeople(organisation, { n: 60, enteredOn: '2026-04-05', seed: 32 })
  await organisation.ask(
    `UPDATE person SET sex = CASE WHEN abs(hashtext(id::text)) % 4 = 0 THEN 'f' ELSE 'm' END`,
  )
  await organisation.ask(
    `WITH whose AS (SELECT gen_random_uuid() AS id, case_id, person_id, row_number() OVER (ORDER BY person_id) AS n FROM case_person),
          episode AS (INSERT INTO detention_episode (id, case_id, arrest_context, created_by, created_at)
                      SELECT id, case_id, 'unknown', $1, '2026-04-01T09:00:00Z' FROM whose WHERE n % 5 > 0),
          stay AS (INSERT INTO place_stay (id, case_id, person_id, place_id, since, episode_id, created_at)
                   SELECT gen_random_uuid(), case_id, person_id, (SELECT id FROM place WHERE kind = 'closed_centre' ORDER BY slug LIMIT 1),
                          '2026-03-01'::date, id, '2026-04-01T09:00:00Z' FROM whose WHERE n % 5 > 0)
     INSERT INTO detention_event (id, case_id, episode_id, kind, on_when, on_from, on_to, on_text, on_basis, end_reason, author_id, created_at)
     SELECT gen_random_uuid(), case_id, id, 'ended', CASE n % 2 WHEN 0 THEN '2026-03-20' ELSE '2026-04-20' END,
            CASE n % 2 WHEN 0 THEN '2026-03-20' ELSE '2026-04-20' END::date, CASE n % 2 WHEN 0 THEN '2026-03-20' ELSE '2026-04-20' END::date,
            'a day', 'said', CASE n % 3 WHEN 0 THEN 'released_io' ELSE 'removed' END, $1, '2026-04-21T09:00:00Z'
       FROM whose WHERE n % 5 > 1`,
    [organisation.casey.id],
  )
  await givenFrozen(organisation)
  told = await runProofJob(set)
})

afterAll(async () => {
  await organisation.close()
  await disconnect()
})

describe('the standard set', () => {
  it('is asked of every frozen period, coarse before fine, and once', async () => {
    for (const start of ['2026-04-01', '2026-07-01'])
      expect((await rowsOf(start)).map(({ code }) => code)).toEqual(set)
    for (const code of standardSet) {
      const asked = findAsked(code)
      expect(asked && toCode(asked)).toBe(code)
    }
    expect(await runProofJob(set)).toEqual({ proven: 0, refused: 0 })
  })

  it('has nothing of so few people, and the coarse tables of three hundred', async () => {
    expect((await rowsOf('2026-04-01')).every(({ content }) => content === null)).toBe(true)
    const proven = (await rowsOf('2026-07-01')).flatMap(({ code, content }) => (content === null ? [] : code))
    expect(proven).toEqual(expect.arrayContaining(standardSet.slice(0, 7)))
    expect(told.proven).toBe(proven.length)
  })

  it('holds rounded numbers and no others', async () => {
    const proven = await withStatsWork(organisation.ada.token, async (work) => {
      const [newest] = await listSnapshots(work)
      return listProven(work, newest === undefined ? [] : [newest.id])
    })
    for (const { table } of proven)
      for (const { flag, value, lower, upper } of table.cells) {
        expect(value === null || (value % 10 === 0 && value >= 20)).toBe(true)
        if (flag === 'rounded') expect([lower, upper]).toEqual([(value ?? 0) - 9, (value ?? 0) + 9])
      }
  })

  it('is read by admins of the organisation alone, and changed by no one', async () => {
    expect(await withStatsWork(organisation.coral.token, (work) => work.tx.sdcStandard.count())).toBe(0)
    await expect(
      organisation.ada.work((work) => work.tx.$queryRaw`SELECT FROM sdc_standard`),
    ).rejects.toThrow('permission denied')
    await expect(organisation.ask('DELETE FROM sdc_standard')).rejects.toThrow('insert-only')
  })

  it('is shown as it was proven, and given whole, until something else leaves', async () => {
    const ready = () =>
      withStatsWork(organisation.ada.token, async (work) => {
        const [newest] = await listSnapshots(work)
        return newest === undefined ? [] : (await listReady(work, newest.id)).map(({ code }) => code)
      })
    const proven = (await rowsOf('2026-07-01')).flatMap(({ code, content }) => (content === null ? [] : code))
    expect(await ready()).toEqual(proven)
    const code = 'public/peopleByEnd/end,length/all'
    const asked = findAsked(code)
    if (asked === null) throw new Error('it is a question')
    await withStatsWork(organisation.ada.token, async (work) => {
      const shown = await previewTable(work, { period, ...asked }, code)
      const stored = (await listProven(work, [shown.snapshot.id])).find((one) => one.code === code)
      expect(shown.table?.cells).toEqual(stored?.table.cells)
    })
    for (const one of proven) {
      const released = await release(one)
      expect(released.ok ? '' : `${one}: ${released.code}`).toBe('')
    }
    expect(await ready()).toEqual(proven)
    expect(await release('public/visitsByCentre/centre/all')).toMatchObject({ ok: true })
    const free = await release('partner/peopleBySex/sex/all')
    if (free.ok) expect(await ready()).not.toContain(code)
  })
})
