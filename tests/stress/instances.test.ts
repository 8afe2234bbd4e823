import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { env } from '@/lib/runtime/env'
import { bindToken } from '@/lib/server/bound-cookie'
import { PLAIN_SESSION_COOKIE } from '@/lib/shared/cookie.rules'
import { addDays } from '@/lib/shared/dates'
import { findAction } from '../../scripts/bench/action'
import { serverAccount } from '../../scripts/cluster-binaries.mjs'
import { createRolesAndDatabase, loginRoles, migrateDatabase } from '../../scripts/database.mjs'
import { poolerFiles, writePoolerFiles } from '../../scripts/operate/pooler.mjs'
import { withClient } from '../../scripts/pg-client.mjs'
import { findFreePort } from '../../scripts/port.mjs'
import { loadReference } from '../../scripts/prepare.mjs'
import { openGiven } from '../support/given/given'
import { openPair } from '../support/pair'

// Two processes of pages, PgBouncer, a primary and its synchronous standby, under saves that never pause: each part is killed in turn. What was
// acknowledged is there once, and pages are back within five seconds. A third process that differs does not start.

const SAVES = Number(process.env.SAVES ?? '500')
const SAVERS = 4
const ROUNDS = 2
/** On a machine that does nothing else; BACK_WITHIN for another one. */
const BACK_WITHIN = Number(process.env.BACK_WITHIN ?? '5')

const folder = mkdtempSync('/var/tmp/accompany-instances-')
chmodSync(folder, 0o711)
const children = new Set<ChildProcess>()
const ends: (() => Promise<void>)[] = []
afterAll(async () => {
  await disconnect()
  for (const end of ends) await end()
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const next = path.resolve('node_modules/next/dist/bin/next')

/** A process that a service manager starts again. */
const keepAlive = (launch: () => ChildProcess) => {
  let isOver = false
  let child: ChildProcess
  const start = (): void => {
    const made = launch()
    made.stdout?.resume()
    made.stderr?.resume()
    children.add(made)
    made.once('exit', () => {
      children.delete(made)
      if (!isOver) start()
    })
    child = made
  }
  start()
  return {
    kill: () => child.kill('SIGKILL'),
    end: async () => {
      isOver = true
      child.kill('SIGKILL')
    },
  }
}

it('loses and doubles no save when each of its parts is killed, and is back within five seconds', async () => {
  const pair = await openPair(folder)
  ends.push(pair.close)
  const passwords = Object.fromEntries(
    loginRoles.map((role) => [role, randomBytes(18).toString('base64url')]),
  )
  await createRolesAndDatabase({ superuser: pair.superuser, name: 'accompany', passwords })
  const url = (role: string, port: number, name = 'accompany'): string =>
    `postgresql://accompany_${role}:${passwords[role]}@127.0.0.1:${port}/${name}`
  await migrateDatabase(url('migrate', pair.port))
  await loadReference(url('migrate', pair.port), { ...process.env })

  const account = serverAccount()
  const poolerPort = await findFreePort()
  const place = path.join(folder, 'pooler')
  writePoolerFiles(
    poolerFiles({
      host: '127.0.0.1',
      port: String(pair.port),
      name: 'accompany',
      listen: { host: '127.0.0.1', port: String(poolerPort) },
      passwords,
    }),
    place,
  )
  for (const name of ['', 'pgbouncer.ini', 'userlist.txt'])
    chownSync(path.join(place, name), account.uid ?? 0, account.gid ?? 0)
  const program = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find((one) => existsSync(one))
  if (program === undefined) throw new Error('this needs PgBouncer: apt install pgbouncer')
  const pooler = keepAlive(() =>
    spawn(program, [path.join(place, 'pgbouncer.ini')], { ...account, cwd: '/' }),
  )
  ends.push(pooler.end)

  const given = openGiven()
  const organisationId = given.organisation()
  const teamId = given.team(organisationId)
  const workers = Array.from({ length: SAVERS }, () => {
    const id = given.staff(organisationId, 'caseworker', { teams: [teamId] })
    return { file: given.file({ teamId, workerId: id }), token: given.tokenFor(id) }
  })
  await withClient(pair.superuser('accompany'), (owner) => given.save(owner))

  const environment = (port: number, more: Readonly<Record<string, string>> = {}) => ({
    ...process.env,
    DATABASE_URL: url('app', poolerPort),
    INNER_DATABASE_URL: url('app', poolerPort, 'accompany_inner'),
    AUTH_DATABASE_URL: url('auth', poolerPort),
    JOB_DATABASE_URL: url('job', poolerPort),
    STATS_DATABASE_URL: url('stats', poolerPort),
    SHARE_DATABASE_URL: url('share', poolerPort),
    NODE_ENV: 'production' as const,
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXT_TELEMETRY_DISABLED: '1',
    ...more,
  })
  const startPages = (port: number, more?: Readonly<Record<string, string>>): ChildProcess =>
    spawn(process.execPath, [next, 'start', '-p', String(port), '-H', '127.0.0.1'], {
      env: environment(port, more),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const ports = [await findFreePort(), await findFreePort()]
  const pages = ports.map((port) => keepAlive(() => startPages(port)))
  ends.push(...pages.map(({ end }) => end))

  /** As a proxy does: the first that answers, for one request that does not change anything. */
  const askOne = async (port: number, address: string, token: string, init: RequestInit = {}) => {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}${address}`, {
        ...init,
        headers: {
          cookie: `${PLAIN_SESSION_COOKIE}=${bindToken(env().NEXTAUTH_SECRET, token)}`,
          accept: 'text/html',
          ...init.headers,
        },
        redirect: 'manual',
        signal: AbortSignal.timeout(10_000),
      })
      return { status: answer.status, text: await answer.text() }
    } catch {
      return null
    }
  }
  const read = async (): Promise<boolean> => {
    for (const { file, token } of workers.slice(0, 1))
      for (const port of ports)
        if ((await askOne(port, `/cases/${file.code}`, token))?.status === 200) return true
    return false
  }
  for (const port of ports) while ((await askOne(port, '/api/ready', ''))?.status !== 200) await pause(200)
  while (!pair.isWhole()) await pause(200)
  expect(await read()).toBe(true)

  // What differs is refused, with what mends it.
  const otherKeys = path.join(folder, 'keys')
  writeFileSync(otherKeys, `other:${randomBytes(32).toString('base64')}\n`)
  const refuses = (more: Readonly<Record<string, string>>): Promise<string> =>
    new Promise((resolve) => {
      const child = startPages(0, more)
      let said = ''
      child.stderr?.on('data', (part: Buffer) => {
        said += part.toString('utf8')
      })
      child.once('exit', (code) => resolve(`${code} ${said}`))
    })
  const [keys, secret] = await Promise.all([
    refuses({ KEY_FILE: otherKeys }),
    refuses({ NEXTAUTH_SECRET: randomBytes(32).toString('base64url') }),
  ])
  expect(keys).toMatch(/^1 .*the key file shares no key/s)
  expect(secret).toMatch(/^1 .*other secrets.*the same serve\.secret/s)

  const action = findAction('writeNote')
  const acknowledged = new Set<string>()
  let isOver = false
  let again = 0
  let turn = 0
  const saver = async ({ file, token }: (typeof workers)[number]): Promise<void> => {
    // No two notes of a file have the same day.
    for (let day = '2026-11-02'; acknowledged.size < SAVES || !isOver; day = addDays(day, -1)) {
      const input = {
        caseId: file.id,
        kind: 'note',
        happenedOn: day,
        text: 'Written while parts are killed.',
      }
      const body = JSON.stringify([{ requestId: randomUUID(), input }])
      const headers = {
        'next-action': action,
        'content-type': 'text/plain;charset=UTF-8',
        accept: 'text/x-component',
      }
      for (;;) {
        turn += 1
        const answer = await askOne(ports[turn % 2] ?? 0, `/cases/${file.code}`, token, {
          method: 'POST',
          body,
          headers,
        })
        if (answer?.text.includes('"ok":true')) break
        again += 1
        await pause(200)
      }
      acknowledged.add(`${file.id} ${day}`)
    }
  }
  const saving = Promise.all(workers.map(saver))
  const parts = {
    'first pages': pages[0]?.kill,
    'second pages': pages[1]?.kill,
    pooler: pooler.kill,
    primary: pair.killPrimary,
    standby: pair.killStandby,
  }
  const back: Record<string, number[]> = {}
  const order = Array.from({ length: ROUNDS }, () => Object.entries(parts)).flat()
  for (const [at, [name, kill]] of order.entries()) {
    const wanted = (at * SAVES) / order.length
    while (acknowledged.size < wanted || !pair.isWhole()) await pause(20)
    const calm = performance.now()
    expect(await read()).toBe(true)
    const usual = (performance.now() - calm) / 1000
    const since = performance.now()
    kill?.()
    const before = acknowledged.size
    while (!(await read()) || acknowledged.size === before) await pause(20)
    back[name] = [...(back[name] ?? []), (performance.now() - since) / 1000]
    console.log(
      `${name}: ${back[name]?.at(-1)?.toFixed(1)} s, a page before that ${usual.toFixed(1)} s; ${acknowledged.size} saves`,
    )
  }
  isOver = true
  await saving
  const { rows } = await withClient(pair.superuser('accompany'), (client) =>
    client.query(
      "SELECT case_id || ' ' || to_char(happened_on, 'YYYY-MM-DD') AS name, count(*)::int AS n FROM note GROUP BY 1",
    ),
  )
  const written = new Map(rows.map((row) => [String(row.name), Number(row.n)]))
  const lost = [...acknowledged].filter((name) => !written.has(name))
  const twice = [...written.values()].filter((n) => n > 1)
  console.log(
    `${acknowledged.size} saves, ${again} sent again, ${lost.length} lost, ${twice.length} doubled; back after ${Object.entries(
      back,
    )
      .map(([name, all]) => `${name} ${all.map((one) => one.toFixed(1)).join(', ')} s`)
      .join('; ')}`,
  )
  expect(lost).toEqual([])
  expect(twice).toEqual([])
  expect(written.size).toBe(acknowledged.size)
  for (const all of Object.values(back)) expect(Math.max(...all)).toBeLessThan(BACK_WITHIN)
})
