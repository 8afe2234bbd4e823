// The way up, shared by `npm start` and `npm run dev`. It runs before node_modules exist: only Node's own modules are
// imported at the top, the rest after the install.
import fs from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { endChild, endChildren, root, startNode, typescript } from './child.mjs'
import { buildIfChanged, generateClient, installPackages } from './install.mjs'
import { isPortFree } from './port.mjs'
import { isProcessAlive, processName, withLock } from './process-lock.mjs'
import { step } from './progress.mjs'
import { Refusal } from './refusal.mjs'
import { loadSettingsFile, readSettings } from './settings.mjs'
import { superviseChild } from './supervise.mjs'

/** @typedef {{ parent: string, server: string, jobs?: string, address: string }} Serving */

/** @param {string} file @returns {Serving | null} */
function readServing(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null
}

/**
 * A start that was killed outright leaves its jobs behind, and its server on our port.
 * @param {Serving} serving @param {import('./settings.mjs').Settings} settings
 */
async function endOrphans(serving, { port, host }) {
  if (serving.jobs && isProcessAlive(serving.jobs))
    process.kill(Number(serving.jobs.split('-')[0]), 'SIGKILL')
  if (!isProcessAlive(serving.server)) return
  process.kill(Number(serving.server.split('-')[0]), 'SIGKILL')
  // Its threads give the port back a moment after it died.
  const deadline = Date.now() + 5000
  while (Date.now() < deadline && !(await isPortFree(port, host))) await pause(50)
}

/** @param {import('./settings.mjs').Settings} settings @returns {Promise<void>} */
function checkPort({ port, host }) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', (error) => {
      const code = 'code' in error ? error.code : ''
      if (code === 'EADDRINUSE')
        reject(
          new Refusal(
            `Port ${port} is used by another program: stop it, or choose another one: PORT=${port + 1} npm start.`,
          ),
        )
      else if (code === 'EACCES')
        reject(
          new Refusal(
            `Port ${port} is reserved for the system: choose one above 1023, for example PORT=3000 npm start.`,
          ),
        )
      else
        reject(
          new Refusal(
            `HOST is "${host}", an address this machine does not have: leave it out, or give one that it has.`,
          ),
        )
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

/** @param {string} url @returns {Promise<boolean>} whether anything answers */
const answers = (url) =>
  new Promise((resolve) => {
    const request = http.get(url, { timeout: 30_000 }, (response) => {
      response.resume()
      resolve((response.statusCode ?? 500) < 500)
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
  })

/** @param {import('node:child_process').ChildProcess} server @param {import('./settings.mjs').Settings} settings */
async function waitUntilServing(server, { port, host }) {
  const near = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const url = `http://${near}:${port}/sign-in`
  while (!(await answers(url))) {
    if (server.exitCode !== null || server.signalCode !== null)
      throw new Refusal('The server ended before it answered; the reason stands above.')
    await pause(100)
  }
}

/** @param {import('./settings.mjs').Settings} settings @param {string[]} signIns */
function printWelcome(settings, signIns) {
  console.log(`\n  Accompany runs at ${settings.address}\n`)
  if (settings.demo) {
    console.log(
      '  This is a demo: everybody in it is invented. The sign-in page lets you in with one click as:',
    )
    for (const line of signIns) console.log(`    ${line}`)
    console.log('\n  For real use: DEMO=off DATA_DIR=.data-real npm start')
  }
  console.log('  Ctrl-C stops it.\n')
}

/** glibc keeps what was freed for the next time, 250 MB after large uploads; with these it gives memory back to the machine. */
export const GIVES_MEMORY_BACK = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: String(128 * 1024) }

/**
 * @param {'start' | 'dev'} mode
 * @param {import('./settings.mjs').Settings} settings
 * @param {import('./prepare.mjs').Prepared} prepared
 */
function startServer(mode, settings, prepared) {
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const args = [next, mode, '-p', String(settings.port), '-H', settings.host]
  const env = { ...GIVES_MEMORY_BACK, ...prepared.env, PORT: undefined }
  const server = startNode(args, { env, show: true })
  writeServing(settings, { server: processName(server.pid) })
  return server
}

/** @param {import('./settings.mjs').Settings} settings @param {Partial<Serving>} part */
function writeServing({ data, address }, part) {
  const file = path.join(data, 'serving.json')
  const serving = { ...readServing(file), parent: processName(), address, ...part }
  fs.writeFileSync(file, JSON.stringify(serving), { mode: 0o600 })
}

/**
 * What is done without anyone asking, in a process of its own: what it computes keeps no page waiting, and it ends without taking them along.
 * @param {import('./settings.mjs').Settings} settings
 * @param {import('./prepare.mjs').Prepared} prepared
 */
function startJobs(settings, prepared) {
  const env = { ...GIVES_MEMORY_BACK, ...prepared.env, NODE_ENV: 'production' }
  const jobs = startNode(typescript('scripts/jobs.ts'), { env, show: true })
  writeServing(settings, { jobs: processName(jobs.pid) })
  return jobs
}

/** Keeps the jobs running as long as the pages; when they cannot be kept, the pages go on and say so to the admins. @param {() => import('node:child_process').ChildProcess} start @param {Promise<unknown>} stopped */
async function superviseJobs(start, stopped) {
  let isStopped = false
  void stopped.then(() => {
    isStopped = true
  })
  // Later, so that they do not compete with the first pages.
  await Promise.race([stopped, pause(20_000, undefined, { ref: false })])
  while (!isStopped) {
    try {
      await superviseChild({
        child: start(),
        start: async () => start(),
        stopped,
        what: 'process of the jobs',
      })
    } catch (error) {
      if (!isStopped) console.error(error instanceof Error ? error.message : error)
      await Promise.race([stopped, pause(5 * minute, undefined, { ref: false })])
    }
  }
}

/** @param {'start' | 'dev'} mode @param {import('./settings.mjs').Settings} settings @param {{ release: () => Promise<unknown> }} held */
async function bringUp(mode, settings, held) {
  const servingFile = path.join(settings.data, 'serving.json')
  const serving = readServing(servingFile)
  if (serving && isProcessAlive(serving.parent)) return serving.address
  if (serving) await endOrphans(serving, settings)
  await checkPort(settings)
  await installPackages()
  await generateClient()
  const prepare = await import('./prepare.mjs')
  const prepared = settings.foreign
    ? await prepare.prepareForeign(settings, settings.foreign)
    : await prepare.prepareEmbedded(settings)
  held.release = prepared.release
  if (mode === 'start') await buildIfChanged()
  const start = () => startServer(mode, settings, prepared)
  const server = start()
  await step('waiting for the first answer', () => waitUntilServing(server, settings))
  printWelcome(settings, prepared.signIns)
  return { server, start, startJobs: () => startJobs(settings, prepared) }
}

const minute = 60 * 1000

/**
 * Starts Accompany and stays until it is stopped.
 * @param {'start' | 'dev'} mode
 * @returns {Promise<number>} exit code
 */
export async function serve(mode) {
  loadSettingsFile()
  const settings = readSettings()
  fs.mkdirSync(settings.data, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const held = { release: async () => undefined }
  let stopping = false
  const stopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => {
        stopping = true
        resolve(undefined)
        void endChildren()
      })
  })
  try {
    const lock = path.join(settings.data, 'start.lock')
    const waiting = () => console.log('  another start is under way, waiting for it')
    const up = await withLock(lock, () => bringUp(mode, settings, held), { waiting })
    if (typeof up === 'string') {
      console.log(`\n  Accompany already runs at ${up}\n`)
      return 0
    }
    void superviseJobs(up.startJobs, stopped)
    const server = await superviseChild({ child: up.server, start: async () => up.start(), stopped })
    await endChild(server)
    return 0
  } catch (error) {
    if (stopping) return 0
    throw error
  } finally {
    await endChildren()
    const serving = readServing(path.join(settings.data, 'serving.json'))
    if (serving?.parent === processName())
      fs.rmSync(path.join(settings.data, 'serving.json'), { force: true })
    await held.release()
    if (stopping) console.log('\n  stopped')
  }
}
