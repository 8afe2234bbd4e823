import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it, onTestFinished, vi } from 'vitest'
import { checkRoles } from '@/lib/db/roles'
import { type DatabaseWatch, watchDatabase } from '@/lib/server/database-watch'
import { openCluster } from '../../scripts/cluster.mjs'
import { createDatabase } from '../../scripts/database.mjs'
import { withClient } from '../../scripts/pg-client.mjs'
import { urls } from '../support/own-database'

const data = mkdtempSync(path.join(os.tmpdir(), 'accompany-away-'))
chmodSync(data, 0o711)
const undo: (() => unknown)[] = []
afterAll(async () => {
  for (const one of undo.reverse()) await one()
  rmSync(data, { recursive: true, force: true })
})

/** Remembers what a watch says, and answers when it says the next thing. */
const hear = () => {
  const heard: string[] = []
  let wake = (): void => undefined
  return {
    heard,
    changed: (state: string): void => {
      heard.push(state)
      wake()
    },
    until: (count: number): Promise<void> =>
      new Promise((resolve) => {
        wake = () => (heard.length >= count ? resolve() : undefined)
        wake()
      }),
  }
}

it('a database that is stopped is away at once, and back by itself, its roles looked at first', async () => {
  const first = await openCluster({ data, test: true })
  undo.push(first.release)
  const { app } = await createDatabase({ cluster: first, name: 'away' })
  const { heard, changed, until } = hear()
  let areRight = false
  const admit = vi.fn(async () => areRight)
  const watch: DatabaseWatch = watchDatabase(app, admit, changed)
  // A watch that ran on would set its pauses into those that the next test reads.
  onTestFinished(watch.stop)
  await vi.waitUntil(() => admit.mock.calls.length > 0, { timeout: 20_000 })
  expect(heard).toEqual([])
  areRight = true
  await until(1)
  expect(heard).toEqual(['well'])

  expect(await first.release()).toBe(true)
  await until(2)
  expect([watch.isAway(), (await checkRoles([app])).isAway]).toEqual([true, true])
  areRight = false
  const asked = admit.mock.calls.length
  const back = await openCluster({ data, test: true })
  undo.push(back.release)
  expect(back.port).toBe(first.port)
  await vi.waitUntil(() => admit.mock.calls.length > asked, { timeout: 20_000 })
  expect(watch.isAway()).toBe(true)
  areRight = true
  await until(3)
  expect(heard).toEqual(['well', 'away', 'well'])
})

it('a database that is away is looked for soon, then after twice as long each time, two seconds at most', async () => {
  const timers = vi.spyOn(globalThis, 'setTimeout')
  // No one listens there. The watch alone waits for so long: a connection has three seconds to come.
  const watch = watchDatabase('postgresql://anyone@127.0.0.1:1/any', async () => true, vi.fn())
  const waits = () =>
    timers.mock.calls.flatMap(([, wait]) => (wait !== undefined && wait >= 100 && wait < 3_000 ? [wait] : []))
  try {
    await vi.waitUntil(() => waits().includes(2_000), { timeout: 20_000 })
    expect(waits().slice(0, 5)).toEqual([125, 250, 500, 1_000, 2_000])
  } finally {
    await watch.stop()
    timers.mockRestore()
  }
})

it('a connection that someone ended is made anew: the database is not away for it', async () => {
  const { heard, changed, until } = hear()
  const watch = watchDatabase(urls.app, async () => true, changed)
  onTestFinished(watch.stop)
  await until(1)
  const others = () =>
    withClient(urls.superuser, async (client) => {
      const { rows } = await client.query(
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename = 'accompany_app' ORDER BY pid",
      )
      return rows.map(({ pid }) => Number(pid))
    })
  const before = await others()
  await withClient(urls.superuser, (client) =>
    client.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [before]),
  )
  await expect
    .poll(async () => (await others()).filter((pid) => !before.includes(pid)).length, { timeout: 20_000 })
    .toBeGreaterThan(0)
  expect(heard).toEqual(['well'])
})

it('a wrong password is no absence: the start says so', async () => {
  const wrong = Object.assign(new URL(urls.app), { password: 'wrong' }).href
  expect(await checkRoles([wrong])).toEqual({
    isAway: false,
    sentences: [expect.stringContaining('28P01')],
  })
})
