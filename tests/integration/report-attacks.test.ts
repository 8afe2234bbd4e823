import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import reportPage from '@/app/(signed-in)/reports/page'
import { GET as annualFile } from '@/app/api/reports/annual/route'
import { GET as reportFile } from '@/app/api/reports/route'
import { disconnect } from '@/lib/db/client'
import type { CountWork, Work } from '@/lib/db/work'
import { FIGURE_IDS, figureOf } from '@/lib/reporting/figure.rules'
import { readFiles } from '@/lib/reporting/files.data'
import { saveReport, storeRun } from '@/lib/reporting/report.actions'
import { readReport } from '@/lib/reporting/report.data'
import { COUNT_REACHES } from '@/lib/shared/count-reach'
import { newId } from '@/lib/shared/ids'
import type { Search } from '@/lib/shared/search'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenOrganisation, type GivenStaff, givenCaseOrganisation } from '../support/given/organisation'
import { act, fetchFile, openPage } from '../support/handlers'

// What someone would try who wants figures that they may not read, or wants that no one else reads theirs.

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  await givenBareFile(organisation)
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const reportOf = (who: GivenStaff, search: Search) => who.work((work) => readReport(work, search))
const numbers = z.array(z.object({ n: z.number() }))
const countFiles = async ({ tx }: Pick<CountWork, 'tx'>) =>
  numbers.parse(await tx.$queryRaw`SELECT count(*)::int AS n FROM case_file WHERE 'kept plan' <> ''`)[0]?.n
const asked = async () =>
  (
    await organisation.ask(
      `SELECT detail->>'question' AS question FROM audit_event WHERE event LIKE 'report.%'`,
    )
  ).map(({ question }) => String(question))

describe('an address that anyone can type', () => {
  const HOSTILE = [
    "people_met'; DROP TABLE person; --",
    'people_met"',
    '__proto__',
    'constructor',
    'toString',
    'people_met.sex~f~x',
    'people_met.__proto__~f',
    `people_met.sex~${'f'.repeat(61)}`,
    'people_met.sex~\u0000',
    '\ud800',
    'x'.repeat(3000),
  ]
  it('is read as codes, days and ids: nothing else of it is asked, kept or written in the audit log', async () => {
    for (const text of HOSTILE) {
      const parts = ['reach', 'from', 'until', 'office', 'by', 'split', 'only', 'row'].map((part) => [
        part,
        text,
      ])
      const search = { ...Object.fromEntries(parts), column: [text, 'visits'] }
      expect((await openPage(organisation.coral.token, reportPage, { search })).outcome).toBe('shown')
      const { question, row } = await organisation.coral.work((work) => readFiles(work, search, false))
      expect(row).toBeNull()
      expect(question).toMatchObject({
        by: 'place',
        split: null,
        offices: [],
        only: [],
        columns: [{ figure: 'visits', only: null }],
      })
    }
    for (const question of await asked()) expect(question).toMatch(/^[A-Za-z0-9=&._~%+-]*$/)
  })

  it('may be as long as a browser sends: the question stays as short as one that can be kept', async () => {
    const many = (count: number, make: (index: number) => string) =>
      Array.from({ length: count }, (_, at) => make(at))
    const search = {
      office: many(400, () => newId()),
      column: many(400, (at) => FIGURE_IDS.codes[at % FIGURE_IDS.codes.length] ?? ''),
      only: many(400, (at) => `nationality~X${at}`),
      from: '1900-01-01',
      until: '9999-12-31',
    }
    const { question } = await reportOf(organisation.coral, search)
    expect([question.offices.length, question.columns.length, question.only.length]).toEqual([20, 12, 3])
    const saved = await act(organisation.coral.token, saveReport, {
      name: 'All of it',
      question: new URLSearchParams([
        ...search.office.slice(0, 20).map((id) => ['office', id]),
        ...search.column.slice(0, 12).map((id) => ['column', id]),
      ]).toString(),
      shared: 'own',
    })
    expect(saved).toMatchObject({ ok: true })
  })

  it('leaves no words in the audit log when it is the address of a file', async () => {
    const choices = 'year=2026&name=Kalimo+Fictar&chapter=Kalimo&office=Kalimo'
    const answer = await fetchFile(
      organisation.coral.token,
      annualFile,
      `/api/reports/annual?${new URLSearchParams({ language: 'en', choices })}`,
    )
    expect(answer.status).toBe(200)
    const file = await fetchFile(
      organisation.coral.token,
      reportFile,
      `/api/reports?${new URLSearchParams({ as: 'csv', question: 'name=Kalimo&by=Kalimo' })}`,
    )
    expect(file.status).toBe(200)
    expect((await asked()).filter((question) => question.includes('Kalimo'))).toEqual([])
  })
})

describe('a reader who asks for more than theirs', () => {
  const everything: Search[] = COUNT_REACHES.codes.map((reach) => ({
    reach,
    column: ['people_met', 'files_open', 'visits'],
  }))
  it('counts nothing of another organisation, whatever offices are named', async () => {
    for (const search of everything) {
      const { counted } = await reportOf(organisation.stranger, {
        ...search,
        office: [organisation.north, organisation.south],
      })
      for (const { values } of counted.columns)
        expect([...values.values()].every((value) => value === 0 || value === null)).toBe(true)
      const { files } = await organisation.stranger.work((work) =>
        readFiles(work, { ...search, office: organisation.north, column: 'files_open' }, false),
      )
      expect(files).toEqual([])
    }
  })

  it('counts no wider than the database lets them, also past the code that asks', async () => {
    const wide = (who: GivenStaff, reach: 'own' | 'team' | 'organisation') =>
      who.work((work) => work.counts(reach, countFiles))
    const { casey, coral, sola, ada, gus, stranger } = organisation
    expect(await wide(coral, 'team')).toBeGreaterThan(0)
    for (const [who, reach] of [
      [casey, 'team'],
      [casey, 'organisation'],
      [coral, 'organisation'],
      [sola, 'team'],
      [ada, 'own'],
      [ada, 'team'],
      [ada, 'organisation'],
      [gus, 'own'],
      [gus, 'organisation'],
      [stranger, 'team'],
    ] as const)
      expect(await wide(who, reach)).toBe(0)
  })

  it('gets no other rights inside the count: not the role before, not to write, not by a plan that was kept', async () => {
    const inside = (
      run: (work: CountWork) => Promise<unknown>,
      after: (work: Work) => Promise<unknown> = async () => null,
    ) =>
      organisation.coral.work(async (work) => {
        await work.counts('team', run)
        return after(work)
      })
    for (const statement of [
      `SELECT set_config('transaction_read_only', 'off', true)`,
      'SET TRANSACTION READ WRITE',
      'SET ROLE accompany_guard',
      'SET ROLE accompany_sealed',
      'SET SESSION AUTHORIZATION accompany_owner',
      `SELECT app.enter('x')`,
      'SELECT app.sealed_trafficking(2020)',
      'SELECT app.live_session()',
      'SELECT app.my_cases()',
      'SELECT * FROM session',
      'SELECT * FROM staff',
      'SELECT words_cipher FROM consent',
      'SELECT * FROM person',
      'CREATE TEMPORARY TABLE t (n int)',
      "COPY person (id) TO PROGRAM 'true'",
      `SELECT pg_read_file('/etc/hostname')`,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename <> current_user`,
    ])
      await expect(
        inside(({ tx }) => tx.$queryRawUnsafe(statement)),
        statement,
      ).rejects.toThrow()
    // The same statement, often enough that its plan is kept on each connection, by both roles in turns.
    for (let times = 0; times < 24; times += 1) {
      const read = (who: GivenStaff) => who.work(countFiles)
      const counted = (who: GivenStaff) => who.work((work) => work.counts('organisation', countFiles))
      expect([
        await read(organisation.coral),
        await counted(organisation.coral),
        await counted(organisation.casey),
      ]).toEqual([1, 0, 0])
    }
  })

  it('finds only these functions when counting', async () => {
    const rows = await organisation.ask(
      `SELECT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname IN ('app', 'public') AND has_function_privilege('accompany_count', p.oid, 'EXECUTE')
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual([
      'actor_role',
      'counted_cases',
      'counted_offices',
      'counted_teams',
      'counted_visits',
      'now',
      'organisation_id',
    ])
  })
})

describe('a guest', () => {
  it('keeps no question and no numbers, also past the code that asks', async () => {
    const { gus } = organisation
    expect(
      await act(gus.token, saveReport, { name: 'x', question: '', shared: 'organisation' }),
    ).toMatchObject({ code: 'forbidden' })
    expect(await act(gus.token, storeRun, { name: 'x', question: '' })).toMatchObject({ code: 'forbidden' })
    await expect(
      gus.work(({ tx, actor, now }) =>
        tx.savedReport.createMany({
          data: [
            {
              id: newId(),
              organisationId: actor.organisationId,
              staffId: actor.id,
              shared: 'organisation',
              name: 'Call me',
              question: '',
              createdAt: now,
            },
          ],
        }),
      ),
    ).rejects.toThrow()
  })
})

describe('many at once', () => {
  it('count, although each of them holds a connection already', async () => {
    // As many as the pool has connections: none of them counts before all of them are in.
    let open = (): void => undefined
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    let waiting = 10
    const counted = Array.from({ length: waiting }, () =>
      organisation.coral.work(async (work) => {
        waiting -= 1
        if (waiting === 0) open()
        await gate
        return work.counts('team', countFiles)
      }),
    )
    expect(await Promise.all(counted)).toEqual(counted.map(() => 1))
  })

  it('a report of every dimension answers', async () => {
    const columns = FIGURE_IDS.codes
      .filter((figure) => figureOf(figure).by.includes('nationality'))
      .slice(0, 12)
    const report = await reportOf(organisation.coral, {
      column: columns,
      by: 'nationality',
      from: '1900-01-01',
      until: '9999-12-31',
    })
    expect(report.counted.columns).toHaveLength(12)
  })
})
