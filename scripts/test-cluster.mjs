import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openCluster } from './cluster.mjs'
import { databaseUrls, prepareDatabase } from './database.mjs'
import { withClient } from './pg-client.mjs'
import { withLock } from './process-lock.mjs'
import { Refusal } from './refusal.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = [
  'prisma/schema',
  'prisma/history',
  'prisma/migrations',
  'prisma/sql',
  'prisma/reference',
  'prisma/roles.sql',
  'prisma/seed/reference.ts',
  'prisma/seed/reference-rows.ts',
  'prisma/seed/name-equivalent-rows.ts',
]

/** @param {string} place @returns {string[]} files, sorted */
function listFiles(place) {
  const full = path.join(root, place)
  if (!fs.existsSync(full)) return []
  if (fs.statSync(full).isFile()) return [place]
  return fs
    .readdirSync(full)
    .sort()
    .flatMap((entry) => listFiles(path.join(place, entry)))
}

/** One name for one content: a test never runs on the tables of yesterday. */
function templateName() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(listFiles))
    hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file)))
  return `accompany_template_${hash.digest('hex').slice(0, 12)}`
}

/** @param {string} migrate */
function loadReference(migrate) {
  const script = path.join(root, 'prisma/seed/reference.ts')
  if (!fs.existsSync(script)) return
  const env = { ...process.env, MIGRATE_DATABASE_URL: migrate }
  const args = ['--conditions=react-server', '--import', 'tsx', script]
  const done = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })
  if (done.status !== 0)
    throw new Refusal(`The reference data could not be loaded: ${done.stderr || done.stdout}`)
}

/**
 * Builds the migrated database with reference data, once per content.
 * @param {import('./cluster.mjs').Cluster} cluster @param {string} template
 */
async function buildTemplate(cluster, template) {
  const draft = `${template}_draft`
  const exists = await withClient(cluster.superuser(), async (admin) => {
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template])
    if (!rowCount) await admin.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
    return Boolean(rowCount)
  })
  if (exists) return
  const { urls } = await prepareDatabase({ cluster, name: draft })
  loadReference(urls.migrate)
  await withClient(cluster.superuser(), async (admin) => {
    await admin.query(`ALTER DATABASE ${draft} RENAME TO ${template}`)
    const { rows } = await admin.query(
      "SELECT datname AS name FROM pg_database WHERE datname ~ '^accompany_template_' ORDER BY oid DESC OFFSET 4",
    )
    for (const { name } of rows) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  })
}

/**
 * The test server with a template that is ready to be cloned.
 * @param {{ data?: string }} [options]
 */
export async function openTestCluster({ data = path.join(root, '.data') } = {}) {
  const cluster = await openCluster({ data, test: true })
  const template = templateName()
  try {
    await withLock(path.join(data, `${cluster.name}.template.lock`), () => buildTemplate(cluster, template))
  } catch (error) {
    await cluster.release()
    throw error
  }
  return { cluster, template, urls: databaseUrls(cluster, template) }
}

/**
 * @param {string} superuser connection string of any database of the test server
 * @param {string} template
 * @param {string} name
 */
export async function cloneDatabase(superuser, template, name) {
  const maintenance = new URL(superuser)
  maintenance.pathname = '/postgres'
  await withClient(maintenance.href, async (admin) => {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
    // A clone takes tables, policies and schemas with it, but not the rights on the database itself.
    await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`)
    await admin.query(
      `GRANT CONNECT ON DATABASE ${name} TO accompany_migrate, accompany_app, accompany_auth, accompany_job, accompany_stats, accompany_share, accompany_backup`,
    )
    await admin.query(`GRANT CREATE ON DATABASE ${name} TO accompany_owner`)
  })
}

/**
 * Removes databases that begin with a prefix.
 * @param {string} superuser
 * @param {(name: string) => boolean} which
 */
export async function dropDatabases(superuser, which) {
  await withClient(superuser, async (admin) => {
    const { rows } = await admin.query('SELECT datname AS name FROM pg_database')
    for (const { name } of rows)
      if (which(name)) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  })
}
