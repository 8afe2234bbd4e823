import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { SESSION } from '@/lib/db/client'
import { checkRoles } from '@/lib/db/roles'
import { checkEnvironment } from '@/lib/runtime/env'
import { joinAtStart, joinInstances } from '@/lib/server/instances'
import { readDatabase } from '../../scripts/operate/installation.mjs'
import { poolerFiles } from '../../scripts/operate/pooler.mjs'
import { withClient } from '../../scripts/pg-client.mjs'
import { readSettings } from '../../scripts/settings.mjs'
import { urls } from '../support/own-database'
import { openSuperuser } from '../support/superuser'

let owner: Awaited<ReturnType<typeof openSuperuser>>
beforeAll(async () => {
  owner = await openSuperuser()
})
afterAll(() => owner.end())
beforeEach(() => owner.query('DELETE FROM instance'))

type Process = { version: string; build: string; secret: string; keys: string[] }
const first: Process = { version: '1.0.0', build: 'a', secret: 's', keys: ['new', 'old'] }

/** A process starts: what of it does not fit. */
const start = async (change: Partial<Process>, kind = 'pages'): Promise<string[]> => {
  const { version, build, secret, keys } = { ...first, ...change }
  // What was there before was there for a while.
  await owner.query("UPDATE instance SET started_at = started_at - interval '1 minute'")
  const id = randomUUID()
  await owner.query('SELECT app.tell_instance($1, $2, $3, 60, false, false)', [id, kind, version])
  const { rows } = await owner.query('SELECT difference FROM app.join_instances($1, $2, $3, $4) ORDER BY 1', [
    id,
    build,
    secret,
    keys,
  ])
  return rows.map(({ difference }) => String(difference))
}

it.each([
  ['the same', {}, []],
  ['another version with a build of its own', { version: '1.1.0', build: 'b' }, []],
  ['another build of one version', { build: 'b' }, ['build']],
  ['another secret', { secret: 'other' }, ['secret']],
  ['another key file', { keys: ['foreign'] }, ['all keys', 'keys']],
  ['a key file without the key in use', { keys: ['old'] }, ['keys']],
  ['a key file that lacks an old key only', { keys: ['new'] }, []],
] as const)('beside a process that runs: %s', async (_what, change, differences) => {
  expect(await start({})).toEqual([])
  expect(await start({ ...change, keys: [...('keys' in change ? change.keys : first.keys)] })).toEqual(
    differences,
  )
})

it('forgets the build and the secret of a process that was silent, and never the last key file', async () => {
  expect(await start({})).toEqual([])
  await owner.query(
    "UPDATE instance SET seen_at = app.now() - interval '3 days', started_at = app.now() - interval '4 days'",
  )
  expect(await start({ secret: 'other', build: 'b', keys: ['foreign'] })).toEqual(['all keys'])
  expect(await start({ secret: 'other', build: 'b' })).toEqual([])
})

it('starts beside its like, and the later of two that differ hears how to mend it', async () => {
  await withClient(urls.app, async (client) => {
    const told: string[] = []
    expect(await joinAtStart(client, 'pages', () => told.push('waits'))).toEqual([])
    expect(told).toEqual([])
    expect(await joinInstances(client, 'pages')).toEqual([])
    // An earlier one that has another secret and goes on saying so.
    await owner.query(
      "UPDATE instance SET secret = 'other', id = gen_random_uuid(), started_at = started_at - interval '1 minute'",
    )
    const waiting = joinAtStart(client, 'pages', () => told.push('waits'))
    const again = setInterval(
      () => void owner.query("UPDATE instance SET seen_at = app.now() WHERE secret = 'other'"),
      300,
    )
    const sentences = await waiting
    clearInterval(again)
    expect(told).toEqual(['waits'])
    expect(sentences).toHaveLength(1)
    expect(sentences[0]).toContain('the same serve.secret')
  })
})

it('refuses an address of several hosts, and says what moves one address', () => {
  const several = 'postgresql://accompany_app:x@one.example,two.example:5432/accompany'
  expect(() => readDatabase('postgresql://one.example:5432,two.example:5432/accompany')).toThrow(
    /Patroni.*-rw.*floating/,
  )
  expect(() => readSettings({ NODE_ENV: 'test', DATABASE_URL: several })).toThrow(/several hosts.*Patroni/)
  expect(checkEnvironment({ DATABASE_URL: several }).join()).toMatch(/DATABASE_URL: .*one host/)
  for (const one of [
    'postgresql://a:b@h/x',
    'postgresql://a:b@h:5432/x?sslmode=verify-full',
    'postgres://h/x',
  ])
    expect(checkEnvironment({ DATABASE_URL: one }).filter((line) => line.startsWith('DATABASE_URL'))).toEqual(
      [],
    )
})

it('gives a connection of the pooler what each of ours is opened with, and looks whether it has it', async () => {
  const files = poolerFiles({
    host: 'h',
    port: '5432',
    name: 'accompany',
    listen: { host: '127.0.0.1', port: '6432' },
    passwords: {},
  })
  for (const [name, value] of Object.entries(SESSION))
    expect(files['pgbouncer.ini']).toContain(`SET ${name} TO ''${value}''`)
  expect((await checkRoles([urls.app])).sentences).toEqual([])
})
