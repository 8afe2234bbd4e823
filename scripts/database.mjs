import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { leaveHistory, readStage, refuseUnknown } from './adoption.mjs'
import { writePrivate } from './cluster.mjs'
import { createStatement, refuseWrongLocale } from './locale.mjs'
import { applyMigrations, listMigrations, ourProject } from './migrations.mjs'
import { withClient } from './pg-client.mjs'
import { applySqlFiles } from './sql-files.mjs'
import { compareParts, readParts } from './sql-parts.mjs'

/** @typedef {{ app: string, auth: string, job: string, stats: string, share: string, backup: string, migrate: string, superuser: string }} Urls */

/** @type {readonly ['migrate', 'app', 'auth', 'job', 'stats', 'share', 'backup']} */
export const loginRoles = ['migrate', 'app', 'auth', 'job', 'stats', 'share', 'backup']
const rolesFile = fileURLToPath(new URL('../prisma/roles.sql', import.meta.url))

/**
 * The passwords of the login roles, made once per cluster and kept beside its data.
 * @param {import('./cluster.mjs').Cluster} cluster
 * @returns {Record<string, string>}
 */
function rolePasswords(cluster) {
  const file = path.join(cluster.data, `${cluster.name}.roles.json`)
  const known = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
  const all = Object.fromEntries(
    loginRoles.map((role) => [role, known[role] ?? randomBytes(24).toString('base64url')]),
  )
  if (loginRoles.some((role) => known[role] === undefined)) writePrivate(file, JSON.stringify(all))
  return all
}

/**
 * @param {import('./cluster.mjs').Cluster} cluster
 * @param {string} name of the database
 * @returns {Urls}
 */
export function databaseUrls(cluster, name) {
  const passwords = rolePasswords(cluster)
  const url = (/** @type {string} */ role) =>
    `postgresql://accompany_${role}:${passwords[role]}@127.0.0.1:${cluster.port}/${name}`
  return {
    app: url('app'),
    auth: url('auth'),
    job: url('job'),
    stats: url('stats'),
    share: url('share'),
    backup: url('backup'),
    migrate: url('migrate'),
    superuser: cluster.superuser(name),
  }
}

/** @param {string} name */
const quoted = (name) => pg.escapeIdentifier(name)

/**
 * Makes the database, its roles and their frame. Roles belong to the whole server, hence the lock.
 * @param {{ superuser: (database?: string) => string, name: string, passwords: Record<string, string> }} what passwords by role
 */
export async function createRolesAndDatabase({ superuser, name, passwords }) {
  await withClient(superuser(), async (admin) => {
    await admin.query("SELECT pg_advisory_lock(hashtext('accompany.roles'))")
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) {
      const { rows } = await admin.query("SELECT current_setting('server_version_num')::int / 10000 AS major")
      await admin.query(createStatement(name, rows[0].major))
    }
    await withClient(superuser(name), async (client) => {
      await client.query(fs.readFileSync(rolesFile, 'utf8'))
      for (const role of loginRoles) {
        const password = pg.escapeLiteral(passwords[role] ?? '')
        await client.query(`ALTER ROLE ${quoted(`accompany_${role}`)} PASSWORD ${password}`)
      }
    })
  })
}

/**
 * @param {{ cluster: import('./cluster.mjs').Cluster, name: string }} what
 * @returns {Promise<Urls>}
 */
export async function createDatabase({ cluster, name }) {
  await createRolesAndDatabase({ superuser: cluster.superuser, name, passwords: rolePasswords(cluster) })
  return databaseUrls(cluster, name)
}

/**
 * Brings the marks of rows up to the tables of today, and numbers what happens from here on behind what was covered on another
 * server (docs/adr/0041, 0049). An archive may be older than both.
 * @param {import('pg').Client} client
 */
async function keepWatch(client) {
  const { rows } = await client.query("SELECT to_regproc('app.go_on_counting') IS NOT NULL AS there")
  if (!rows[0].there) return
  await client.query('CALL app.go_on_counting()')
  await client.query('CALL app.watch_rows()')
}

/** @typedef {import('./migrations.mjs').Project} Project */
/** @typedef {{ migrations: string[], parts: string[] }} Applied migrations by name, parts of prisma/sql as "table note" */

/**
 * Runs under the lock of migrations, in a database in which the letters of every language are letters.
 * @template T
 * @param {string} url of accompany_migrate @param {(client: import('pg').Client) => Promise<T>} run
 * @returns {Promise<T>}
 */
async function underLock(url, run) {
  await refuseWrongLocale(url)
  return withClient(url, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('accompany.migrations'))")
    const result = await run(client)
    await keepWatch(client)
    await client.query('GRANT SELECT ON public._prisma_migrations TO accompany_app, accompany_backup')
    return result
  })
}

/**
 * Brings a database of any earlier version, or an empty one, to this version: migrations, then what changed in prisma/sql.
 * @param {string} url of accompany_migrate
 * @param {{ project?: Project, again?: boolean, onlyTables?: boolean }} [options] again: every part of prisma/sql, whatever was applied;
 *   onlyTables: no more of prisma/sql than tables need before they are made, which may name a table that no migration makes yet
 * @returns {Promise<Applied>}
 */
export function migrateDatabase(url, { project = ourProject, again = false, onlyTables = false } = {}) {
  return underLock(url, async (client) => {
    const { recorded, stage } = await readStage(client, project)
    await refuseUnknown(client, recorded, project)
    const before = stage === 'history' ? await leaveHistory(client, project, keepWatch) : []
    const early = await applySqlFiles(client, { folder: project.sql, onlyEarly: true })
    const migrations = await applyMigrations(client, listMigrations(project.migrations))
    const late = onlyTables ? [] : await applySqlFiles(client, { folder: project.sql, again })
    return { migrations: [...before, ...migrations], parts: [...early, ...late] }
  })
}

/**
 * Brings an empty database to the tables of an archive, before its rows come; migrateDatabase follows after them.
 * @param {string} url of accompany_migrate @param {readonly string[]} names of the archive's migrations, all known
 * @param {Project} [project]
 * @returns {Promise<boolean>} whether functions and triggers are there too: those of today fit tables of today only
 */
export function migrateToArchive(url, names, project = ourProject) {
  return underLock(url, async (client) => {
    const chosen = (/** @type {string} */ folder) =>
      listMigrations(folder).filter(({ name }) => names.includes(name))
    const current = chosen(project.migrations)
    if (current.length === 0) {
      await applyMigrations(client, chosen(project.history))
      return true
    }
    await applySqlFiles(client, { folder: project.sql, onlyEarly: true })
    await applyMigrations(client, current)
    const isOfToday = current.length === listMigrations(project.migrations).length
    if (isOfToday) await applySqlFiles(client, { folder: project.sql })
    return isOfToday
  })
}

/**
 * Database, roles, passwords, migrations: everything an embedded run needs.
 * @param {{ cluster: import('./cluster.mjs').Cluster, name?: string, project?: Project, again?: boolean, onlyTables?: boolean }} what
 * @returns {Promise<{ urls: Urls, applied: Applied }>}
 */
export async function prepareDatabase({ cluster, name = 'accompany', ...options }) {
  const urls = await createDatabase({ cluster, name })
  return { urls, applied: await migrateDatabase(urls.migrate, options) }
}

/**
 * What the code has and the database lacks; readable by the application's own role.
 * @param {string} url
 * @returns {Promise<string[]>} migrations by name, parts of prisma/sql as "table note"
 */
export function findMissing(url) {
  return withClient(url, async (client) => {
    const { recorded } = await readStage(client, ourProject)
    const applied = new Set(recorded.filter(({ state }) => state === 'applied').map(({ name }) => name))
    const missing = listMigrations().filter(({ name }) => !applied.has(name))
    const { changed, gone } = await compareParts(client, readParts())
    return [
      ...missing.map(({ name }) => name),
      ...[...changed, ...gone].map(({ kind, name }) => `${kind} ${name}`),
    ]
  })
}
