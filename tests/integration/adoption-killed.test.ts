import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Cluster, openCluster } from '../../scripts/cluster.mjs'
import { migrateDatabase, type Urls } from '../../scripts/database.mjs'
import { withClient } from '../../scripts/pg-client.mjs'
import { createOld, expectCurrent, history, readRows, states, writeRows } from '../support/history'
import { urls } from '../support/own-database'
import { drawn } from '../support/sweep'

// A process that is killed on the way from a database of the history to one of this version. How servers differ is in adoption.test.ts.

const own = new URL(urls.superuser).pathname.slice(1)
let cluster: Cluster
let counter = 0
const nextName = () => `${own}_k${++counter}`
const ask = (url: string, sql: string): Promise<Record<string, unknown>[]> =>
  withClient(url, async (client) => (await client.query(sql)).rows)

beforeAll(async () => {
  cluster = await openCluster({ test: true })
})
afterAll(() => cluster.release())

const start = (url: string): ChildProcess => {
  const code = `import('./scripts/database.mjs').then((m) => m.migrateDatabase(process.env.TARGET))`
  return spawn(process.execPath, ['-e', code], { env: { ...process.env, TARGET: url }, stdio: 'ignore' })
}

/** Holds a lock that the migration must wait for, and kills it while it waits. */
const killAt = async (old: Urls, lock: string) =>
  withClient(old.superuser, async (holder) => {
    await holder.query(`BEGIN; ${lock}`)
    const child = start(old.migrate)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    const waits = async (): Promise<boolean> => {
      const found = await ask(
        old.superuser,
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND usename = 'accompany_migrate'",
      )
      if (child.exitCode !== null) throw new Error('It ended before it came to the lock.')
      return found.length > 0 || waits()
    }
    await waits()
    child.kill('SIGKILL')
    await ended
    await holder.query('ROLLBACK')
  })

/** Where it is killed: the first in `npm test`, all in a sweep. */
const MOMENTS = [
  ['inside the history', states.of16c1e1d, 'LOCK TABLE public.case_file IN ACCESS SHARE MODE'],
  ['inside the adoption', states.last, 'LOCK TABLE public._prisma_migrations IN SHARE MODE'],
  [
    'between adoption and the end of prisma/sql',
    states.last,
    'LOCK TABLE public.wrapped_key IN ACCESS SHARE MODE',
  ],
] as const
it.each(MOMENTS.slice(0, drawn(1, MOMENTS.length)))(
  '%s, is finished by the next start',
  async (_where, last, lock) => {
    const old = await createOld(cluster, nextName(), last)
    const written = await writeRows(old)
    await killAt(old, lock)
    // Whatever was reached: no one has a table without its policies meanwhile.
    const open = await ask(
      old.superuser,
      `SELECT relname FROM pg_class c WHERE relname IN ('note', 'case_file', 'person', 'wrapped_key') AND relnamespace = 'public'::regnamespace
        AND NOT (relrowsecurity AND relforcerowsecurity AND EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid))`,
    )
    expect(open).toEqual([])
    await migrateDatabase(old.migrate)
    await expectCurrent(old, history.length)
    expect(await readRows(old.superuser)).toEqual([written])
  },
)
