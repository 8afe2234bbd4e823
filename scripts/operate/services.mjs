// Units of systemd, the proxy, and the two slots: one serves, the other is for the next version and for the way back (docs/adr/0151).
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../child.mjs'
import { Refusal } from '../refusal.mjs'
import { findSettings } from './installation.mjs'
import { organisation, places, placesOf } from './places.mjs'

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

/** @param {string} link @returns {string | null} the version that a link leads to */
function versionAt(link) {
  try {
    return path.basename(fs.readlinkSync(link))
  } catch {
    return null
  }
}
export const currentVersion = () => versionAt(places.current)
const slotLink = (/** @type {Slot} */ slot) => path.join(places.slots, slot)

/** @returns {Slot} the one that serves */
export const currentSlot = () =>
  versionAt(slotLink('b')) === currentVersion() && currentVersion() !== null ? 'b' : 'a'
/** @returns {string | null} the version in the slot that does not serve */
export const otherVersion = () => versionAt(slotLink(other(currentSlot())))

/** Never half a link, whenever this is killed. @param {string} link @param {string} target */
function pointTo(link, target) {
  fs.mkdirSync(path.dirname(link), { recursive: true, mode: 0o755 })
  const half = `${link}.new`
  fs.rmSync(half, { force: true })
  fs.symlinkSync(target, half)
  fs.renameSync(half, link)
}

const hasSystemd = () => fs.existsSync('/run/systemd/system')

/** @param {...string} words */
function systemctl(...words) {
  const done = spawnSync('systemctl', words, { encoding: 'utf8' })
  if (done.status !== 0)
    throw new Refusal(
      `systemctl ${words.join(' ')} failed: ${done.stderr || done.stdout || done.error?.message}`,
    )
}

const TIMERS = ['backup', 'verify', 'erasures'].map((name) => `${places.stem}-${name}.timer`)

/** @param {string} text @param {Record<string, string>} values */
const fillIn = (text, values) =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => {
    const value = values[name]
    if (value === undefined) throw new Error(`nothing stands for {{${name}}}`)
    return value
  })

/** The same for one of several organisations: its own account, places and names. @param {string} text */
function forOrganisation(text) {
  if (organisation === null) return text
  const alone = placesOf(null)
  const changes = [
    [alone.settings, places.settings],
    [alone.secrets, places.secrets],
    [alone.current, places.current],
    [alone.slots, places.slots],
    ['OnFailure=accompany-', `OnFailure=${places.stem}-`],
    ['User=accompany', `User=${places.stem}`],
    ['Group=accompany', `Group=${places.stem}`],
    ['StateDirectory=accompany', `StateDirectory=${places.stem}`],
    ['Description=Accompany', `Description=Accompany of ${organisation}`],
    ['[Service]\n', `[Service]\nEnvironment=ACCOMPANY_ORG=${organisation}\n`],
  ]
  return changes.reduce((changed, [from = '', to = '']) => changed.replaceAll(from, to), text)
}

/** @param {Settings} settings */
export function writeUnits(settings) {
  const from = path.join(root, 'packaging/systemd')
  const writable = [settings.BACKUP_TO, settings.AUDIT_COPY_FILE && path.dirname(settings.AUDIT_COPY_FILE)]
  // A folder that is not there must not keep a unit from starting: what writes into it says so.
  const values = {
    WRITABLE: writable
      .filter(Boolean)
      .map((folder) => `-${folder}`)
      .join(' '),
  }
  fs.mkdirSync(places.units, { recursive: true })
  for (const name of fs.readdirSync(from))
    fs.writeFileSync(
      path.join(places.units, name.replace('accompany', places.stem)),
      forOrganisation(fillIn(fs.readFileSync(path.join(from, name), 'utf8'), values)),
    )
}

/** @param {Settings} settings @param {Slot} [slot] to which the proxy sends on */
export function writeProxy(settings, slot = currentSlot()) {
  fs.mkdirSync(places.caddy, { recursive: true })
  const site = fillIn(fs.readFileSync(path.join(root, 'packaging/Caddyfile'), 'utf8'), {
    ADDRESS: new URL(settings.ADDRESS).origin,
    UPSTREAM: `127.0.0.1:${portOf(slot)}`,
  })
  fs.writeFileSync(path.join(places.caddy, `${places.stem}.caddy`), site)
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

/** @returns {boolean} whether systemd is here to start them */
export function startServices() {
  if (!hasSystemd()) return false
  systemctl('daemon-reload')
  systemctl('enable', '--now', pagesUnit(currentSlot()), jobsUnit, ...TIMERS)
  systemctl('reload-or-restart', 'caddy.service')
  return true
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

/**
 * Starts a version in the free slot, turns the proxy to it once it is ready, and then ends the one that served. What does not become
 * ready is stopped again, and nothing has changed.
 * @param {Settings} settings @param {string} version
 */
export async function turnTo(settings, version) {
  if (!hasSystemd())
    throw new Refusal('There is no systemd here: with containers the version is in compose.yaml.')
  const before = currentSlot()
  const next = other(before)
  pointTo(slotLink(next), path.join(places.releases, version))
  systemctl('start', pagesUnit(next))
  try {
    await waitUntilReady(portOf(next), 90)
  } catch (error) {
    systemctl('stop', pagesUnit(next))
    throw error
  }
  writeProxy(settings, next)
  systemctl('reload-or-restart', 'caddy.service')
  pointTo(places.current, path.join(places.releases, version))
  systemctl('enable', pagesUnit(next))
  systemctl('disable', '--now', pagesUnit(before))
  systemctl('restart', jobsUnit)
}
