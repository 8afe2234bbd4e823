// What only the superuser of PostgreSQL may do: the database, its roles, and that no refused statement writes a name into its log.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import pg from 'pg'
import { releaseFile } from '../child.mjs'
import { createRolesAndDatabase, migrateDatabase } from '../database.mjs'
import { withClient } from '../pg-client.mjs'
import { loadReference } from '../prepare.mjs'
import { Refusal } from '../refusal.mjs'
import { readDatabase, readSecret, rolePasswords, roleUrl, serveEnvironment } from './installation.mjs'

/** @typedef {import('./installation.mjs').Settings} Settings */

/** @param {Settings} settings @returns {(database?: string) => string} */
function superuserUrl(settings) {
  const { isLocal, port, name } = readDatabase(settings.DATABASE)
  const given = process.env.SUPERUSER_URL
  if (given) {
    return (database = 'postgres') => {
      const url = new URL(given)
      url.pathname = `/${database}`
      if (process.env.SUPERUSER_SECRET) url.password = readSecret(process.env.SUPERUSER_SECRET)
      return url.href
    }
  }
  if (!isLocal)
    throw new Refusal(
      `The roles of ${name} are made by the superuser of its server: give SUPERUSER_URL=postgresql://… to this one command, in the environment.`,
    )
  return (database = 'postgres') =>
    `postgresql:///${database}?host=/var/run/postgresql&port=${port}&user=postgres`
}

/**
 * PostgreSQL of this machine knows its superuser by the account that connects, as Debian sets it up.
 * @template T
 * @param {Settings} settings @param {(superuser: (database?: string) => string) => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function asSuperuser(settings, run) {
  const superuser = superuserUrl(settings)
  if (process.env.SUPERUSER_URL) return run(superuser)
  const account = spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' })
  if (account.status !== 0 || process.seteuid === undefined)
    throw new Refusal('PostgreSQL is not installed on this machine: sudo apt install postgresql, then again.')
  process.seteuid(Number(account.stdout))
  try {
    return await run(superuser)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' || code === 'ECONNREFUSED')
      throw new Refusal(
        'PostgreSQL does not run on this machine: sudo systemctl start postgresql, then again.',
      )
    throw error
  } finally {
    process.seteuid(0)
  }
}

/** By default a refused statement is logged whole, with the names of people in it. */
const QUIET = {
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_min_duration_statement: '-1',
}
export const quietSettings = Object.entries(QUIET)

/** @param {Settings} settings @param {string} [name] of another database than that of the settings */
export async function makeDatabase(settings, name = readDatabase(settings.DATABASE).name) {
  const passwords = rolePasswords()
  await asSuperuser(settings, async (superuser) => {
    await createRolesAndDatabase({ superuser, name, passwords })
    const set = quietSettings.map(
      ([setting, value]) =>
        `ALTER DATABASE ${pg.escapeIdentifier(name)} SET ${setting} TO ${pg.escapeLiteral(value)}`,
    )
    await withClient(superuser(), (client) => client.query(set.join(';')))
  })
}

/** @param {Settings} settings @param {string} name */
export const dropDatabase = (settings, name) =>
  asSuperuser(settings, (superuser) =>
    withClient(superuser(), (client) =>
      client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
    ),
  )

/** @returns {{ version: string, commit: string, publicKey: string | null }} */
export function readRelease(file = releaseFile) {
  if (!fs.existsSync(file))
    throw new Refusal('This is a checkout and no release: docs/how-to/make-a-release.md makes one.')
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}

/**
 * Brings the database to this version while an earlier one may still serve. The version is written down first: from then on the earlier
 * one knows why the database is not what it makes.
 * @param {Settings} settings
 */
export async function migrateInstallation(settings) {
  const { version } = readRelease()
  const { name } = readDatabase(settings.DATABASE)
  await makeDatabase(settings)
  const made = await databaseRelease(settings)
  // After a rollback the tables are of a later version, on which this one runs (docs/adr/0151).
  if (
    made !== null &&
    compareVersions(made, version) > 0 &&
    versionParts(made)[0] === versionParts(version)[0]
  )
    return { migrations: [], parts: [] }
  await asSuperuser(settings, (superuser) =>
    withClient(superuser(), (client) =>
      client.query(
        `ALTER DATABASE ${pg.escapeIdentifier(name)} SET accompany.release TO ${pg.escapeLiteral(version)}`,
      ),
    ),
  )
  const applied = await migrateDatabase(roleUrl(settings, 'migrate'))
  await loadReference(roleUrl(settings, 'migrate'), serveEnvironment(settings))
  return applied
}

/** @param {Settings} settings @returns {Promise<string | null>} the version that brought the database to where it is */
export const databaseRelease = (settings) =>
  withClient(roleUrl(settings, 'app'), async (client) => {
    const { rows } = await client.query(
      "SELECT nullif(current_setting('accompany.release', true), '') AS version",
    )
    return rows[0].version
  })

/** @param {string} version @returns {number[]} */
export function versionParts(version) {
  const found = /^(\d+)\.(\d+)\.(\d+)$/.exec(version)
  if (!found) throw new Refusal(`"${version}" is no version: it is three numbers, such as 1.4.0.`)
  return found.slice(1).map(Number)
}

/** @param {string} one @param {string} other @returns {number} below 0 when `one` is earlier */
export function compareVersions(one, other) {
  const second = versionParts(other)
  return (
    versionParts(one)
      .map((part, at) => part - (second[at] ?? 0))
      .find((difference) => difference !== 0) ?? 0
  )
}
