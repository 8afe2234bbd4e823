import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import TodayRoute from '@/app/(signed-in)/page'
import EntryRoute from '@/app/(signed-in)/statistics/releases/[releaseId]/page'
import RegisterRoute from '@/app/(signed-in)/statistics/releases/page'
import RequestRoute from '@/app/(signed-in)/statistics/requests/[requestId]/page'
import { disconnect } from '@/lib/db/client'
import { NotFound } from '@/lib/db/errors'
import { withStatsWork } from '@/lib/db/work'
import { findFlaw } from '@/lib/statistics/certificate.rules'
import { publicPolicy } from '@/lib/statistics/disclosure.rules'
import { toJoint } from '@/lib/statistics/joint.rules'
import { contributionCap, dimensions } from '@/lib/statistics/measure.rules'
import { readPast } from '@/lib/statistics/past.data'
import { countAffected, getEntry, listReleases } from '@/lib/statistics/register.data'
import { listReleaseKeys } from '@/lib/statistics/release-key.data'
import { toStated } from '@/lib/statistics/stated.rules'
import { toSystem } from '@/lib/statistics/statement.rules'
import { releaseStatistic, replaceReleaseKey } from '@/lib/statistics/statistic.actions'
import { verifyArchives } from '@/lib/statistics/verify/verify'
import { draw } from '../support/draw'
import { givenAdmin } from '../support/given/admin'
import { givenFrozen } from '../support/given/frozen-organisation'
import { givenMetPeople } from '../support/given/met-people'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage } from '../support/handlers'
import { fetchRelease, openRequests } from '../support/release-requests'
import { say } from '../support/say'

let organisation: GivenOrganisation
let second: string

const period = '2026-Q3'
const { asked, answer, releaseOf } = openRequests(
  { period, wanted: 'rows/who', recipient: 'Invented university', purpose: 'A study of visits' },
  () => organisation.ada.token,
)
const released = async (table: string, recipient = 'Invented foundation'): Promise<string> => {
  const made = await act(organisation.ada.token, releaseStatistic, {
    period,
    table,
    recipient,
    purpose: 'Report',
  })
  if (!made.ok) throw new Error(made.code)
  return made.value.releaseId
}
const forget = () => organisation.ask('TRUNCATE sdc_request, sdc_handover, sdc_signature, sdc_release')

const certificateJson = z.object({
  with: z.array(z.string()),
  witnesses: z.array(z.array(z.object({ column: z.number(), value: z.number() }))),
  pairs: z.array(z.object({ statement: z.number(), low: z.number(), high: z.number() })),
})
const dataJson = z.object({
  axes: z.array(
    z.object({
      dimension: z.enum(dimensions.codes),
      level: z.string(),
      groups: z.record(z.string(), z.array(z.string())),
    }),
  ),
  rows: z.array(
    z.looseObject({ lower: z.number(), upper: z.number(), flag: z.literal('rounded').or(z.any()) }),
  ),
})

/** Every file of an archive as text; of the workbook its bytes. */
async function openArchive(release: string): Promise<ReadonlyMap<string, string>> {
  const { body } = await fetchRelease(organisation.ada.token, release)
  const entries = unzipSync(new Uint8Array(Buffer.from(body)))
  return new Map(Object.entries(entries).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]))
}

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  await givenMetPeople(organisation, { n: 900, enteredOn: '2026-07-05', seed: 8 })
  await givenMetPeople(organisation, { n: 300, enteredOn: '2025-11-05', seed: 9 })
  await givenFrozen(organisation)
  second = await givenAdmin(organisation, 'home')
})

afterAll(async () => {
  await organisation.close()
  await disconnect()
})

describe('the certificate of an archive', () => {
  it('rests on public releases alone, names no other, and the register keeps the proof with all of them', async () => {
    await forget()
    const first = await released('peopleByAge')
    const requestId = await asked({ wanted: 'rows/topics' })
    expect(await answer(second, requestId, 'approved')).toMatchObject({ ok: true })
    const rows = await releaseOf(requestId)
    const partner = await released('partner/peopleByAge/age:group/all', 'Invented partner')
    const last = await released('peopleByCentre')

    const archive = await openArchive(last)
    for (const text of archive.values()) {
      expect(text).not.toContain(partner)
      expect(text).not.toContain(rows)
    }
    const certificate = certificateJson.parse(JSON.parse(archive.get('certificate.json') ?? ''))
    expect(certificate.with).toEqual([first])
    // Anyone who has the two public files checks it, and needs nothing else.
    const files = [await openArchive(first), archive].map((one) =>
      dataJson.parse(JSON.parse(one.get('data.json') ?? '')),
    )
    const stated = files.map(({ axes, rows: cells }) =>
      toStated(
        {
          axes,
          cells: cells.map((one) => ({ ...one, nodes: axes.map((axis) => String(one[axis.dimension])) })),
        },
        publicPolicy,
      ),
    )
    expect(findFlaw(toSystem(stated, contributionCap), certificate)).toBeNull()
    // An archive for a partner does not tell what another recipient got.
    const other = certificateJson.parse(
      JSON.parse(
        (await openArchive(await released('partner/peopleByCentre/centre/all', 'Another partner'))).get(
          'certificate.json',
        ) ?? '',
      ),
    )
    expect([...other.with].sort()).toEqual([first, last].sort())

    const [row] = await organisation.ask('SELECT certificate FROM sdc_release WHERE id = $1', [last])
    const proof = certificateJson.parse(JSON.parse(String(row?.certificate)))
    expect(new Set(proof.with)).toEqual(new Set([first, partner, rows]))
    const snapshot = await organisation.ask('SELECT snapshot_id AS id FROM sdc_release WHERE id = $1', [last])
    const { before, own } = await withStatsWork(second, (work) =>
      readPast(work, String(snapshot[0]?.id), 'person'),
    )
    const at = (id: string) => before.find((one) => one.id === id)?.stated ?? []
    const tables = [...proof.with, last].flatMap(at)
    const whole = toJoint([{ days: own.days, tables }], [], contributionCap)
    expect(findFlaw(whole.system, proof)).toBeNull()
  })
})

describe('an archive', () => {
  const keysOf = async (token: string) =>
    (await withStatsWork(token, listReleaseKeys)).map(({ fingerprint }) => fingerprint)
  const bytesOf = async (release: string) =>
    new Uint8Array(Buffer.from((await fetchRelease(organisation.ada.token, release)).body))
  const states = async (releases: readonly string[], keys: readonly string[]) =>
    verifyArchives(
      await Promise.all(releases.map(async (name) => ({ name, bytes: await bytesOf(name) }))),
      keys,
    ).map(({ state }) => state)

  it('is signed by the key on the register page, and by no other after it was replaced', async () => {
    await forget()
    const releases = [await released('peopleByAge'), await released('peopleByCentre')]
    const requestId = await asked({ wanted: 'rows/who' })
    expect(await answer(second, requestId, 'approved')).toMatchObject({ ok: true })
    releases.push(await releaseOf(requestId))
    const [first = '', ...others] = await keysOf(second)
    expect(others).toEqual([])
    expect(await states(releases, [first])).toEqual(['proven', 'proven', 'proven'])
    const page = async () => JSON.stringify(await openPage(organisation.ada.token, RegisterRoute, {}))
    expect(await page()).toContain(first)
    expect(await keysOf(await givenAdmin(organisation, 'elsewhere'))).toEqual([])

    const given = await bytesOf(releases[0] ?? '')
    const [inUse] = await withStatsWork(second, listReleaseKeys)
    const replace = (token: string) => act(token, replaceReleaseKey, { keyId: inUse?.id })
    expect(await replace(organisation.casey.token)).toMatchObject({ ok: false })
    // Of two admins who press at once, one replaces it.
    expect(await replace(organisation.ada.token)).toMatchObject({ ok: true })
    expect(await replace(second)).toMatchObject({ ok: false, code: 'changedMeanwhile' })
    const [fresh = '', ...former] = await keysOf(second)
    expect(former).toEqual([first])
    expect(await page()).toContain(fresh)
    expect(Buffer.from(await bytesOf(releases[0] ?? '')).equals(Buffer.from(given))).toBe(true)
    releases.push(await released('peopleByNationality'))
    expect(await states(releases, [fresh])).toEqual(['refused', 'refused', 'refused', 'open'])
    expect(await states(releases, [first, fresh])).toEqual(Array(4).fill('proven'))
    const auditLog = await organisation.ask(
      "SELECT event FROM audit_event WHERE event LIKE 'statistics.key%' ORDER BY event",
    )
    expect(auditLog).toEqual([{ event: 'statistics.keyMade' }, { event: 'statistics.keyReplaced' }])
  })
})

describe('what waits for a second admin', () => {
  it('says who may agree or sign, and of the others why they may not', async () => {
    await forget()
    const [third, idOf] = [
      await givenAdmin(organisation, 'home'),
      (token: string) => withStatsWork(token, async ({ actor }) => actor.id),
    ]
    const thirdId = await idOf(third)
    await organisation.ask('UPDATE staff SET created_at = app.now() WHERE id = $1', [thirdId])
    const requestId = await asked({ wanted: 'rows/who' })
    const faultsOn = (page: unknown) =>
      new Map(
        z
          .array(z.object({ id: z.string(), fault: z.string().nullable() }))
          .parse(JSON.parse(/"seconds":(\[.*?\])/.exec(JSON.stringify(page))?.[1] ?? ''))
          .map(({ id, fault }) => [id, fault]),
      )
    const agree = faultsOn(await openPage(second, RequestRoute, { params: { requestId } }))
    expect(agree.get(organisation.ada.id)).toBe('notOneself')
    expect(agree.get(await idOf(second))).toBeNull()
    expect(agree.get(thirdId)).toBe('tooNew')
    expect(agree.has(organisation.casey.id)).toBe(false)
    expect(await answer(third, requestId, 'approved')).toMatchObject({ code: 'secondTooNew' })

    const releaseId = await released('peopleByAge')
    const sign = async () =>
      faultsOn(await openPage(organisation.ada.token, EntryRoute, { params: { releaseId } }))
    expect((await sign()).get(await idOf(second))).toBe('notLead')
    await organisation.ask('UPDATE staff SET leads_data_protection = true WHERE id = $1', [
      await idOf(second),
    ])
    expect((await sign()).get(await idOf(second))).toBeNull()
  })
})

describe('a year', () => {
  it('is audited with the quarter in which everyone of it was met', async () => {
    await forget()
    const table = 'partner/peopleByAge/age:group/all'
    const ask = async (one: string) => {
      const input = { period: one, table, recipient: 'Invented partner', purpose: 'Report' }
      const made = await act(organisation.ada.token, releaseStatistic, input)
      if (!made.ok) throw new Error(made.code)
      return made.value.releaseId
    }
    const quarter = await ask('2025-Q4')
    const year = await ask('2025')
    const [row] = await organisation.ask(
      'SELECT certificate, snapshot_id AS id FROM sdc_release WHERE id = $1',
      [year],
    )
    const proof = certificateJson
      .extend({
        periods: z.array(z.unknown()),
        kin: z.array(z.object({ whole: z.number(), parts: z.array(z.number()), isAll: z.boolean() })),
      })
      .parse(JSON.parse(String(row?.certificate)))
    expect(proof.with).toEqual([quarter])
    expect(proof.periods).toEqual([
      { start: '2025-10-01', end: '2025-12-31' },
      { start: '2025-01-01', end: '2025-12-31' },
    ])
    expect(proof.kin).toEqual([{ whole: 1, parts: [0], isAll: true }])
    const past = await withStatsWork(second, (work) => readPast(work, String(row?.id), 'person'))
    const shares = [...past.others, past.own].flatMap(({ id, days }) => {
      const tables = past.before.flatMap((one) => (one.snapshotId === id ? one.stated : []))
      return tables.length === 0 ? [] : { days, tables }
    })
    expect(findFlaw(toJoint(shares, proof.kin, contributionCap).system, proof)).toBeNull()
    // Alone, each of them would have been proven as well: only together they narrow each other.
    expect(shares).toHaveLength(2)
  })
})

describe('archives given before', () => {
  /** A release as the second version of the method put it into the register. */
  const givenOld = async (id: string, what: { measure: string; kind?: string; profile?: string }) => {
    const { measure, kind = 'table', profile = 'public' } = what
    await organisation.ask(
      `INSERT INTO sdc_release (id, organisation_id, snapshot_id, measure, spec, engine_version, cells_shown, cells_hidden, cells_new,
                                meter_after, csv, json, zip, certificate, file_hashes, requested_by, profile, kind, approved_by)
       SELECT $1, organisation_id, id, $2, $3, 'frr2', 1, 0, 0, 0, 'csv', '{}', '\\x00',
              '{}', jsonb_build_object('csv', encode(sha256('csv'), 'hex'), 'zip', encode(sha256('\\x00'), 'hex')), $4, $5, $6, $7
         FROM snapshot WHERE period_start = '2026-07-01' AND period_kind = 'quarter'`,
      [
        id,
        measure,
        JSON.stringify({ measure, levels: [], only: null, language: 'en' }),
        organisation.ada.id,
        profile,
        kind,
        kind === 'table' ? null : organisation.casey.id,
      ],
    )
    await organisation.ask(
      `INSERT INTO sdc_handover (id, release_id, recipient, purpose, requested_by) VALUES (gen_random_uuid(), $1, $2, 'Report', $3)`,
      [id, `Recipient of ${kind} ${profile}`, organisation.ada.id],
    )
  }

  it('are listed when they rest on what others were told in confidence, and are not given out again', async () => {
    await forget()
    await givenOld('OLDBEFORE', { measure: 'peopleByAge' })
    await givenOld('OLDPARTNER', { measure: 'peopleByCentre', profile: 'partner' })
    await givenOld('OLDAFTER', { measure: 'peopleByNationality' })
    await givenOld('OLDTOPIC', { measure: 'peopleByTopic' })
    await givenOld('OLDROWS', { measure: 'who', kind: 'rows' })
    await givenOld('OLDLAST', { measure: 'peopleByCentre' })
    const { affected, brokenAt } = await withStatsWork(second, listReleases)
    expect(brokenAt).toBeNull()
    expect(affected).toEqual([
      { id: 'OLDAFTER', restsOn: ['OLDPARTNER'] },
      { id: 'OLDLAST', restsOn: ['OLDPARTNER', 'OLDROWS'] },
    ])
    const page = JSON.stringify(await openPage(organisation.ada.token, RegisterRoute, {}))
    expect(page).toContain('OLDAFTER')
    // The first page of an admin says it as well.
    const today = await openPage(organisation.ada.token, TodayRoute, {})
    expect(today.outcome === 'shown' ? await draw(today.node) : today.outcome).toContain(
      say('statistics.register.affected.title', { count: 2 }),
    )
    for (const [release, isAffected] of [
      ['OLDAFTER', true],
      ['OLDBEFORE', false],
    ] as const) {
      expect((await withStatsWork(second, (work) => getEntry(work, release))).isAffected).toBe(isAffected)
      const params = { releaseId: release }
      expect((await openPage(organisation.ada.token, EntryRoute, { params })).outcome).toBe('shown')
      const zip = fetchRelease(second, release)
      if (isAffected) await expect(zip).rejects.toThrow(NotFound)
      else expect((await zip).fileName).toBe('statistics-oldbefore.zip')
      expect((await fetchRelease(second, release, 'csv')).body).toBe('csv')
    }
    // Outside the organisation no one learns of any of it.
    const outsider = await givenAdmin(organisation, 'elsewhere')
    expect((await withStatsWork(outsider, listReleases)).affected).toEqual([])
    expect(await withStatsWork(outsider, countAffected)).toBe(0)
  })
})
