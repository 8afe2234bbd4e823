import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { GET } from '@/app/(signed-in)/statistics/export/route'
import StatisticsRoute from '@/app/(signed-in)/statistics/page'
import { disconnect } from '@/lib/db/client'
import { withStatsWork } from '@/lib/db/work'
import { findFlaw } from '@/lib/statistics/certificate.rules'
import { publicPolicy } from '@/lib/statistics/disclosure.rules'
import { hierarchyOf } from '@/lib/statistics/hierarchy.rules'
import { dimensions, findBreakdown, measures, tableIds, units } from '@/lib/statistics/measure.rules'
import { previewTable } from '@/lib/statistics/preview.data'
import { findAsked } from '@/lib/statistics/question.rules'
import { getSnapshotKey } from '@/lib/statistics/snapshot.data'
import { toUniform } from '@/lib/statistics/snapshot-key'
import { toStated } from '@/lib/statistics/stated.rules'
import { toSystem } from '@/lib/statistics/statement.rules'
import { releaseStatistic } from '@/lib/statistics/statistic.actions'
import { listSnapshots, readTable } from '@/lib/statistics/statistic.data'
import { protectTable } from '@/lib/statistics/table.rules'
import { runStatisticsJob } from '@/scripts/statistics-job'
import { givenAdmin } from '../support/given/admin'
import { givenFrozen } from '../support/given/frozen-organisation'
import { givenMetPeople } from '../support/given/met-people'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { type GivenRecord, toAtoms } from '../support/given/population'
import { act, fetchFile, openPage } from '../support/handlers'
import { urls } from '../support/own-database'
import { readZip } from '../support/read-zip'

let organisation: GivenOrganisation
let personIds: string[]
let firstRun: string[]
/** An admin of another organisation. */
let outsider: string

const period = '2026-Q3'
/** Three dimensions, topics by age, conversations by who they were with, a partner's figures. */
const own = [
  'public/peopleByCentre/centre,age:majority,nationality:continent/all',
  'public/peopleByTopic/topic,age:majority/all',
  'public/encountersByCentre/centre,age:majority,nationality:continent/all',
  'public/peopleByNationality/nationality,age:majority/age:adult',
  'public/peopleByGuardianship/guardianship,nationality:continent/all',
  'public/peopleBySex/sex/all',
  'public/peopleByOffice/office,sex/all',
  'public/peopleByEnd/end,length/all',
  'public/peopleByLength/length,nationality:area/all',
  'public/peopleByTopic/topic,sex/all',
]

function asked(code: string) {
  const question = findAsked(code)
  if (question === null) throw new Error(`${code} is no question`)
  return question
}
const release = {
  period,
  table: 'peopleByCentreAge',
  recipient: 'Invented foundation',
  purpose: 'Annual report',
}

const auditLog = (event: string) =>
  organisation.ask('SELECT detail FROM audit_event WHERE event = $1 ORDER BY at', [event])

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  personIds = (await givenMetPeople(organisation, { n: 700, enteredOn: '2026-07-05', seed: 8 })).personIds
  // Enough for single dimensions, and too few for any figure.
  await givenMetPeople(organisation, { n: 150, enteredOn: '2026-04-05', seed: 9 })
  await givenMetPeople(organisation, { n: 20, enteredOn: '2026-01-15', seed: 10 })
  // Entered after the third quarter, in a period that is still open on the day these tests were written for.
  await organisation.ask(
    `UPDATE encounter SET created_at = '2026-09-30T22:30:00Z' WHERE id = (SELECT id FROM encounter WHERE created_at > '2026-07-01' AND outcome = 'seen' LIMIT 1)`,
  )
  // A document outweighs what is said, and a young age an old one: withdrawn, neither counts.
  await organisation.ask(
    `INSERT INTO nationality (id, person_id, country, certainty, withdrawn_at, withdrawn_because)
     SELECT gen_random_uuid(), id, 'JP', 'document', now(), 'misread' FROM person`,
  )
  await organisation.ask(
    `INSERT INTO age_claim (id, person_id, basis, as_of, born_earliest, born_latest, withdrawn_at, withdrawn_because)
     SELECT gen_random_uuid(), id, 'said', '2026-07-01', '2020-05-05', '2020-05-05', now(), 'other_person' FROM person`,
  )
  for (const [n, kind] of [
    [2, 'taken_in_charge'],
    [3, 'guardian_appointed'],
    [5, 'missing'],
  ] as const)
    await organisation.ask(
      `INSERT INTO guardianship_event (id, case_id, person_id, kind, stands_on, created_by, created_at)
       SELECT gen_random_uuid(), p.case_id, p.person_id, $1, '2026-07-06', $3, '2026-07-06T09:00:00Z'
         FROM (SELECT p.*, row_number() OVER (ORDER BY person_id) AS at FROM case_person p WHERE person_id = ANY ($2)) AS p
        WHERE at % $4::int = 0`,
      [kind, personIds, organisation.casey.id, n],
    )
  outsider = await givenAdmin(organisation, 'elsewhere')
  firstRun = await givenFrozen(organisation)
})

afterAll(async () => {
  await organisation.close()
  await disconnect()
})

describe('the statistics job', () => {
  it('froze the closed quarters and nothing else, and a second run finds nothing to do', async () => {
    expect(firstRun).toEqual(['2026-Q1', '2026-Q2', '2026-Q3'])
    expect(await runStatisticsJob()).toEqual([])
    expect((await auditLog('snapshot.built')).length).toBeGreaterThanOrEqual(3)
    expect(
      await organisation.ask(`SELECT DISTINCT actor_kind FROM audit_event WHERE event = 'snapshot.built'`),
    ).toEqual([{ actor_kind: 'job:statistics' }])
  })

  it('leaves the database knowing how many rows were frozen, and of which codes', async () => {
    const [known] = await organisation.ask(
      `SELECT c.reltuples::int AS rows, (SELECT count(*)::int FROM sdc_record) AS frozen,
              (SELECT n_distinct > 0 FROM pg_stats WHERE tablename = 'sdc_record' AND attname = 'topic') AS topics
         FROM pg_class c WHERE c.oid = 'sdc_record'::regclass`,
    )
    expect(known?.rows).toBe(known?.frozen)
    expect(known?.topics).toBe(true)
  })

  it('run twice at once leaves one snapshot a period', async () => {
    await organisation.ask(
      `UPDATE encounter SET created_at = '2025-12-30T10:00:00Z' WHERE id = (SELECT id FROM encounter WHERE created_at < '2026-03-31' LIMIT 1)`,
    )
    const both = await Promise.all([runStatisticsJob(), runStatisticsJob()])
    expect(both.flat().sort()).toEqual(['2025', '2025-Q4'])
  })

  it('counts an entry in the period of its entry, by the calendar of Brussels', async () => {
    // 30 September 22:30 in UTC is 1 October in Brussels: outside of the third quarter.
    const [live] = await organisation.ask(
      `SELECT count(*)::int AS n FROM encounter WHERE outcome = 'seen' AND created_at >= '2026-06-30T22:00:00Z' AND created_at < '2026-09-30T22:00:00Z'`,
    )
    const [late] = await organisation.ask(
      `SELECT count(*)::int AS n FROM encounter WHERE created_at = '2026-09-30T22:30:00Z'`,
    )
    expect(late?.n).toBe(1)
    const kept = await organisation.ask(
      `SELECT least(5, count(*))::int AS n FROM encounter WHERE outcome = 'seen' AND created_at >= '2026-06-30T22:00:00Z'
          AND created_at < '2026-09-30T22:00:00Z'
          AND person_id IN (SELECT person_id FROM consent WHERE purpose = 'statistics' AND answer = 'given') GROUP BY person_id`,
    )
    const frozen = await organisation.ask(
      `SELECT count(*)::int AS n FROM sdc_record r JOIN snapshot s ON s.id = r.snapshot_id
        WHERE s.period_start = '2026-07-01' AND s.period_kind = 'quarter' AND r.unit = 'encounter'`,
    )
    expect(Number(live?.n)).toBeGreaterThan(Number(frozen[0]?.n))
    expect(frozen[0]?.n).toBe(kept.reduce((sum, row) => sum + Number(row.n), 0))
  })

  it('freezes no claim that was withdrawn', async () => {
    const [frozen] = await organisation.ask(
      `SELECT count(DISTINCT nationality)::int AS nationalities, count(DISTINCT age_band)::int AS bands,
              count(*) FILTER (WHERE nationality = 'JP')::int AS withdrawn FROM sdc_record`,
    )
    expect(frozen?.withdrawn).toBe(0)
    // Would they count, everyone were a Japanese child.
    expect(Number(frozen?.nationalities)).toBeGreaterThan(3)
    expect(Number(frozen?.bands)).toBeGreaterThan(3)
  })

  it('keeps no identifier, no day and no text', async () => {
    const rows = await organisation.ask('SELECT * FROM sdc_record')
    const text = JSON.stringify(rows.map(({ snapshot_id: _, ...row }) => row))
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
    expect(text).not.toMatch(/20\d\d-\d\d/)
    for (const id of personIds.slice(0, 50)) expect(text).not.toContain(id)
  })

  it('alone may have it counted', async () => {
    for (const role of ['app', 'auth', 'stats', 'share', 'backup', 'guard'])
      expect(
        await organisation.ask(
          `SELECT has_function_privilege($1, 'app.analyse_frozen()', 'EXECUTE') AS may`,
          [`accompany_${role}`],
        ),
      ).toEqual([{ may: false }])
  })

  it('cannot change what it froze', async () => {
    const client = new pg.Client({ connectionString: urls.job })
    await client.connect()
    await client.query(`SELECT set_config('app.job', 'statistics', false)`)
    await expect(client.query('UPDATE sdc_record SET centre = NULL')).rejects.toThrow('permission denied')
    await expect(client.query('DELETE FROM snapshot')).rejects.toThrow('permission denied')
    await client.end()
  })
})

describe('figures', () => {
  it('are out of reach of the application role, no matter who is signed in', async () => {
    for (const table of ['snapshot', 'sdc_record', 'sdc_release', 'sdc_handover'])
      await expect(
        organisation.ada.work((work) => work.tx.$queryRawUnsafe(`SELECT 1 FROM ${table}`)),
      ).rejects.toThrow('permission denied')
  })

  it('are there for admins of the organisation, for no one else', async () => {
    const seen = (token: string) => withStatsWork(token, listSnapshots)
    expect((await seen(organisation.ada.token)).map((one) => one.start)).toContain('2026-07-01')
    expect(await seen(outsider)).toEqual([])
    expect(await seen(organisation.coral.token)).toEqual([])
  })

  it.each([...tableIds, ...own])(
    'of %s are the same counted by the database and counted in plain loops',
    async (id) => {
      const question = asked(id)
      const measure = measures[question.measure]
      const by = findBreakdown(measure, question.also) ?? []
      await withStatsWork(organisation.ada.token, async (work) => {
        const read = await readTable(work, { period, ...question })
        const rows = await organisation.ask('SELECT * FROM sdc_record WHERE snapshot_id = $1', [
          read.snapshot.id,
        ])
        const records = rows.map((row): GivenRecord => recordRow.parse(row))
        const lists = await organisation.ask(
          `SELECT list, code FROM code_value WHERE list IN ('encounter_topic', 'concern_type') ORDER BY position, code`,
        )
        const centres = await organisation.ask(
          `SELECT slug FROM place WHERE kind = 'closed_centre' ORDER BY position, slug`,
        )
        const offices = (
          await organisation.ask(`SELECT FROM team WHERE organisation_id = $1`, [work.actor.organisationId])
        ).length
        const of = (list: string) => lists.filter((row) => row.list === list).map((row) => String(row.code))
        const domains = {
          centre: centres.map((row) => String(row.slug)),
          office: Array.from({ length: offices }, (_, i) => `office-${i + 1}`),
          topic: of('encounter_topic'),
          signal: of('concern_type'),
        }
        const again = protectTable({
          measure,
          hierarchies: by.map((one) => hierarchyOf(one, domains)),
          atoms: toAtoms(records, measure, by),
          people: 700,
          policy: publicPolicy,
          levels: question.levels,
          only: question.only,
          u: toUniform(await getSnapshotKey(work, read.snapshot.id)),
        })
        expect(read.verdict).toBe('enough')
        const values = (table: typeof again | null) =>
          table?.cells.map(({ nodes, flag, value }) => ({ nodes, flag, value }))
        expect(values(read.table)).toEqual(values(again))
        expect(read.table?.cells.every((cell) => cell.value === null || cell.value >= 20)).toBe(true)
      })
    },
  )

  it('are not given for twenty people, whatever is asked', async () => {
    const read = await withStatsWork(organisation.ada.token, (work) =>
      readTable(work, { period: '2026-Q1', ...asked('peopleByCentre') }),
    )
    expect(read).toMatchObject({ verdict: 'tooFew', table: null, released: 0, meter: 0 })
  })

  it('of a hundred and fifty people are given, but not crossed', async () => {
    const [alone, crossed] = await withStatsWork(organisation.ada.token, async (work) => [
      await readTable(work, { period: '2026-Q2', ...asked('peopleByCentre') }),
      await readTable(work, { period: '2026-Q2', ...asked('peopleByCentreAge') }),
    ])
    expect(alone?.table?.cells.at(-1)).toMatchObject({ nodes: ['total'], flag: 'rounded' })
    expect(crossed).toMatchObject({ verdict: 'oneDimensionOnly', table: null })
  })

  it('of a period that was frozen for earlier groups are what they were, and the newer groups are refused', async () => {
    const version = async (to: string) => {
      await organisation.ask('ALTER TABLE snapshot DISABLE TRIGGER refuse_change')
      await organisation.ask(`UPDATE snapshot SET hierarchies = $1 WHERE period_start = '2026-07-01'`, [to])
      await organisation.ask('ALTER TABLE snapshot ENABLE TRIGGER refuse_change')
    }
    const read = (code: string) =>
      withStatsWork(organisation.ada.token, (work) => readTable(work, { period, ...asked(code) }))
    const area = 'public/peopleByNationality/nationality:area/all'
    expect((await read(area)).table?.axes).toMatchObject([{ level: 'area' }])
    await version('h1')
    for (const code of ['public/peopleBySex/sex/all', 'public/peopleByTopic/topic,sex/all', area])
      expect(await read(code)).toMatchObject({ isFrozen: false, table: null })
    const old = await read('peopleByNationality')
    expect(old).toMatchObject({ isFrozen: true, snapshot: { hierarchies: 'h1' }, table: { least: 0 } })
    await version('h2')
    expect((await read('peopleByNationality')).table).toMatchObject({ least: 100, axes: old.table?.axes })
    await expect(organisation.ask(`UPDATE snapshot SET hierarchies = 'h1'`)).rejects.toThrow()
  })

  it('are shown on a page that leaves its trace, to admins only', async () => {
    const before = (await auditLog('statistics.previewed')).length
    const page = await openPage(organisation.ada.token, StatisticsRoute, {
      search: { period, table: 'peopleByTopic' },
    })
    expect(page.outcome).toBe('shown')
    const after = await auditLog('statistics.previewed')
    expect(after).toHaveLength(before + 1)
    expect(after.at(-1)?.detail).toMatchObject({ measure: 'peopleByTopic' })
    for (const who of [organisation.casey, organisation.coral, organisation.gus])
      expect(await openPage(who.token, StatisticsRoute)).toEqual({ outcome: 'notFound' })
  })

  it('are not shown to a machine that asks for everything', async () => {
    const token = await givenAdmin(organisation, 'home')
    const look = (table: string) => openPage(token, StatisticsRoute, { search: { period: '2026-Q1', table } })
    const codes = ['AF', 'SY', 'MA', 'GN', 'AL', 'ER', 'PS', 'BR', 'CM', 'TN'].flatMap((country) =>
      ['country', 'region', 'continent'].flatMap((level) =>
        ['public', 'partner'].map(
          (profile) => `${profile}/peopleByNationality/nationality:${level}/nationality:${country}`,
        ),
      ),
    )
    expect(codes).toHaveLength(60)
    for (const code of codes) expect((await look(code)).outcome).toBe('shown')
    const isLimited = async (code: string) => JSON.stringify(await look(code)).includes('"isLimited":true')
    expect(await isLimited('peopleByAge')).toBe(true)
    expect(await isLimited(codes[0] ?? '')).toBe(false)
  })

  it('of an organisation without a closed period are an empty page, whatever the address says', async () => {
    const page = await openPage(outsider, StatisticsRoute, { search: { period, table: "x' OR 1=1" } })
    expect(page.outcome).toBe('shown')
    expect((await auditLog('statistics.previewed')).at(-1)?.detail).toMatchObject({ snapshotId: 'none' })
  })
})

describe('a release', () => {
  it('enters the register with its hash, and the same question gives the same bytes to everyone', async () => {
    const first = await act(organisation.ada.token, releaseStatistic, release)
    const second = await act(organisation.ada.token, releaseStatistic, {
      ...release,
      recipient: 'Invented ministry',
    })
    const third = await act(organisation.ada.token, releaseStatistic, release)
    expect(first).toMatchObject({ ok: true, value: { measure: 'peopleByCentre' } })
    expect([second, third].map((one) => (one.ok ? one.value.releaseId : one.code))).toEqual(
      [first, first].map((one) => (one.ok ? one.value.releaseId : one.code)),
    )
    const releaseId = first.ok ? first.value.releaseId : ''
    expect(
      await organisation.ask('SELECT recipient FROM sdc_handover WHERE release_id = $1 ORDER BY recipient', [
        releaseId,
      ]),
    ).toEqual([{ recipient: 'Invented foundation' }, { recipient: 'Invented ministry' }])
    const [row] = await organisation.ask(
      'SELECT csv, file_hashes, cells_hidden, meter_after FROM sdc_release WHERE id = $1',
      [releaseId],
    )
    const file = await fetchFile(
      organisation.ada.token,
      GET,
      `/statistics/export?release=${releaseId}&format=csv`,
    )
    const bytes = Buffer.from(await file.arrayBuffer())
    const sha = createHash('sha256').update(bytes).digest('hex')
    expect(bytes.toString('utf8')).toBe(row?.csv)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(row?.file_hashes).toMatchObject({ csv: sha })
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="statistics-[a-z2-7]{20}\.csv"$/,
    )
    expect((await auditLog('statistics.released')).at(-1)?.detail).toMatchObject({
      releaseId,
      measure: 'peopleByCentre',
    })
    expect((await auditLog('statistics.exported')).at(-1)?.detail).toEqual({ releaseId, sha256: sha })
  })

  it('is one archive that proves itself: the certificate holds against the data beside it, without a solver', async () => {
    const answer = await act(organisation.ada.token, releaseStatistic, {
      ...release,
      table: 'visitsByCentre',
    })
    const id = answer.ok ? answer.value.releaseId : ''
    const fetchZip = async () => {
      const file = await fetchFile(organisation.ada.token, GET, `/statistics/export?release=${id}&format=zip`)
      expect(file.headers.get('content-type')).toBe('application/zip')
      return Buffer.from(await file.arrayBuffer())
    }
    const bytes = await fetchZip()
    expect((await fetchZip()).equals(bytes)).toBe(true)
    const parts = await readZip(bytes)
    expect([...parts.keys()].sort()).toEqual([
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
    const [row] = await organisation.ask('SELECT csv, json, file_hashes FROM sdc_release WHERE id = $1', [id])
    expect(parts.get('data.csv')?.toString('utf8')).toBe(row?.csv)
    expect(row?.file_hashes).toMatchObject({ zip: createHash('sha256').update(bytes).digest('hex') })
    const data = publishedJson.parse(JSON.parse(String(parts.get('data.json'))))
    const cells = data.rows.map((one) => ({
      nodes: data.axes.map((axis) => String(one[axis.dimension])),
      flag: one.flag,
      lower: one.lower,
      upper: one.upper,
    }))
    const system = toSystem([toStated({ axes: data.axes, cells }, publicPolicy)], 5)
    const certificate = certificateJson.parse(JSON.parse(String(parts.get('certificate.json'))))
    expect(findFlaw(system, certificate)).toBeNull()
    expect(findFlaw(system, { ...certificate, witnesses: certificate.witnesses.slice(1) })).not.toBeNull()
    const sheet = await readZip(parts.get('data.xlsx') ?? Buffer.alloc(0))
    expect(sheet.has('xl/workbook.xml')).toBe(true)
    expect(parts.get('METHOD.en.md')?.toString('utf8')).toContain(id)
  })

  it('is the same bytes when the register is made again from the same requests after a restart', async () => {
    const codes = ['peopleByAge', 'encountersByCentre', 'public/peopleByTopic/topic,age:majority/all']
    const releaseAll = async () => {
      await organisation.ask('SET session_replication_role = replica')
      await organisation.ask('TRUNCATE sdc_release, sdc_handover, sdc_signature')
      await organisation.ask('SET session_replication_role = DEFAULT')
      await disconnect()
      for (const table of codes)
        expect(await act(organisation.ada.token, releaseStatistic, { ...release, table })).toMatchObject({
          ok: true,
        })
      return organisation.ask(
        `SELECT id, engine_version, spec, csv, json, encode(zip, 'hex') AS zip, certificate, file_hashes, meter_after, number
           FROM sdc_release ORDER BY number`,
      )
    }
    const first = await releaseAll()
    expect(first).toHaveLength(codes.length)
    expect(await releaseAll()).toEqual(first)
  })

  it('shows beforehand what it will hold and no number more', async () => {
    for (const code of ['peopleByCentreAge', 'peopleBySignal', 'partner/peopleByAge/age/all']) {
      const question = { period, ...asked(code) }
      const preview = await withStatsWork(organisation.ada.token, (work) =>
        previewTable(work, question, code),
      )
      const answer = await act(organisation.ada.token, releaseStatistic, { ...release, table: code })
      const id = answer.ok ? answer.value.releaseId : ''
      const [row] = await organisation.ask('SELECT json FROM sdc_release WHERE id = $1', [id])
      const { rows } = publishedJson.parse(JSON.parse(String(row?.json)))
      const cells = preview.table?.cells.map(({ lower, upper, flag }) => ({ lower, upper, flag }))
      expect(cells).toEqual(rows.map(({ lower, upper, flag }) => ({ lower, upper, flag })))
    }
  })

  it('is a closed vocabulary: codes, labels, whole numbers and fixed words', async () => {
    const answer = await act(organisation.ada.token, releaseStatistic, {
      ...release,
      table: 'peopleByNationality',
    })
    const id = answer.ok ? answer.value.releaseId : ''
    const file = await fetchFile(organisation.ada.token, GET, `/statistics/export?release=${id}&format=json`)
    const json = fileJson.parse(await file.json())
    for (const row of json.rows) {
      expect(row.lower).toBeLessThanOrEqual(row.upper)
      if (row.flag === 'rounded') expect(Number(row.value)).toBeGreaterThanOrEqual(20)
      else expect(row.value).toMatch(/^(<20|withheld)$/)
      expect(row.nationality).toMatch(/^([A-Z]{2}|XXA|unknown|\d{3}|other(:\d{3})?|total)$/)
    }
    expect(json.method.length).toBeGreaterThan(3)
  })

  it('is refused to every other role, with a trace', async () => {
    for (const who of [organisation.casey, organisation.coral, organisation.gus])
      expect(await act(who.token, releaseStatistic, release)).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await act(null, releaseStatistic, release)).toMatchObject({ ok: false, code: 'signedOut' })
    expect((await auditLog('access.denied')).length).toBeGreaterThanOrEqual(3)
  })

  it('is refused without recipient and purpose, and for a question that is not on the list', async () => {
    expect(
      await act(organisation.ada.token, releaseStatistic, { ...release, recipient: ' ', purpose: '' }),
    ).toMatchObject({
      ok: false,
      code: 'invalid',
      fields: { recipient: 'required', purpose: 'required' },
    })
    expect(
      await act(organisation.ada.token, releaseStatistic, { ...release, table: 'peopleByName' }),
    ).toMatchObject({
      ok: false,
      code: 'invalid',
    })
    expect(
      await act(organisation.ada.token, releaseStatistic, { ...release, period: '2026-Q4' }),
    ).toMatchObject({
      ok: false,
      code: 'notFound',
    })
  })

  it('of another organisation cannot be fetched, nor asked for', async () => {
    const answer = await act(organisation.ada.token, releaseStatistic, release)
    const id = answer.ok ? answer.value.releaseId : ''
    const path = `/statistics/export?release=${id}&format=csv`
    expect((await fetchFile(outsider, GET, path)).status).toBe(404)
    expect((await fetchFile(organisation.coral.token, GET, path)).status).toBe(404)
    expect((await fetchFile(null, GET, path)).status).toBe(401)
    expect(
      (await fetchFile(organisation.ada.token, GET, path, { 'sec-fetch-site': 'cross-site' })).status,
    ).toBe(403)
    expect(await act(outsider, releaseStatistic, release)).toMatchObject({ ok: false, code: 'notFound' })
  })

  it('of too few people is refused', async () => {
    expect(
      await act(organisation.ada.token, releaseStatistic, {
        ...release,
        period: '2026-Q1',
        table: 'peopleByAge',
      }),
    ).toMatchObject({ ok: false, code: 'populationTooSmall' })
  })

  it('sends the same double click twice and writes once', async () => {
    const requestId = crypto.randomUUID()
    const input = { ...release, table: 'visitsByCentre', purpose: 'Double click' }
    const first = await act(organisation.ada.token, releaseStatistic, input, requestId)
    expect(await act(organisation.ada.token, releaseStatistic, input, requestId)).toEqual(first)
    expect(
      await organisation.ask(`SELECT count(*)::int AS n FROM sdc_handover WHERE purpose = 'Double click'`),
    ).toEqual([{ n: 1 }])
  })

  it('stays within the allowance of its period; what is out already stays free', async () => {
    const known = await act(organisation.ada.token, releaseStatistic, {
      ...release,
      period: '2026-Q2',
      table: 'encountersByCentre',
    })
    const [snapshot] = await organisation.ask(
      `SELECT id, organisation_id FROM snapshot WHERE period_start = '2026-04-01' AND period_kind = 'quarter'`,
    )
    for (let i = 0; i < 40; i++)
      await organisation.ask(
        `INSERT INTO sdc_release (id, organisation_id, snapshot_id, measure, spec, engine_version, cells_shown, cells_hidden,
           cells_new, meter_after, csv, json, file_hashes, requested_by)
         VALUES ($1, $2, $3, 'peopleByTopic', $4, 'frr1', 0, 0, 5, 5, '', $6, '{}', $5)`,
        [
          `FILL${i}`,
          snapshot?.organisation_id,
          snapshot?.id,
          JSON.stringify({ levels: [`topic:invented${i}`] }),
          organisation.ada.id,
          // A table that says nothing: what is asked for later is audited beside it.
          JSON.stringify({ release: { spec: { profile: 'public' } }, axes: [], rows: [] }),
        ],
      )
    expect(
      await act(organisation.ada.token, releaseStatistic, {
        ...release,
        period: '2026-Q2',
        table: 'peopleBySignal',
      }),
    ).toMatchObject({
      ok: false,
      code: 'allowanceUsed',
    })
    expect(
      await act(organisation.ada.token, releaseStatistic, {
        ...release,
        period: '2026-Q2',
        table: 'encountersByCentre',
        purpose: 'Again',
      }),
    ).toEqual(known)
    await expect(organisation.ask(`DELETE FROM sdc_release WHERE id LIKE 'FILL%'`)).rejects.toThrow()
  })
})

const publishedJson = z.object({
  axes: z.array(
    z.object({
      dimension: z.enum(dimensions.codes),
      level: z.string(),
      groups: z.record(z.string(), z.array(z.string())),
    }),
  ),
  rows: z.array(
    z.looseObject({
      lower: z.number(),
      upper: z.number(),
      flag: z.enum(['rounded', 'withheld']),
    }),
  ),
})
const certificateJson = z.object({
  witnesses: z.array(z.array(z.object({ column: z.number(), value: z.number() }))),
  pairs: z.array(z.object({ statement: z.number(), low: z.number(), high: z.number() })),
})
const recordRow = z
  .object({
    unit: z.enum(units.codes),
    person: z.number(),
    rk: z.number(),
    event: z.number().nullable(),
    event_key: z.number().nullable(),
    hh: z.number(),
    centre: z.string().nullable(),
    nationality: z.string().nullable(),
    age_band: z.string(),
    topic: z.string().nullable(),
    signal: z.string().nullable(),
    step: z.string().nullable(),
    sex: z.string().nullable(),
    office: z.string().nullable(),
    ending: z.string().nullable(),
    length: z.string().nullable(),
  })
  .transform(({ event_key: eventKey, age_band: ageBand, ...row }) => ({ ...row, eventKey, ageBand }))

const fileJson = z.object({
  rows: z.array(
    z.object({
      nationality: z.string(),
      value: z.union([z.string(), z.number()]),
      lower: z.number(),
      upper: z.number(),
      flag: z.enum(['rounded', 'withheld']),
    }),
  ),
  method: z.array(z.string()),
})
