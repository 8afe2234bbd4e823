// Units of systemd, the proxy, and the two slots: one serves, the other is for the next version and for the way back (docs/adr/0151).
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../child.mjs'
import { Refusal } from '../refusal.mjs'
import { findSettings, hasOtherSettings, settingsOf } from './installation.mjs'
import { places } from './places.mjs'
import { holdInSlot, pointTo, versionAt } from './slots.mjs'
import { fillIn, writeUnits } from './units.mjs'

/** @typedef {import('./installation.mjs').Settings} Settings */
/** @typedef {'a' | 'b'} Slot */

/** @param {string | undefined} word @returns {Slot} */
export function readSlot(word = 'a') {
  if (word === 'a' || word === 'b') return word
  throw new Refusal(`"${word}" is no slot: there are a and b.`)
}
/** @param {Slot} slot */
export const portOf = (slot) => Number(findSettings().PORT) + (slot === 'a' ? 0 : 1)
export const pagesUnit = (/** @type {Slot} */ slot) => `${places.stem}@${slot}.service`
const jobsUnit = `${places.stem}-jobs.service`
const other = (/** @type {Slot} */ slot) => (slot === 'a' ? 'b' : 'a')

export const currentVersion = () => versionAt(places.current)
const slotLink = (/** @type {Slot} */ slot) => path.join(places.slots, slot)

/** @returns {Slot} the one that serves */
export const currentSlot = () =>
  versionAt(slotLink('b')) === currentVersion() && currentVersion() !== null ? 'b' : 'a'
/** @returns {string | null} the version in the slot that does not serve */
export const otherVersion = () => versionAt(slotLink(other(currentSlot())))

const hasSystemd = () => fs.existsSync('/run/systemd/system')

/** @param {...string} words */
function systemctl(...words) {
  const done = spawnSync('systemctl', words, { encoding: 'utf8' })
  if (done.status !== 0)
    throw new Refusal(
      `systemctl ${words.join(' ')} failed: ${done.stderr || done.stdout || (done.error?.message ?? `exit code ${done.status}`)}`,
    )
  return done.stdout.trim()
}

const TIMERS = ['backup', 'verify', 'erasures'].map((name) => `${places.stem}-${name}.timer`)

/** Written by each init and each turn. */
export const proxyFile = path.join(places.caddy, `${places.stem}.caddy`)

/** @param {Settings} settings @param {Slot} slot to which the proxy sends on */
function writeProxy(settings, slot) {
  fs.mkdirSync(places.caddy, { recursive: true })
  const site = fillIn(fs.readFileSync(path.join(root, 'packaging/Caddyfile'), 'utf8'), {
    ADDRESS: new URL(settings.ADDRESS).origin,
    UPSTREAM: `127.0.0.1:${portOf(slot)}`,
  })
  fs.writeFileSync(proxyFile, site)
  const main = path.join(places.caddy, 'Caddyfile')
  const text = fs.existsSync(main) ? fs.readFileSync(main, 'utf8') : ''
  const line = `import ${places.stem}.caddy`
  if (!text.split('\n').includes(line)) fs.writeFileSync(main, `${text}\n${line}\n`)
}

/** The first version of a machine, or the one that is there. @param {string} version */
export function settle(version) {
  if (currentVersion() === null) {
    pointTo(slotLink('a'), path.join(places.releases, version))
    pointTo(places.current, path.join(places.releases, version))
  }
  pointTo(places.command, path.join(places.current, 'accompany'))
}

/** @param {string} unit @returns {Settings | null} those that its process was started with; null where none runs */
function settingsOfRunning(unit) {
  const pid = systemctl('show', '--property=MainPID', '--value', unit)
  if (pid === '' || pid === '0') return null
  const lines = fs.readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
  return settingsOf(
    Object.fromEntries(lines.map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)])),
  )
}

/** @param {number} port @returns {Promise<void>} */
const refuseTakenPort = (port) =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', () =>
      reject(
        new Refusal(
          `Port ${port} is used by another program: write another PORT into ${places.settings}. What ran goes on.`,
        ),
      ),
    )
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()))
  })

/** The units of this version, and its timers. @param {Settings} settings */
export function installUnits(settings) {
  writeUnits(settings)
  if (!hasSystemd()) return
  systemctl('daemon-reload')
  systemctl('enable', '--now', ...TIMERS)
}

/**
 * Starts what does not run, and starts again what runs with other settings than those of the file: systemd leaves a running unit as it is.
 * @param {Settings} settings
 * @returns {Promise<boolean>} whether systemd is here to start them
 */
export async function startServices(settings) {
  installUnits(settings)
  if (!hasSystemd()) return false
  const pages = pagesUnit(currentSlot())
  const isOld = (/** @type {string} */ unit) => {
    const running = settingsOfRunning(unit)
    return running !== null && hasOtherSettings(running, settings)
  }
  const old = [pages, jobsUnit].filter(isOld)
  if (old.includes(pages) && settingsOfRunning(pages)?.PORT !== settings.PORT)
    await refuseTakenPort(portOf(currentSlot()))
  if (old.length > 0) systemctl('restart', ...old)
  systemctl('enable', '--now', pages, jobsUnit)
  return true
}

/** The proxy sends on to what is ready, and not before: with another PORT it would send to no one. @param {Settings} settings @param {Slot} [slot] */
export function turnProxy(settings, slot = currentSlot()) {
  writeProxy(settings, slot)
  systemctl('reload-or-restart', 'caddy.service')
}

/** While a database is put back no one may write into it. @param {() => Promise<number>} run */
export async function whileStopped(run) {
  const units = [pagesUnit(currentSlot()), jobsUnit]
  if (!hasSystemd()) return run()
  systemctl('stop', ...units)
  let code
  try {
    code = await run()
  } finally {
    systemctl('start', ...units)
  }
  if (code === 0) await waitUntilReady(portOf(currentSlot()), 90)
  return code
}

/** @param {number} port @returns {Promise<{ isReady: boolean, says: string }>} */
export const askReady = (port) =>
  new Promise((resolve) => {
    const request = http.get({ host: '127.0.0.1', port, path: '/api/ready', timeout: 5000 }, (response) => {
      let says = ''
      response.setEncoding('utf8').on('data', (text) => {
        says += text
      })
      // A moment before it is ready the framework answers with a page.
      const isOurs = response.headers['content-type']?.startsWith('application/json')
      response.on('end', () =>
        resolve({
          isReady: response.statusCode === 200,
          says: isOurs ? says : `status ${response.statusCode}`,
        }),
      )
    })
    request.once('timeout', () => request.destroy())
    request.once('error', (error) => resolve({ isReady: false, says: error.message }))
  })

/** @param {number} port @param {number} seconds */
export async function waitUntilReady(port, seconds) {
  const deadline = Date.now() + seconds * 1000
  for (let seen = await askReady(port); !seen.isReady; seen = await askReady(port)) {
    if (Date.now() > deadline)
      throw new Refusal(`Port ${port} was not ready after ${seconds} s: ${seen.says}`)
    await pause(100)
  }
}

/** Each version knows its own units. @param {string} version */
function installUnitsOf(version) {
  const command = path.join(places.releases, version, 'accompany')
  const done = spawnSync(command, ['install-units'], { encoding: 'utf8' })
  if (done.status !== 0) throw new Refusal(`The units of ${version} were not written: ${done.stderr}`)
}

/**
 * Starts a version in the free slot, turns the proxy to it once it is ready, and then ends the one that served. What does not become
 * ready is stopped again, and the slot holds what it held: "accompany rollback" goes on leading to the version before.
 * @param {Settings} settings @param {string} version
 */
export async function turnTo(settings, version) {
  if (!hasSystemd())
    throw new Refusal('There is no systemd here: with containers the version is in compose.yaml.')
  const before = currentSlot()
  const current = currentVersion()
  const next = other(before)
  try {
    await holdInSlot(slotLink(next), path.join(places.releases, version), async () => {
      installUnitsOf(version)
      systemctl('start', pagesUnit(next))
      await waitUntilReady(portOf(next), 90)
      turnProxy(settings, next)
    })
  } catch (error) {
    systemctl('stop', pagesUnit(next))
    if (current !== null) installUnitsOf(current)
    turnProxy(settings, before)
    throw error
  }
  pointTo(places.current, path.join(places.releases, version))
  systemctl('enable', pagesUnit(next))
  systemctl('disable', '--now', pagesUnit(before))
  systemctl('restart', jobsUnit)
}
