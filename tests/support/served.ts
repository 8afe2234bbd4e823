import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { env } from '@/lib/runtime/env'
import { bindToken } from '@/lib/server/bound-cookie'
import { PLAIN_SESSION_COOKIE } from '@/lib/shared/cookie.rules'
import { GIVES_MEMORY_BACK } from '../../scripts/serve.mjs'

/** Megabytes that a process holds in memory. */
const sizeOf = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024

export type Answered = { readonly status: number; readonly text: string; readonly took: number }
type Sent = {
  readonly type: string
  readonly body: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** Gives up a connection before the server does (5 s): else that may happen in the moment in which the next request goes out. */
const agent = new http.Agent({ keepAlive: true, timeout: 2000 })

const ask = (port: number, address: string, token: string | null, sent?: Sent): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const since = performance.now()
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        path: address,
        agent,
        method: sent === undefined ? 'GET' : 'POST',
        headers: {
          host: `localhost:${port}`,
          ...(token === null
            ? {}
            : { cookie: `${PLAIN_SESSION_COOKIE}=${bindToken(env().NEXTAUTH_SECRET, token)}` }),
          'sec-fetch-site': 'same-origin',
          ...(sent === undefined
            ? {}
            : { 'content-type': sent.type, 'content-length': sent.body.length, ...sent.headers }),
        },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, text, took: performance.now() - since }),
        )
      },
    )
    request.once('error', reject)
    request.end(sent?.body)
  })

/** The built server with a small heap, on the database of this test file. */
export const serveWithHeap = async (megabytes: number, port: number) => {
  const heapFile = path.join(mkdtempSync(path.join(os.tmpdir(), 'accompany-heap-')), 'used')
  const teller = `--expose-gc --require=${path.resolve('tests/support/heap-teller.cjs')}`
  const server = spawn(
    process.execPath,
    [path.resolve('node_modules/next/dist/bin/next'), 'start', '-p', String(port), '-H', '127.0.0.1'],
    {
      env: {
        ...process.env,
        ...GIVES_MEMORY_BACK,
        NODE_ENV: 'production',
        NODE_OPTIONS: `--max-old-space-size=${megabytes} ${teller}`,
        HEAP_FILE: heapFile,
        NEXTAUTH_URL: `http://localhost:${port}`,
        NEXT_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const listen = (part: Buffer): void => {
      said = (said + part.toString('utf8')).slice(-4000)
      if (said.includes('Ready in')) resolve()
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  const isUp = (): boolean => server.exitCode === null && server.signalCode === null
  server.once('exit', (code, signal) => console.error(`the server ended with ${code ?? signal}: ${said}`))
  return {
    isUp,
    ask: (address: string, token: string | null, sent?: Sent) => ask(port, address, token, sent),
    /** What it holds now, in megabytes. */
    size: (): number => sizeOf(server.pid ?? 0),
    /** Megabytes of heap in use once garbage is collected. */
    usedHeap: async (): Promise<number> => {
      rmSync(heapFile, { force: true })
      server.kill('SIGUSR2')
      while (!existsSync(heapFile)) await pause(50)
      return Number(readFileSync(heapFile, 'utf8')) / 2 ** 20
    },
    /** What it holds after it has had time to tidy up, in megabytes: the least of so many seconds. */
    settledSize: async (seconds: number): Promise<number> => {
      const sizes: number[] = []
      for (let i = 0; i < seconds; i++) {
        await pause(1000)
        sizes.push(sizeOf(server.pid ?? 0))
      }
      return Math.min(...sizes)
    },
    /** So many requests for one page, one after the other. */
    visit: async (address: string, token: string | null, times: number): Promise<void> => {
      for (let i = 0; i < times; i++) await ask(port, address, token)
    },
    /** Asks for a page again and again until `done` is over; how long each answer took, in milliseconds. */
    probe: async (address: string, token: string | null, done: Promise<unknown>): Promise<number[]> => {
      let isOver = false
      void done.finally(() => {
        isOver = true
      })
      const took: number[] = []
      while (!isOver) {
        const answer = await ask(port, address, token)
        if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
        took.push(answer.took)
        await pause(100)
      }
      return took
    },
    /** Command lines of the processes that it started and that are still there. */
    children: (): string[] =>
      execFileSync('/bin/sh', ['-c', `ps -o args= --ppid ${server.pid ?? 0} || true`], { encoding: 'utf8' })
        .split('\n')
        .filter((line) => line !== ''),
    stop: () =>
      new Promise<void>((resolve) => {
        server.removeAllListeners('exit')
        if (!isUp()) return resolve()
        server.once('exit', () => resolve())
        server.kill('SIGTERM')
      }),
  }
}
