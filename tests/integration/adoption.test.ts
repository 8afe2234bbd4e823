import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asOfHistory } from '../../scripts/adoption.mjs'
import { catalogueText, differences } from '../../scripts/catalogue.mjs'
import { type Cluster, openCluster } from '../../scripts/cluster.mjs'
import { createDatabase, migrateDatabase, type Urls } from '../../scripts/database.mjs'
import { status } from '../../scripts/database-status.mjs'
import { closeDemoSignIn, openDemoSignIn } from '../../scripts/demo-sign-in.mjs'
import { listMigrations, ourProject } from '../../scripts/migrations.mjs'
import { withClient } from '../../scripts/pg-client.mjs'
import { restoreDatabase } from '../../scripts/restore.mjs'
import { cloneDatabase } from '../../scripts/test-cluster.mjs'
import {
  archiveOld,
  createOld,
  expectCurrent,
  history,
  readRows,
  states,
  writeRows,
} from '../support/history'
import { urls } from '../support/own-database'
import { isSweep } from '../support/sweep'

const own = new URL(urls.superuser).pathname.slice(1)
let cluster: Cluster
let folders: string
let counter = 0

const nextName = () => `${own}_a${++counter}`
const ask = (url: string, sql: string): Promise<Record<string, unknown>[]> =>
  withClient(url, async (client) => (await client.query(sql)).rows)
const read = (url: string) => withClient(url, catalogueText)

beforeAll(async () => {
  cluster = await openCluster({ test: true })
  folders = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-adoption-'))
})

afterAll(async () => {
  fs.rmSync(folders, { recursive: true, force: true })
  await cluster.release()
})

/** A database as it was at one state of the history: made once, and copied for each test that wants one. */
const made = new Map<string, Promise<string>>()
const copyOfOld = async (last: string): Promise<Urls> => {
  const template =
    made.get(last) ??
    (async () => {
      const name = nextName()
      await createOld(cluster, name, last)
      return name
    })()
  made.set(last, template)
  const name = nextName()
  await cloneDatabase(urls.superuser, await template, name)
  return createDatabase({ cluster, name })
}

describe('a database of the history', () => {
  // The last one is adopted in the tests below, too, and of the others one is drawn.
  it.each(Object.entries(states).filter(([state]) => isSweep || state === 'of16c1e1d'))(
    '%s, and its archive, come to this version with their rows',
    async (state, last) => {
      const old = await copyOfOld(last)
      const written = await writeRows(old)
      const { file, identityFile } = await archiveOld(old, path.join(folders, state))
      const target = await createDatabase({ cluster, name: nextName() })
      const restored = await restoreDatabase({ url: target.migrate, file, identityFile })
      expect(restored.organisation).toBe('real')
      await expectCurrent(target, history.length)
      expect(await readRows(target.superuser)).toEqual([written])

      expect((await status(old.migrate)).missing).toContain(listMigrations()[0]?.name)
      const { migrations } = await migrateDatabase(old.migrate)
      // The baseline is not run: it is what the history comes to.
      const since = listMigrations().slice(1)
      expect(migrations).toEqual([...history, ...since].map(({ name }) => name).filter((name) => name > last))
      await expectCurrent(old, history.length)
      expect(await readRows(old.superuser)).toEqual([written])
    },
  )

  it('of a demo is adopted without its one-click sign-in, which every start opens again', async () => {
    const demo = await copyOfOld(states.of16c1e1d)
    // As a version of that time made it: today's knows a column that came later.
    await ask(
      demo.superuser,
      "CREATE FUNCTION app.demo_sign_in(person uuid, hash text) RETURNS boolean LANGUAGE sql AS 'SELECT false'",
    )
    await expect(migrateDatabase(demo.migrate)).rejects.toThrow('demo_sign_in')
    await closeDemoSignIn(demo.superuser)
    await migrateDatabase(demo.migrate)
    await expectCurrent(demo, history.length)
    await openDemoSignIn(demo.superuser)
    await closeDemoSignIn(demo.superuser)
    await expectCurrent(demo, history.length)
  })

  it('that was restored on another server goes on with its numbers', async () => {
    const old = await copyOfOld(states.last)
    await ask(
      old.superuser,
      "CREATE OR REPLACE FUNCTION app.trail_base() RETURNS bigint LANGUAGE sql IMMUTABLE SET search_path = '' AS 'SELECT 7000000000::bigint'",
    )
    await migrateDatabase(old.migrate)
    await migrateDatabase(old.migrate, { again: true })
    await expectCurrent(old, history.length)
    expect(await ask(old.superuser, 'SELECT app.trail_base()::text AS base')).toEqual([
      { base: '7000000000' },
    ])
  })

  it('and one that was made from nothing are the same, byte for byte', async () => {
    const old = await copyOfOld(states.last)
    const before = await read(old.superuser)
    expect(
      differences(
        fs.readFileSync(path.join(ourProject.history, 'catalogue.txt'), 'utf8'),
        asOfHistory(before),
      ),
    ).toEqual([])
    await migrateDatabase(old.migrate)
    // The database of this file was made from nothing.
    expect(await read(old.superuser)).toBe(await read(urls.superuser))
  })
})

describe('a database of no known state is refused, and nothing changes', () => {
  const refusal = async (change: string): Promise<string> => {
    const old = await copyOfOld(states.last)
    await ask(old.superuser, change)
    const before = await read(old.superuser)
    const failed = await migrateDatabase(old.migrate).catch((error: unknown) => String(error))
    expect(await read(old.superuser)).toBe(before)
    expect(
      await ask(old.superuser, "SELECT to_regclass('app.migration_before') IS NULL AS untouched"),
    ).toEqual([{ untouched: true }])
    return String(failed)
  }

  it.each([
    [
      'a policy',
      'ALTER POLICY reach ON public.note USING (true)',
      'extra  public.note: policy reach for select to accompany_app using true',
    ],
    ['a column', 'ALTER TABLE public.note ADD own_idea text', 'own_idea text'],
    [
      'a function',
      "CREATE FUNCTION app.own_idea() RETURNS int LANGUAGE sql AS 'SELECT 1'",
      'extra  function app.own_idea()',
    ],
    ['a table', 'CREATE TABLE public.own_idea (id int)', 'extra  public.own_idea'],
    [
      'the text of a migration',
      `UPDATE public._prisma_migrations SET checksum = 'x' WHERE migration_name = '${states.halfWay}'`,
      states.halfWay,
    ],
    [
      'a migration from elsewhere',
      `UPDATE public._prisma_migrations SET migration_name = '20270101000000_later' WHERE migration_name = '${states.halfWay}'`,
      '20270101000000_later',
    ],
  ])('%s that was changed', async (_what, change, sentence) => {
    expect(await refusal(change)).toContain(sentence)
  })

  it('tables without a record of migrations', async () => {
    const foreign = await createDatabase({ cluster, name: nextName() })
    await ask(foreign.superuser, 'CREATE TABLE public.somebody_elses (id int)')
    await expect(migrateDatabase(foreign.migrate)).rejects.toThrow('somebody_elses')
  })

  it('a database of a later version', async () => {
    const name = nextName()
    await cloneDatabase(urls.superuser, inject('template').name, name)
    const later = await createDatabase({ cluster, name })
    await ask(
      later.superuser,
      "INSERT INTO public._prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '20270101000000_later', now())",
    )
    await expect(migrateDatabase(later.migrate)).rejects.toThrow('20270101000000_later')
  })
})
