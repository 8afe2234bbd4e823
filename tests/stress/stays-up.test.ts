import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { bindToken } from '@/lib/server/bound-cookie'
import { PLAIN_SESSION_COOKIE } from '@/lib/shared/cookie.rules'
import { newId } from '@/lib/shared/ids'
import { findAction } from '../../scripts/bench/action'
import { openCluster } from '../../scripts/cluster.mjs'
import { databaseUrls } from '../../scripts/database.mjs'
import { withClient } from '../../scripts/pg-client.mjs'
import { findFreePort } from '../../scripts/port.mjs'

// `npm start` as people run it, under saves that never pause: the server is killed, the database is stopped for a minute, and five
// times what it can serve is asked of it for two. What was acknowledged is there once, and everything is served again.

const KILLS = 3
const AWAY_SECONDS = Number(process.env.AWAY_SECONDS ?? '60')
const LOAD_SECONDS = Number(process.env.LOAD_SECONDS ?? '120')
const MEASURE_SECONDS = 20
const SAVERS = 3

const data = mkdtempSync(path.join(os.tmpdir(), 'accompany-stays-up-'))
chmodSync(data, 0o711)
let program: ChildProcess | null = null
afterAll(async () => {
  const running = program
  if (running !== null && running.exitCode === null)
    await new Promise((resolve) => {
      running.once('exit', resolve)
      running.kill('SIGTERM')
    })
  rmSync(data, { recursive: true, force: true })
})

const secret = randomBytes(32).toString('base64url')
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const start = async (port: number): Promise<void> => {
  const env = {
    ...process.env,
    DATA_DIR: data,
    PORT: String(port),
    DEMO: 'on',
    TEST_POSTGRES: '',
    NEXTAUTH_SECRET: secret,
  }
  for (const name of [
    'DATABASE_URL',
    'AUTH_DATABASE_URL',
    'JOB_DATABASE_URL',
    'STATS_DATABASE_URL',
    'SHARE_DATABASE_URL',
    'KEY_FILE',
    'NEXTAUTH_URL',
  ])
    Reflect.deleteProperty(env, name)
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  program = child
  await new Promise<void>((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (said.includes('Accompany runs at')) resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)))
  })
}

it('is served again after kills, a minute without database and five times its capacity, and loses no save', async () => {
  const port = await findFreePort()
  await start(port)
  const base = `http://127.0.0.1:${port}`
  const cluster = await openCluster({ data })
  const urls = databaseUrls(cluster, 'accompany')
  const ask = (sql: string, values: unknown[] = []) =>
    withClient(urls.superuser, async (client) => (await client.query(sql, values)).rows[0])

  const file = await ask(
    `SELECT f.id, f.code, s.id AS worker FROM case_file f JOIN staff s ON s.id = f.worker_id
      WHERE s.active AND s.role = 'caseworker' AND f.secrecy = 'open' ORDER BY f.code LIMIT 1`,
  )
  const token = randomBytes(32).toString('base64url')
  await ask(
    `INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at, second_step_due, second_step_at, device)
     VALUES ($1, $2, $3, app.now(), app.now(), app.now() + interval '11 hours', false, app.now(), 'firefox-linux')`,
    [newId(), sha256(token), file.worker],
  )
  const cookie = `${PLAIN_SESSION_COOKIE}=${bindToken(secret, token)}`
  const countNotes = async () =>
    (await ask('SELECT count(*)::int AS n FROM note WHERE case_id = $1', [file.id])).n
  const before = await countNotes()
  const action = findAction('writeNote')

  /** The status and text, or null when nothing came back. */
  const call = async (address: string, init: RequestInit = {}) => {
    try {
      const answer = await fetch(`${base}${address}`, {
        ...init,
        headers: { cookie, accept: 'text/html', ...init.headers },
        redirect: 'manual',
        signal: AbortSignal.timeout(60_000),
      })
      return { status: answer.status, text: await answer.text() }
    } catch {
      return null
    }
  }
  let acknowledged = 0
  let refused = 0
  let isOver = false
  /** One note after the other; the same request again until it is acknowledged, as the outbox does. */
  const saver = async (name: number): Promise<void> => {
    while (!isOver) {
      const requestId = randomUUID()
      const input = {
        caseId: file.id,
        kind: 'note',
        happenedOn: '2026-11-02',
        text: `Saver ${name}, ${requestId}`,
      }
      const body = JSON.stringify([{ requestId, input }])
      const headers = {
        'next-action': action,
        'content-type': 'text/plain;charset=UTF-8',
        accept: 'text/x-component',
      }
      for (;;) {
        const answer = await call(`/cases/${file.code}`, { method: 'POST', body, headers })
        if (answer?.text.includes('"ok":true')) break
        refused += 1
        await pause(500)
      }
      acknowledged += 1
      await pause(200)
    }
  }
  const isReady = async () => (await call('/api/ready'))?.status === 200
  const untilReady = async () => {
    const since = performance.now()
    while (!(await isReady())) await pause(100)
    return (performance.now() - since) / 1000
  }
  const savers = Array.from({ length: SAVERS }, (_, name) => saver(name))

  // Killed.
  const back: number[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { server } = JSON.parse(readFileSync(path.join(data, 'serving.json'), 'utf8'))
    process.kill(Number(String(server).split('-')[0]), 'SIGKILL')
    back.push(await untilReady())
  }
  expect((await call(`/cases/${file.code}`))?.status).toBe(200)

  // Without database.
  const postmaster = Number(readFileSync(path.join(cluster.folder, 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(postmaster, 'SIGINT')
  while (await isReady()) await pause(20)
  const meanwhile = new Map<number | null, number>()
  const end = performance.now() + AWAY_SECONDS * 1000
  while (performance.now() < end) {
    const status = (await call(`/cases/${file.code}`))?.status ?? null
    meanwhile.set(status, (meanwhile.get(status) ?? 0) + 1)
    await pause(250)
  }
  await openCluster({ data })
  const returned = await untilReady()
  expect([...meanwhile.keys()]).toEqual([503])
  expect((await call(`/cases/${file.code}`))?.status).toBe(200)

  // Five times what it serves.
  let read = 0
  const measured = performance.now() + MEASURE_SECONDS * 1000
  const reader = async () => {
    while (performance.now() < measured) {
      expect((await call(`/cases/${file.code}`))?.status).toBe(200)
      read += 1
    }
  }
  await Promise.all([1, 2, 3, 4].map(reader))
  const capacity = read / MEASURE_SECONDS
  const load = new Map<number | null, number>()
  const waits: number[] = []
  const under: Promise<unknown>[] = []
  const over = performance.now() + LOAD_SECONDS * 1000
  const health = async () => {
    while (performance.now() < over) {
      const since = performance.now()
      expect((await call('/api/live'))?.status).toBe(200)
      waits.push(performance.now() - since)
      await pause(500)
    }
  }
  const looking = health()
  const served: number[] = []
  while (performance.now() < over) {
    const since = performance.now()
    under.push(
      call(`/cases/${file.code}`).then((answer) => {
        const status = answer?.status ?? null
        load.set(status, (load.get(status) ?? 0) + 1)
        if (status === 200) served.push(performance.now() - since)
      }),
    )
    await pause(1000 / (5 * capacity))
  }
  await looking
  await Promise.all(under)
  const after = performance.now()
  expect((await call(`/cases/${file.code}`))?.status).toBe(200)
  const normal = (performance.now() - after) / 1000

  isOver = true
  await Promise.all(savers)
  const notes = (await countNotes()) - before
  const p95 = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.95)] ?? 0
  console.log(
    `${KILLS} kills, back after ${back.map((one) => one.toFixed(1)).join(', ')} s; database away ${AWAY_SECONDS} s, back after ${returned.toFixed(1)} s; ` +
      `capacity ${capacity.toFixed(1)}/s, then five times that for ${LOAD_SECONDS} s: ${JSON.stringify(Object.fromEntries(load))}, served p95 ${Math.round(p95(served))} ms, ` +
      `/api/live p95 ${Math.round(p95(waits))} ms, normal again after ${normal.toFixed(1)} s; ${acknowledged} notes acknowledged after ${refused} refusals, ${notes} in the database`,
  )
  expect([...load.keys()].toSorted()).toEqual([200, 503])
  expect(load.get(200)).toBeGreaterThan(0.5 * capacity * LOAD_SECONDS)
  expect(notes).toBe(acknowledged)
  expect(acknowledged).toBeGreaterThan(0)
})
