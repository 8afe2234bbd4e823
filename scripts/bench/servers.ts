// The two servers that are compared: the application, and the bare Next app that stands under scripts/bench/bare.
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { PLAIN_SESSION_COOKIE } from '@/lib/shared/cookie.rules'
import { findFreePort } from '../port.mjs'
import { environment, folder, type Urls } from './database'
import { type Asker, cookieOf } from './organisation'

const next = path.resolve('node_modules/next/dist/bin/next')
export const recordings = path.join(folder, 'recordings')

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })

export type Answer = { readonly status: number; readonly body: string }
export type Asked = {
  readonly who?: Asker
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}
export type Server = {
  readonly port: number
  readonly pid: number
  readonly ask: (address: string, asked?: Asked) => Promise<Answer>
  readonly stop: () => Promise<void>
}

/** One request as a browser sends it; throws when the answer is not the page, with what the server said last. */
const askAt =
  (port: number, said: () => string) =>
  (address: string, { who, body, headers = {} }: Asked = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const cookie = who === undefined ? {} : { cookie: `${PLAIN_SESSION_COOKIE}=${cookieOf(who)}` }
      const method = body === undefined ? 'GET' : 'POST'
      const request = http.request(
        { host: '127.0.0.1', port, path: address, method, agent, headers: { ...cookie, ...headers } },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () => {
            const answer = { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }
            if (answer.status === 200) resolve(answer)
            else reject(new Error(`${address} answered ${answer.status}: ${said()}`))
          })
        },
      )
      request.on('error', reject)
      request.end(body)
    })

/** A server says that it is ready a moment before it is. */
const untilListening = async (port: number): Promise<void> => {
  for (let tries = 0; ; tries++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(true))
      socket.once('error', () => resolve(false))
      socket.once('connect', () => socket.end())
    })
    if (isOpen) return
    if (tries === 100) throw new Error('the server does not listen')
    await setTimeout(50)
  }
}

const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** BENCH_PROFILE names a folder: each server leaves a CPU profile there, for looking into a line that was missed. */
const profiling = (): string[] => {
  const place = process.env.BENCH_PROFILE
  return place === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${place}`]
}

const start = async (
  where: string,
  port: number,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Server> => {
  const child = spawn(
    process.execPath,
    [...profiling(), next, 'start', '-p', String(port), '-H', '127.0.0.1'],
    {
      cwd: where,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  children.add(child)
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said = (said + chunk.toString('utf8')).slice(-2000)
      if (said.includes('Ready in')) resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  await untilListening(port)
  return {
    port,
    pid: child.pid ?? 0,
    ask: askAt(port, () => said),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          children.delete(child)
          resolve()
        })
        child.kill('SIGTERM')
      }),
  }
}

/** The application as it is served; `record` writes down every statement. */
export const startApplication = async (urls: Urls, record?: string): Promise<Server> => {
  const port = await findFreePort()
  const recorder = path.resolve('scripts/bench/recorder.cjs')
  const recording =
    record === undefined ? {} : { BENCH_RECORD: record, NODE_OPTIONS: `--require=${recorder}` }
  return start(process.cwd(), port, { ...environment(urls, port), ...recording })
}

/**
 * Builds the bare app in a temporary folder, away from the application, whose proxy and instrumentation Next would else find.
 * Next and React are the ones of the application. @returns the folder
 */
export const buildBare = async (): Promise<string> => {
  const place = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'accompany-bare-')))
  process.once('exit', () => rmSync(place, { recursive: true, force: true }))
  cpSync('scripts/bench/bare', place, { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(place, 'node_modules'), 'dir')
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  const build = spawn(process.execPath, [next, 'build'], {
    cwd: place,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [build.stdout, build.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
    })
  const code = await new Promise((resolve) => build.once('exit', resolve))
  if (code !== 0) throw new Error(`the bare app did not build: ${said}`)
  return place
}

export const startBare = async (place: string, urls: Urls): Promise<Server> =>
  start(place, await findFreePort(), { BENCH_RECORDINGS: recordings, DATABASE_URL: urls.app })
