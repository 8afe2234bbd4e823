import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import RequestRoute from '@/app/(signed-in)/statistics/requests/[requestId]/page'
import WishRoute from '@/app/(signed-in)/statistics/requests/new/page'
import { disconnect } from '@/lib/db/client'
import { NotFound } from '@/lib/db/errors'
import { withStatsWork, withWork } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { findFlaw } from '@/lib/statistics/certificate.rules'
import { exactLeast } from '@/lib/statistics/exact.rules'
import { contributionCap, dimensions } from '@/lib/statistics/measure.rules'
import { listReleases } from '@/lib/statistics/register.data'
import type { Wanted } from '@/lib/statistics/request.rules'
import { rowModel } from '@/lib/statistics/rows.rules'
import { toStatedExact } from '@/lib/statistics/stated.rules'
import { toSystem } from '@/lib/statistics/statement.rules'
import { releaseStatistic } from '@/lib/statistics/statistic.actions'
import { makeWanted } from '@/lib/statistics/wanted.data'
import { givenAdmin } from '../support/given/admin'
import { givenFrozen } from '../support/given/frozen-organisation'
import { givenMetPeople } from '../support/given/met-people'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage } from '../support/handlers'
import { fetchRelease, openRequests } from '../support/release-requests'

let organisation: GivenOrganisation
let second: string

const input = {
  period: '2026-Q3',
  wanted: 'rows/who',
  recipient: 'Invented university',
  purpose: 'A study of visits',
}
const { ask, asked, answer, releaseOf } = openRequests(input, () => organisation.ada.token)
const sha = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const wantedRows: Wanted = { kind: 'rows', subject: 'who' }
const rowsFile = z.object({
  axes: z.array(
    z.object({ dimension: z.string(), level: z.string(), groups: z.record(z.string(), z.array(z.string())) }),
  ),
  rows: z.array(z.looseObject({ centre: z.string(), age: z.string() })),
})
/** A release or a request that a test leaves behind would decide the next one. */
const forget = () => organisation.ask('TRUNCATE sdc_request, sdc_handover, sdc_signature, sdc_release')

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  await givenMetPeople(organisation, { n: 900, enteredOn: '2026-07-05', seed: 8 })
  await givenMetPeople(organisation, { n: 120, enteredOn: '2026-04-05', seed: 9 })
  await givenFrozen(organisation)
  second = await givenAdmin(organisation, 'home')
})

afterAll(async () => {
  await organisation.close()
  await disconnect()
})

describe('a file of rows', () => {
  it('leaves only when a second admin has agreed, and as it was asked for', async () => {
    await forget()
    const requestId = await asked()
    const release = await releaseOf(requestId)
    await expect(fetchRelease(organisation.ada.token, release)).rejects.toThrow(NotFound)
    await expect(fetchRelease(second, release)).rejects.toThrow(NotFound)
    expect(await answer(organisation.ada.token, requestId, 'approved')).toMatchObject({
      ok: false,
      code: 'ownRequest',
    })
    await expect(fetchRelease(organisation.ada.token, release)).rejects.toThrow(NotFound)
    expect(await answer(second, requestId, 'approved')).toMatchObject({ ok: true })
    expect(await answer(second, requestId, 'approved')).toMatchObject({ ok: false, code: 'alreadyAnswered' })
    expect(await answer(second, requestId, 'declined', 'No')).toMatchObject({
      ok: false,
      code: 'alreadyAnswered',
    })
    const file = await fetchRelease(organisation.ada.token, release)
    const entries = unzipSync(new Uint8Array(Buffer.from(file.body)))
    expect(Object.keys(entries).sort()).toEqual([
      'METHOD.de.md',
      'METHOD.en.md',
      'METHOD.fr.md',
      'METHOD.nl.md',
      'certificate.json',
      'data.csv',
      'data.json',
      'data.xlsx',
      'dictionary.csv',
      'manifest.json',
      'manifest.sig',
    ])
    const [row] = await organisation.ask(
      'SELECT requested_by, approved_by, number, file_hashes FROM sdc_release WHERE id = $1',
      [release],
    )
    const approver = await withWork(second, async ({ actor }) => actor.id)
    expect(row).toMatchObject({ requested_by: organisation.ada.id, approved_by: approver, number: 1 })
    expect(row?.file_hashes).toMatchObject({ zip: sha(file.body) })
    // Replay: the same question of the same copy is the same bytes.
    const again = await withStatsWork(second, async (work) => {
      const made = await makeWanted(
        work,
        { period: '2026-Q3', wanted: wantedRows, language: 'en' },
        (_, node) => node,
      )
      return made.ok ? [made.value.releaseId, sha(made.value.packed.csv), sha(made.value.packed.json)] : []
    })
    const { csv, json } = z.object({ csv: z.string(), json: z.string() }).parse(row?.file_hashes)
    expect(again).toEqual([release, csv, json])
  })

  it('hides everyone among ten others at least, no matter who counts', async () => {
    await forget()
    for (const wanted of ['rows/who', 'rows/topics', 'rows/signals']) {
      const requestId = await asked({ wanted })
      expect(await answer(second, requestId, 'approved')).toMatchObject({ ok: true })
      const { body } = await fetchRelease(second, await releaseOf(requestId), 'csv')
      const [head = '', , ...lines] = String(body).replace('\ufeff', '').trim().split('\r\n')
      const names = head.split(',')
      const cells = lines.map((line) => line.split(','))
      const known = names.flatMap((name, i) => (['centre', 'nationality', 'age'].includes(name) ? i : []))
      const groups = new Map<string, string[][]>()
      for (const row of cells) {
        const name = known.map((at) => row[at]).join('|')
        groups.set(name, [...(groups.get(name) ?? []), row])
      }
      for (const group of groups.values()) {
        expect(group.length).toBeGreaterThanOrEqual(rowModel.k)
        for (const [i, name] of names.entries()) {
          if (!/^(topic|signal)_/.test(name)) continue
          const yes = group.filter((row) => row[i] === 'yes').length / group.length
          expect(Math.max(yes, 1 - yes), `${wanted} ${name}`).toBeLessThanOrEqual(rowModel.maxShare)
        }
      }
      await forget()
    }
  })

  it('is declined with a reason, taken back by the one who asked, and asked for again', async () => {
    await forget()
    const first = await asked()
    expect(await ask(second)).toMatchObject({ ok: false, code: 'requestWaits' })
    expect(await answer(second, first, 'declined')).toMatchObject({
      ok: false,
      fields: { reason: 'required' },
    })
    expect(await answer(second, first, 'declined', 'Tables would do')).toMatchObject({ ok: true })
    expect(await answer(second, first, 'approved')).toMatchObject({ ok: false, code: 'alreadyAnswered' })
    const again = await asked()
    expect(await answer(organisation.ada.token, again, 'declined', 'A mistake')).toMatchObject({ ok: true })
    await expect(fetchRelease(second, await releaseOf(again))).rejects.toThrow(NotFound)
    expect((await withStatsWork(second, listReleases)).releases).toEqual([])
  })

  it('is given once: neither the same people with other columns nor a longer period with them in it', async () => {
    await forget()
    expect(await answer(second, await asked(), 'approved')).toMatchObject({ ok: true })
    expect(await ask(second, { wanted: 'rows/topics' })).toMatchObject({ ok: false, code: 'rowsGiven' })
    expect(await ask(second, { period: '2026-Q2' })).toMatchObject({ ok: false, code: 'populationTooSmall' })
  })

  it('is approved by no one alone, also not in SQL as the application', async () => {
    await forget()
    const requestId = await asked()
    const say = (token: string, files: object | null) =>
      withWork(token, async ({ tx }) => {
        const body = files === null ? null : JSON.stringify(files)
        const rows = z
          .array(z.object({ said: z.string() }))
          .parse(
            await tx.$queryRaw`SELECT app.answer_request(${requestId}::uuid, 'approved', NULL, ${body}::jsonb, ${newId()}::uuid) AS said`,
          )
        return rows[0]?.said
      })
    const forged = { csv: 'other', json: 'other', zip: Buffer.from('other').toString('base64') }
    expect(await say(organisation.ada.token, forged)).toBe('notOneself')
    expect(await say(second, forged)).toBe('changed')
    expect(await say(second, null)).toBe('changed')
    await expect(say(organisation.coral.token, forged)).rejects.toThrow('only an admin')
    for (const sql of [
      'SELECT * FROM sdc_request',
      `UPDATE sdc_request SET state = 'approved'`,
      'DELETE FROM sdc_request',
    ])
      await expect(withWork(second, ({ tx }) => tx.$executeRawUnsafe(sql))).rejects.toThrow(
        'permission denied',
      )
    // Anyone who owns the database is refused as well.
    await expect(
      organisation.ask(
        `UPDATE sdc_request SET state = 'approved', answered_by = requested_by, answered_at = now() WHERE id = $1`,
        [requestId],
      ),
    ).rejects.toThrow('sdc_request_two')
    await expect(organisation.ask('DELETE FROM sdc_request')).rejects.toThrow('never changes')
    expect((await withStatsWork(second, listReleases)).releases).toEqual([])
  })

  it('stands in the chain with both admins, and tables are audited beside it', async () => {
    await forget()
    const table = { period: '2026-Q3', recipient: 'Invented foundation', purpose: 'Annual report' }
    const release = (name: string) => act(organisation.ada.token, releaseStatistic, { ...table, table: name })
    expect(await release('peopleByAge')).toMatchObject({ ok: true })
    const requestId = await asked({ wanted: 'rows/topics' })
    expect(await answer(second, requestId, 'approved')).toMatchObject({ ok: true })
    const audited = await release('peopleByCentre')
    expect(audited).toMatchObject({ ok: true })
    const { releases, brokenAt } = await withStatsWork(second, listReleases)
    expect(brokenAt).toBeNull()
    expect(releases.map(({ number, kind }) => [number, kind])).toEqual([
      [3, 'table'],
      [2, 'rows'],
      [1, 'table'],
    ])
    const [row] = await organisation.ask(
      `SELECT certificate::jsonb -> 'with' AS "with" FROM sdc_release WHERE number = 3`,
    )
    expect(row?.with).toContain(await releaseOf(requestId))
    // Another approver in the row is another chain.
    await organisation.ask('ALTER TABLE sdc_release DISABLE TRIGGER refuse_change')
    await organisation.ask(`UPDATE sdc_release SET approved_by = $1 WHERE kind = 'rows'`, [
      organisation.casey.id,
    ])
    await organisation.ask('ALTER TABLE sdc_release ENABLE TRIGGER refuse_change')
    expect((await withStatsWork(second, listReleases)).brokenAt).toBe(await releaseOf(requestId))
  })

  it('is refused, in words, once a table is out beside which it would name a few', async () => {
    await forget()
    const table = { period: '2026-Q3', recipient: 'Invented foundation', purpose: 'Annual report' }
    const requestId = await asked()
    const released = await act(organisation.ada.token, releaseStatistic, {
      ...table,
      table: 'peopleByCentre',
    })
    expect(released).toMatchObject({ ok: true })
    const make = () =>
      withStatsWork(organisation.ada.token, (work) =>
        makeWanted(work, { period: '2026-Q3', wanted: wantedRows, language: 'en' }, (_, node) => node),
      )
    const made = await make()
    if (!made.ok) throw new Error(made.code)
    const file = rowsFile.parse(JSON.parse(made.value.packed.json))
    const [centre, age] = ['centre', 'age'].map((one) => file.axes.find(({ dimension }) => dimension === one))
    const nodes = Object.keys(centre?.groups ?? {}).flatMap((c) =>
      Object.keys(age?.groups ?? {}).map((a) => ({ centre: c, age: a })),
    )
    const left = nodes.find(
      (one) => !file.rows.some((row) => row.centre === one.centre && row.age === one.age),
    )
    // Had the table said that one to three people are in a group of which the file has no row.
    const forged = {
      release: { spec: { profile: 'public' } },
      axes: [centre, age],
      rows: [{ ...left, flag: 'rounded', lower: 1, upper: 3 }],
    }
    await organisation.ask('ALTER TABLE sdc_release DISABLE TRIGGER refuse_change')
    await organisation.ask('UPDATE sdc_release SET json = $1', [JSON.stringify(forged)])
    await organisation.ask('ALTER TABLE sdc_release ENABLE TRIGGER refuse_change')
    const refused = { ok: false, code: 'rowsBesideTables' }
    expect(await make()).toMatchObject(refused)
    expect(await answer(second, requestId, 'approved')).toMatchObject(refused)
    expect(await answer(second, requestId, 'declined', 'Tables would do')).toMatchObject({ ok: true })
    expect(await ask(second)).toMatchObject(refused)
    const page = await openPage(second, WishRoute, { search: { period: '2026-Q3', wanted: 'rows/who' } })
    expect(JSON.stringify(page)).toContain('rowsBesideTables')
    expect((await withStatsWork(second, listReleases)).releases).toHaveLength(1)
  })

  it('is found by admins of its organisation and no one else', async () => {
    await forget()
    const requestId = await asked()
    const outsider = await givenAdmin(organisation, 'elsewhere')
    const open = async (token: string) =>
      (await openPage(token, RequestRoute, { params: { requestId } })).outcome
    expect(await open(second)).toBe('shown')
    expect(await open(organisation.coral.token)).toBe('notFound')
    expect(await open(outsider)).toBe('notFound')
    expect(await answer(outsider, requestId, 'approved')).toMatchObject({ ok: false, code: 'notFound' })
    expect(await answer(organisation.coral.token, requestId, 'approved')).toMatchObject({
      ok: false,
      code: 'forbidden',
    })
    expect(await ask(outsider)).toMatchObject({ ok: false, code: 'notFound' })
  })
})

describe('rows of people who may have been trafficked', () => {
  /** A procedure for everyone who was met, invented: what happened so far, and of some also how it ended. */
  const givenProcedures = () =>
    organisation.ask(
      `INSERT INTO sdc_record (snapshot_id, unit, row, person, rk, hh, org, nationality, age_band, step)
       SELECT r.snapshot_id, 'trafficking', row_number() OVER (ORDER BY r.person, what), r.person, r.rk, r.hh, r.org, r.nationality, r.age_band, what
         FROM sdc_record r JOIN snapshot s ON s.id = r.snapshot_id AND s.period_start = '2026-07-01',
              unnest(CASE abs(hashtext(r.person::text)) % 3 WHEN 0 THEN ARRAY['detected', 'reflection']
                     WHEN 1 THEN ARRAY['detected', 'recognised'] ELSE ARRAY['detected', 'ended'] END) AS what
        WHERE r.unit = 'person'`,
    )

  it('leave under the names of HTCDS, each among ten others, with possible, actual and ended', async () => {
    await forget()
    await givenProcedures()
    const requestId = await asked({ wanted: 'rows/trafficking' })
    expect(await answer(second, requestId, 'approved')).toMatchObject({ ok: true })
    const release = await releaseOf(requestId)
    const { body } = await fetchRelease(second, release, 'csv')
    const [head, hxl, ...lines] = String(body).replace('\ufeff', '').trim().split('\r\n')
    expect(head).toBe('period_start,period_end,citizenship,ageBroad,TraffickingStatus,release_id')
    expect(hxl).toBe(
      '#date+start,#date+end,#country+origin+code,#affected+age+code,#meta+sensitive,#meta+release_id',
    )
    const rows = lines.map((line) => line.split(','))
    const groups = new Map<string, string[]>()
    for (const [start, end, citizenship, age, status = '', id] of rows) {
      expect([start, end, id]).toEqual(['2026-07-01', '2026-09-30', release])
      groups.set(`${citizenship}|${age}`, [...(groups.get(`${citizenship}|${age}`) ?? []), status])
    }
    expect(groups.size).toBeGreaterThan(1)
    const nearly = rows.length / 3
    for (const status of ['possible', 'actual', 'ended'])
      expect(Math.abs(rows.filter((row) => row[4] === status).length - nearly), status).toBeLessThan(80)
    for (const [group, all] of groups) {
      expect(all.length, group).toBeGreaterThanOrEqual(rowModel.k)
      expect(new Set(all), group).toEqual(new Set(['possible', 'actual', 'ended']))
      for (const status of new Set(all))
        expect(all.filter((one) => one === status).length / all.length).toBeLessThanOrEqual(rowModel.maxShare)
    }
    // At most one row in twenty was removed of everyone who has a procedure.
    const [frozen] = await organisation.ask(
      `SELECT count(DISTINCT person)::int AS n FROM sdc_record r JOIN snapshot s ON s.id = r.snapshot_id
        WHERE s.period_start = '2026-07-01' AND unit = 'trafficking'`,
    )
    expect(rows.length).toBeGreaterThanOrEqual(0.95 * Number(frozen?.n))
    const { body: archive } = await fetchRelease(second, release)
    const dictionary = Buffer.from(
      unzipSync(new Uint8Array(Buffer.from(archive)))['dictionary.csv'] ?? [],
    ).toString('utf8')
    for (const name of ['citizenship', 'ageBroad', 'TraffickingStatus'])
      expect(dictionary).toMatch(new RegExp(`^${name},`, 'm'))
    expect(dictionary).toMatch(/^TraffickingStatus,actual,.*,ActualVictimOfTrafficking$/m)
  })
})

describe('a plan of exact tables', () => {
  const cell = z.object({ nodes: z.array(z.string()), value: z.number().nullable() })
  const tables = z.object({
    tables: z.array(
      z.object({
        axes: z.array(z.object({ dimension: z.string(), groups: z.record(z.string(), z.array(z.string())) })),
        cells: z.array(cell),
      }),
    ),
  })
  const certificateSchema = z.object({
    dataSha256: z.string(),
    width: z.number(),
    with: z.array(z.string()),
    witnesses: z.array(z.array(z.object({ column: z.number(), value: z.number() }))),
    pairs: z.array(z.object({ statement: z.number(), low: z.number(), high: z.number() })),
  })
  const filesOf = async (requestId: string) => {
    const { body } = await fetchRelease(second, await releaseOf(requestId))
    const entries = unzipSync(new Uint8Array(Buffer.from(body)))
    const read = (name: string): unknown => JSON.parse(Buffer.from(entries[name] ?? []).toString('utf8'))
    return {
      data: tables.parse(read('data.json')),
      json: Buffer.from(entries['data.json'] ?? []).toString('utf8'),
      certificate: certificateSchema.parse(read('certificate.json')),
    }
  }

  it('leaves with a certificate that holds for its own file, and nothing under eleven', async () => {
    await forget()
    for (const wanted of ['exact/centre', 'exact/origin']) {
      const requestId = await asked({ wanted })
      await expect(fetchRelease(second, await releaseOf(requestId))).rejects.toThrow(NotFound)
      expect(await answer(organisation.ada.token, requestId, 'approved')).toMatchObject({
        ok: false,
        code: 'ownRequest',
      })
      expect(await answer(second, requestId, 'approved')).toMatchObject({ ok: true })
      const { data, json, certificate } = await filesOf(requestId)
      // What one admin alone could read of it holds no number of people.
      const [told] = await organisation.ask('SELECT facts FROM sdc_request WHERE id = $1', [requestId])
      const asTold = z.object({
        tables: z.array(
          z.object({
            cells: z.array(z.strictObject({ nodes: z.array(z.string()), isPrinted: z.boolean() })),
          }),
        ),
      })
      expect(asTold.safeParse(told?.facts).success).toBe(true)
      expect(certificate.dataSha256).toBe(sha(json))
      const cells = data.tables.flatMap((table) => table.cells)
      const isLeftover = ({ nodes }: (typeof cells)[number]) =>
        nodes.some((node) => ['unknown', 'elsewhere'].includes(node))
      const values = cells.flatMap((one) => (one.value === 0 && isLeftover(one) ? [] : one.value))
      expect(values.filter((value) => value === null).length).toBeGreaterThan(0)
      expect(Math.min(...values.flatMap((value) => value ?? []))).toBeGreaterThanOrEqual(exactLeast)
      const stated = data.tables.map(({ axes, cells }) =>
        toStatedExact(
          axes.map((axis) => ({ ...axis, dimension: z.enum(dimensions.codes).parse(axis.dimension) })),
          cells,
          certificate.width,
        ),
      )
      const system = toSystem(stated, contributionCap)
      expect(findFlaw(system, certificate)).toBeNull()
      // A number that was withheld and is printed after all is not what the certificate proves.
      const [first, ...others] = certificate.pairs
      if (!first) throw new Error('something is withheld')
      expect(findFlaw(system, { ...certificate, pairs: others })).toBe('cellWithoutPair')
      await forget()
    }
  })

  it('is instead of rows, and what leaves later is audited with it', async () => {
    await forget()
    const requestId = await asked({ wanted: 'exact/centre' })
    expect(await answer(second, requestId, 'approved')).toMatchObject({ ok: true })
    expect(await ask(second)).toMatchObject({ ok: false, code: 'rowsGiven' })
    expect(await ask(second, { wanted: 'exact/origin' })).toMatchObject({ ok: false, code: 'rowsGiven' })
    const table = { period: '2026-Q3', recipient: 'Invented foundation', purpose: 'Annual report' }
    const later = await act(organisation.ada.token, releaseStatistic, {
      ...table,
      table: 'peopleByNationality',
    })
    expect(later.ok || later.code === 'auditFailed').toBe(true)
    if (later.ok) {
      const [row] = await organisation.ask(
        `SELECT certificate::jsonb -> 'with' AS "with" FROM sdc_release WHERE kind = 'table'`,
      )
      expect(row?.with).toContain(await releaseOf(requestId))
    }
    expect((await withStatsWork(second, listReleases)).brokenAt).toBeNull()
  })

  it('is audited with what left before it, and asked for anew when that changed', async () => {
    await forget()
    const requestId = await asked({ wanted: 'exact/centre' })
    const table = { period: '2026-Q3', recipient: 'Invented foundation', purpose: 'Annual report' }
    expect(
      await act(organisation.ada.token, releaseStatistic, { ...table, table: 'peopleByAge' }),
    ).toMatchObject({
      ok: true,
    })
    expect(await answer(second, requestId, 'approved')).toMatchObject({ ok: false, code: 'requestChanged' })
    expect(await answer(second, requestId, 'declined', 'A table left meanwhile')).toMatchObject({ ok: true })
    const again = await asked({ wanted: 'exact/centre' })
    expect(await answer(second, again, 'approved')).toMatchObject({ ok: true })
    const { certificate } = await filesOf(again)
    expect(certificate.with).toHaveLength(1)
  })
})
