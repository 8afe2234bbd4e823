// accompany doctor: one line for each thing that can be wrong, with the sentence that mends it.
import dns from 'node:dns/promises'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findLast } from '../backup.mjs'
import { status } from '../database-status.mjs'
import { withClient } from '../pg-client.mjs'
import { readCertificate } from './certificate.mjs'
import { freeBytes, gib, gibs, nearest } from './disk.mjs'
import { findSettings, readDatabase, roleUrl } from './installation.mjs'
import { keepersOf, tryToDelete } from './keepers.mjs'
import { readOutcome } from './outcome.mjs'
import { places } from './places.mjs'
import { databaseRelease, quietSettings, readRelease } from './server.mjs'
import { askReady, currentSlot, pagesUnit, portOf, proxyFile } from './services.mjs'

/** @typedef {import('./installation.mjs').Settings} Settings */
/** @typedef {{ level: 'ok' | 'look' | 'wrong', name: string, says: string }} Finding */

const day = 86_400_000

/** @param {string} says @returns {Omit<Finding, 'name'>} */
const ok = (says) => ({ level: 'ok', says })
/** @param {string} says @returns {Omit<Finding, 'name'>} */
const look = (says) => ({ level: 'look', says })
/** @param {string} says @returns {Omit<Finding, 'name'>} */
const wrong = (says) => ({ level: 'wrong', says })

/** @param {Settings} settings @param {string} sql */
const ask = async (settings, sql) =>
  (await withClient(roleUrl(settings, 'app'), (client) => client.query(sql))).rows

/** @param {Settings} settings @returns {[name: string, check: () => Omit<Finding, 'name'> | Promise<Omit<Finding, 'name'>>][]} */
const listChecks = (settings) => [
  [
    'memory',
    () =>
      os.totalmem() >= 1.7 * gib
        ? ok(gibs(os.totalmem()))
        : wrong(`${gibs(os.totalmem())}: Accompany and its database need 2 GB. Take a larger machine.`),
  ],
  [
    'disk',
    () => {
      const free = freeBytes('/var/lib')
      return free >= 10 * gib
        ? ok(`${gibs(free)} free`)
        : free >= 2 * gib
          ? look(`${gibs(free)} free: below 10 GB. Make room, or enlarge the disk.`)
          : wrong(`${gibs(free)} free: saving stops soon. Make room now.`)
    },
  ],
  [
    'secrets',
    () => {
      const open = fs
        .readdirSync(places.secrets)
        .filter((name) => (fs.statSync(path.join(places.secrets, name)).mode & 0o077) !== 0)
      return open.length === 0
        ? ok('read by root only')
        : wrong(`${open.join(', ')} can be read by others: sudo chmod 600 ${places.secrets}/*`)
    },
  ],
  [
    'database',
    async () => {
      const [{ version, skew }] = await ask(
        settings,
        "SELECT current_setting('server_version_num')::int / 10000 AS version, extract(epoch FROM clock_timestamp()) * 1000 AS skew",
      )
      const seconds = Math.abs(Date.now() - Number(skew)) / 1000
      if (version < 15) return wrong(`PostgreSQL ${version} is too old: take 15 to 18.`)
      return seconds > 5
        ? wrong(
            `its clock and ours are ${seconds.toFixed(0)} s apart: second steps of sign-in break. Switch on NTP on both machines.`,
          )
        : ok(`PostgreSQL ${version}, clock right`)
    },
  ],
  [
    'tables',
    async () => {
      const { version } = readRelease()
      const made = await databaseRelease(settings)
      if (made !== null && made !== version)
        return look(
          `made by ${made}, while this is ${version}: after a rollback that is so until the next upgrade.`,
        )
      return (await status(roleUrl(settings, 'migrate'))).ok
        ? ok(`what ${version} makes`)
        : wrong('not what this version makes: sudo accompany migrate, then sudo accompany status.')
    },
  ],
  [
    'log of the database',
    async () => {
      const rows = await ask(
        settings,
        `SELECT name, setting FROM pg_settings WHERE name IN (${quietSettings.map(([name]) => `'${name}'`).join(',')})`,
      )
      const loud = quietSettings
        .filter(([name, value]) => rows.some((row) => row.name === name && row.setting !== value))
        .map(([name]) => name)
      return loud.length === 0
        ? ok('holds no statement and no value')
        : wrong(`${loud.join(', ')}: names may get into the log. Run sudo accompany init again.`)
    },
  ],
  [
    'connections',
    async () => {
      const [{ most }] = await ask(settings, "SELECT current_setting('max_connections')::int AS most")
      return most >= 60
        ? ok(`${most} at most`)
        : wrong(`max_connections is ${most}: set 100 in postgresql.conf and restart PostgreSQL.`)
    },
  ],
  [
    'pages',
    async () => {
      const { isReady, says } = await askReady(portOf(currentSlot()))
      return isReady
        ? ok('ready')
        : wrong(`not ready (${says}): sudo systemctl status ${pagesUnit(currentSlot())}`)
    },
  ],
  [
    'address',
    async () => {
      const host = new URL(settings.ADDRESS).hostname
      const found = await dns.lookup(host).catch(() => null)
      if (found === null)
        return wrong(`${host} is not known: give it an A record with the address of this machine.`)
      const { until, because } = await readCertificate(host)
      if (
        until === null &&
        Date.now() - (fs.statSync(proxyFile, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 600_000
      )
        return look(
          `https does not answer yet at ${host}: the first certificate can take some minutes. Then sudo accompany doctor again.`,
        )
      if (until === null)
        return wrong(
          `https does not answer at ${host} (${because}): sudo systemctl status caddy; ports 80 and 443 must be open.`,
        )
      const days = Math.floor((until.getTime() - Date.now()) / day)
      // An own authority of the proxy renews its certificates within hours.
      return days < 0
        ? wrong(`the certificate of ${host} has ended: sudo systemctl status caddy`)
        : ok(`${host}, certificate for ${days} more days`)
    },
  ],
  [
    'mail',
    () =>
      settings.SMTP_URL && settings.MAIL_FROM && settings.ALERT_TO
        ? ok(`alarms go to ALERT_TO; try it: sudo accompany alert test`)
        : look(
            `alarms reach no one: set SMTP_URL, MAIL_FROM and ALERT_TO in ${places.settings}, then sudo accompany init.`,
          ),
  ],
  [
    'backup',
    () => {
      const last = fs.existsSync(settings.BACKUP_TO) ? findLast(settings.BACKUP_TO) : null
      if (last === null) return look('none yet: sudo accompany backup; the timer makes one each night.')
      const hours = (Date.now() - Date.parse(last.madeAt)) / 3_600_000
      return hours > 26
        ? wrong(`the last one is ${hours.toFixed(0)} hours old: sudo systemctl status ${places.stem}-backup`)
        : ok(`${last.rows} rows, ${hours.toFixed(0)} hours ago`)
    },
  ],
  [
    'place of backups',
    () => {
      const isElsewhere =
        readDatabase(settings.DATABASE).isLocal === false ||
        fs.statSync(nearest(settings.BACKUP_TO)).dev !== fs.statSync('/var/lib').dev
      return isElsewhere
        ? ok(settings.BACKUP_TO)
        : look(
            `${settings.BACKUP_TO} is on the disk of the database: one broken disk takes both. Mount another one there, and copy it off this machine.`,
          )
    },
  ],
  [
    'keys of backups',
    () => {
      const keepers = keepersOf(settings.KEYS_TO)
      if (keepers.length < 2)
        return look(
          'who deletes keys/ closes every archive: let two other machines keep the keys (KEYS_TO, docs/runbook.md).',
        )
      if (!fs.existsSync(path.join(settings.BACKUP_TO, 'keys')))
        return look('none yet: sudo accompany backup')
      const found = keepers.map((place) => tryToDelete(settings.BACKUP_TO, place)).find((one) => one !== null)
      return found ? wrong(found) : ok(`kept by ${keepers.join(' and ')}, which refuse to delete`)
    },
  ],
  [
    'verification',
    () => {
      const last = readOutcome('verify.json')
      if (last === null) return look('none yet: sudo accompany verify; the timer does it each night.')
      if (!last.ok)
        return wrong(
          'the last one found changes: sudo accompany verify, and read docs/runbook.md before anything else.',
        )
      return Date.now() - Date.parse(last.at) > 2 * day
        ? wrong(`the last one is of ${last.at}: sudo systemctl status ${places.stem}-verify`)
        : ok(`all as it was left, ${last.at.slice(0, 10)}`)
    },
  ],
  [
    'drill',
    () => {
      const last = readOutcome('drill.json')
      if (last === null || !last.ok)
        return look('no one has tried to restore yet: sudo accompany drill --identity FILE')
      return Date.now() - Date.parse(last.at) > 100 * day
        ? look(`the last one is of ${last.at.slice(0, 10)}: sudo accompany drill --identity FILE`)
        : ok(last.at.slice(0, 10))
    },
  ],
]

const signs = { ok: '✓', look: '!', wrong: '✗' }

/** @param {{ json: boolean }} options @returns {Promise<number>} exit code: 0 all well, 1 something to look at, 2 something is wrong */
export async function doctor({ json }) {
  /** @type {Finding[]} */
  const findings = []
  for (const [name, check] of listChecks(findSettings())) {
    const found = await Promise.resolve()
      .then(check)
      .catch((error) => wrong(error instanceof Error ? error.message : 'could not be looked at'))
    findings.push({ name, ...found })
  }
  if (json) console.log(JSON.stringify(findings, null, 2))
  else for (const { level, name, says } of findings) console.log(`  ${signs[level]} ${name}: ${says}`)
  if (findings.some(({ level }) => level === 'wrong')) return 2
  return findings.some(({ level }) => level === 'look') ? 1 : 0
}
