import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { typescript } from '../../scripts/child.mjs'
import { isPortFree } from '../../scripts/port.mjs'
import { urls } from '../support/own-database'
import { openSuperuser } from '../support/superuser'
import { isSweep } from '../support/sweep'

// A server that boots as the application does, with a handler of its own in the place of Next.

const PROGRAM = `
  import http from 'node:http'
  import { boot } from '@/lib/server/boot'
  import { report } from '@/lib/runtime/log'
  await boot()
  http.createServer((request, response) => {
    console.error('Qqcanary', request.url)
    report('page', new Error('Qqcanary ' + request.url))
    response.end('served')
  }).listen(Number(process.env.PORT), '127.0.0.1')`

const running: ChildProcess[] = []
// It says which build it serves: one of its own, because these tests run before the pages are built.
const build = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-boot-'))
fs.writeFileSync(path.join(build, 'BUILD_ID'), 'of-a-test')
afterAll(() => fs.rmSync(build, { recursive: true }))
let port = 0
beforeAll(async () => {
  port = 41_000 + Number(process.env.VITEST_POOL_ID ?? '0') * 10
  while (!(await isPortFree(port, '127.0.0.1')) || !(await isPortFree(port + 1, '127.0.0.1'))) port += 2
})
afterEach(() => {
  for (const one of running.splice(0)) one.kill('SIGKILL')
})

const begin = async (change: Record<string, string> = {}) => {
  const [conditions = '', flag = '', tsx = ''] = typescript('')
  const child = spawn(process.execPath, [conditions, flag, tsx, '--input-type=module', '-e', PROGRAM], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      BUILD_FOLDER: path.relative(process.cwd(), build),
      PORT: String(port),
      METRICS: `127.0.0.1:${port + 1}`,
      ...change,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
  await expect
    .poll(
      () =>
        ask('/api/live').then(
          ({ status }) => status,
          () => said.join(''),
        ),
      { timeout: 60_000 },
    )
    .toBe(200)
  return {
    child,
    ask,
    lines: () =>
      said
        .join('')
        .split('\n')
        .filter((line) => line !== ''),
    /** What it answers when asked whether it is ready. */
    because: async () => {
      const answer = await ask('/api/ready')
      return [answer.status, await answer.json()]
    },
  }
}

it('a server that is as it should be is ready, tells that it runs, counts, and writes nothing but lines', async () => {
  const { child, ask, lines, because } = await begin()
  await expect.poll(because, { timeout: 30_000 }).toEqual([200, { ready: true }])
  const answer = await ask('/cases/Qqcanary-1?q=Qqcanary')
  const number = answer.headers.get('x-request-id')
  expect(number).toMatch(/^[0-9a-f]{16}$/)
  await expect.poll(() => lines().join('\n'), { timeout: 30_000 }).toContain('"handler":"page"')
  const events = lines().map((line) => JSON.parse(line))
  expect(events.filter(({ request }) => request === number).map(({ event }) => event)).toEqual([
    'console_dropped',
    'failed',
  ])
  const metrics = await (await fetch(`http://127.0.0.1:${port + 1}/metrics`)).text()
  expect(metrics).toContain('accompany_database_up 1')
  expect(metrics).toContain('status="2xx"')
  for (const text of [lines().join('\n'), metrics]) expect(text).not.toContain('Qqcanary')
  const owner = await openSuperuser()
  try {
    const seen = async () => (await owner.query("SELECT kind FROM instance WHERE kind = 'pages'")).rowCount
    await expect.poll(seen, { timeout: 30_000 }).toBeGreaterThan(0)
  } finally {
    await owner.end()
  }
  // Asked to end, it takes nothing new while what it serves comes to its end.
  child.kill('SIGTERM')
  await expect.poll(because, { timeout: 30_000 }).toEqual([503, { ready: false, because: ['draining'] }])
})

const LACKS: readonly (readonly [code: string, change: Record<string, string>])[] = [
  ['migrations', { NEWEST_MIGRATION: '20991231000000_of_a_later_version' }],
  ['keys', { KEY_FILE: '/nowhere/keys' }],
  ['database', { DATABASE_URL: Object.assign(new URL(urls.app), { port: '1' }).href }],
]

it.each(isSweep ? LACKS : LACKS.slice(0, 2))(
  'one that lacks something says so by a code: %s',
  async (code, change) => {
    const { because } = await begin(change)
    await expect.poll(because, { timeout: 30_000 }).toEqual([503, { ready: false, because: [code] }])
  },
)
