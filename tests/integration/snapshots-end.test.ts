import { afterAll, beforeAll, expect, it } from 'vitest'
import EntryRoute from '@/app/(signed-in)/statistics/releases/[releaseId]/page'
import { disconnect } from '@/lib/db/client'
import { withJobWork, withStatsWork } from '@/lib/db/work'
import { getEntry, listReleases } from '@/lib/statistics/register.data'
import { endSnapshots } from '@/lib/statistics/snapshot.data'
import { releaseStatistic } from '@/lib/statistics/statistic.actions'
import { listSnapshots } from '@/lib/statistics/statistic.data'
import { runStatisticsJob } from '@/scripts/statistics-job'
import { givenFrozen } from '../support/given/frozen-organisation'
import { givenMetPeople } from '../support/given/met-people'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage } from '../support/handlers'
import { fetchRelease } from '../support/release-requests'

let organisation: GivenOrganisation
let release: string

const today = (day: string) =>
  organisation.ask(
    `CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT '${day}T12:00:00Z'::timestamptz $$`,
  )
const end = () => withJobWork('statistics', endSnapshots)
const frozen = () =>
  organisation.ask(
    `SELECT extract(year FROM s.period_end)::int AS year, s.wrapped_key IS NULL AS is_gone, count(r.row)::int > 0 AS has_rows
       FROM snapshot s LEFT JOIN sdc_record r ON r.snapshot_id = s.id GROUP BY s.id ORDER BY s.period_end, s.period_kind`,
  )

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  await givenMetPeople(organisation, { n: 300, enteredOn: '2025-11-05', seed: 9 })
  await givenMetPeople(organisation, { n: 300, enteredOn: '2026-07-05', seed: 8 })
  await givenFrozen(organisation)
  const input = { period: '2025', table: 'peopleByAge', recipient: 'Invented foundation', purpose: 'Report' }
  const made = await act(organisation.ada.token, releaseStatistic, input)
  if (!made.ok) throw new Error(made.code)
  release = made.value.releaseId
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

it('frozen rows and their key end five years after their calendar year; what was released stays', async () => {
  await today('2030-12-31')
  expect(await end()).toBe(0)
  await today('2031-01-01')
  // The sessions of the test end with their day: they are moved along.
  await organisation.ask(`UPDATE session SET created_at = app.now(), last_seen_at = app.now(), second_step_at = app.now(),
    expires_at = app.now() + interval '8 hours'`)
  const before = await fetchRelease(organisation.ada.token, release)
  expect(await end()).toBe(2)
  expect(await end()).toBe(0)

  const rows = await frozen()
  expect(rows.filter(({ year }) => year === 2025)).toEqual([
    { year: 2025, is_gone: true, has_rows: false },
    { year: 2025, is_gone: true, has_rows: false },
  ])
  const others = rows.filter(({ year }) => year !== 2025)
  expect(others.filter(({ is_gone: isGone }) => isGone)).toEqual([])
  expect(others.filter(({ has_rows: hasRows }) => hasRows).length).toBeGreaterThan(0)
  const auditLog = await organisation.ask(
    "SELECT detail, actor_kind FROM audit_event WHERE event = 'snapshot.ended'",
  )
  expect(auditLog).toHaveLength(2)

  // The page of figures offers the period no more, and nothing freezes it again.
  const periods = await withStatsWork(organisation.ada.token, listSnapshots)
  expect(periods.filter(({ start }) => start.startsWith('2025'))).toEqual([])
  expect(await runStatisticsJob()).not.toContain('2025')

  const register = await withStatsWork(organisation.ada.token, listReleases)
  expect(register.brokenAt).toBeNull()
  expect(register.releases.map(({ id }) => id)).toEqual([release])
  expect(
    (await withStatsWork(organisation.ada.token, (work) => getEntry(work, release))).endedAt,
  ).not.toBeNull()
  expect(
    (await openPage(organisation.ada.token, EntryRoute, { params: { releaseId: release } })).outcome,
  ).toBe('shown')
  const after = await fetchRelease(organisation.ada.token, release)
  expect(Buffer.from(after.body).equals(Buffer.from(before.body))).toBe(true)
  await expect(
    organisation.ask('UPDATE snapshot SET ended_at = NULL WHERE ended_at IS NOT NULL'),
  ).rejects.toThrow('insert-only')
})

it('end by no other way', async () => {
  const [live] = await organisation.ask("SELECT id FROM snapshot WHERE period_start = '2026-07-01'")
  const id = String(live?.id)
  await expect(organisation.ask('DELETE FROM sdc_record WHERE snapshot_id = $1', [id])).rejects.toThrow(
    'insert-only',
  )
  await expect(organisation.ask('DELETE FROM snapshot WHERE id = $1', [id])).rejects.toThrow('insert-only')
  await expect(
    organisation.ask(
      'UPDATE snapshot SET ended_at = app.now(), wrapped_key = NULL, left_out = 0, version = 2 WHERE id = $1',
      [id],
    ),
  ).rejects.toThrow('insert-only')
  await expect(withJobWork('reminders', endSnapshots)).rejects.toThrow('only the job for statistics')
})
