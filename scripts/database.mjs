import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { writePrivate } from './cluster.mjs'
import { refuseWrongLocale } from './locale.mjs'
import { withClient } from './pg-client.mjs'
import { deploy, listMigrations } from './prisma-engine.mjs'

/** @typedef {{ app: string, auth: string, job: string, stats: string, share: string, backup: string, migrate: string, superuser: string }} Urls */

/** @type {readonly ['migrate', 'app', 'auth', 'job', 'stats', 'share', 'backup']} */
const loginRoles = ['migrate', 'app', 'auth', 'job', 'stats', 'share', 'backup']
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
 * @param {{ cluster: import('./cluster.mjs').Cluster, name: string }} what
 * @returns {Promise<Urls>}
 */
export async function createDatabase({ cluster, name }) {
  const passwords = rolePasswords(cluster)
  await withClient(cluster.superuser(), async (admin) => {
    await admin.query("SELECT pg_advisory_lock(hashtext('accompany.roles'))")
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await admin.query(`CREATE DATABASE ${quoted(name)}`)
    await withClient(cluster.superuser(name), async (client) => {
      await client.query(fs.readFileSync(rolesFile, 'utf8'))
      for (const role of loginRoles) {
        const password = pg.escapeLiteral(passwords[role] ?? '')
        await client.query(`ALTER ROLE ${quoted(`accompany_${role}`)} PASSWORD ${password}`)
      }
    })
  })
  return databaseUrls(cluster, name)
}

/**
 * Brings the marks of rows up to the tables of today, and numbers what happens from here on behind what was sealed on another
 * server (docs/adr/0041, 0049). An archive may be older than both.
 * @param {import('pg').Client} client
 */
async function keepWatch(client) {
  const { rows } = await client.query("SELECT to_regproc('app.seal_trail') IS NOT NULL AS there")
  if (!rows[0].there) return
  await client.query('CALL app.go_on_counting()')
  await client.query('CALL app.watch_rows()')
}

/**
 * Applies missing migrations and lets the serving process read which ones are applied.
 * @param {string} url of accompany_migrate
 * @param {import('./prisma-engine.mjs').Project} [project]
 * @returns {Promise<string[]>} names applied
 */
export async function migrateDatabase(url, project) {
  await refuseWrongLocale(url)
  return withClient(url, async (client) => {
    // Ours, above Prisma's: a migration in progress looks to a second deploy like one that failed.
    await client.query("SELECT pg_advisory_lock(hashtext('accompany.migrations'))")
    const applied = await deploy(url, project)
    await keepWatch(client)
    await client.query('GRANT SELECT ON public._prisma_migrations TO accompany_app, accompany_backup')
    return applied
  })
}

/**
 * Database, roles, passwords, migrations: everything an embedded run needs.
 * @param {{ cluster: import('./cluster.mjs').Cluster, name?: string, project?: import('./prisma-engine.mjs').Project }} what
 * @returns {Promise<{ urls: Urls, applied: string[] }>}
 */
export async function prepareDatabase({ cluster, name = 'accompany', project }) {
  const urls = await createDatabase({ cluster, name })
  return { urls, applied: await migrateDatabase(urls.migrate, project) }
}

/**
 * Migrations that the code has and the database lacks; readable by the application's own role.
 * @param {string} url
 * @returns {Promise<string[]>}
 */
export async function findMissingMigrations(url) {
  const applied = await withClient(url, async (client) => {
    const { rows } = await client.query(
      "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there",
    )
    if (!rows[0].there) return []
    const sql =
      'SELECT migration_name AS name FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL'
    return (await client.query(sql)).rows.map((row) => String(row.name))
  })
  return listMigrations()
    .map(({ name }) => name)
    .filter((name) => !applied.includes(name))
}
