// npm run db: what an operator does to the database; `usage` below lists it.
import fs from 'node:fs'
import path from 'node:path'
import { writeArchitectureDrawing } from './architecture-drawing.mjs'
import { readAuditLog } from './audit-log/read-audit-log.mjs'
import { catalogueFile, catalogueText } from './catalogue.mjs'
import { root, runNode, typescript } from './child.mjs'
import { openCluster } from './cluster.mjs'
import { createDatabase, databaseUrls, migrateDatabase, prepareDatabase } from './database.mjs'
import { inWords, sayStatus, status } from './database-status.mjs'
import { refuseWrongLocale } from './locale.mjs'
import { withClient } from './pg-client.mjs'
import { loadReference, prepareEmbedded, prepareForeign } from './prepare.mjs'
import { Refusal, runProgram } from './refusal.mjs'
import { writeSchemaDrawing } from './schema-drawing.mjs'
import { addKey } from './secrets.mjs'
import { loadSettingsFile, readSettings } from './settings.mjs'

const usage =
  'npm run db -- migrate [--again] | status | new <name> | start | stop | psql-url | new-key <file> | rewrap-keys | mark-numbers | end-sessions | first-admin <email> [--organisation <name>] | vouch [<id>] | seals | verify [--all <file>] [--heads <file or line>] | draw | catalogue'
loadSettingsFile()
const data = path.resolve(root, process.env.DATA_DIR || '.data')

/**
 * The server to work on: the foreign one when its URLs are given, else the embedded one.
 * @template T
 * @param {(urls: { migrate: string, cluster?: import('./cluster.mjs').Cluster }) => Promise<T>} run
 */
async function withServer(run) {
  const migrate = process.env.MIGRATE_DATABASE_URL
  if (migrate) return run({ migrate })
  if (process.env.DATABASE_URL)
    throw new Refusal(
      'DATABASE_URL names a server of your own: set MIGRATE_DATABASE_URL (role accompany_migrate) as well to change its tables.',
    )
  const cluster = await openCluster({ data })
  try {
    return await run({ migrate: databaseUrls(cluster, 'accompany').migrate, cluster })
  } finally {
    await cluster.release()
  }
}

/** @param {string | undefined} word */
async function migrate(word) {
  const again = word === '--again'
  return withServer(async ({ migrate: url, cluster }) => {
    const { migrations, parts } = cluster
      ? (await prepareDatabase({ cluster, again })).applied
      : await migrateDatabase(url, { again })
    if (migrations.length > 0) console.log(`migrations applied:\n  ${migrations.join('\n  ')}`)
    if (parts.length > 0) console.log(`applied from prisma/sql: ${inWords(parts)}`)
    if (migrations.length + parts.length === 0)
      console.log('nothing to apply: the database has every migration and every part of prisma/sql')
    await loadReference(url)
    return 0
  })
}

async function showStatus() {
  const seen = await withServer(async ({ migrate: url, cluster }) => {
    if (cluster) await createDatabase({ cluster, name: 'accompany' })
    await refuseWrongLocale(url)
    return status(url)
  })
  for (const line of sayStatus(seen)) console.log(line)
  return seen.ok ? 0 : 1
}

/**
 * A database of its own, made from the files of this checkout, for as long as the work takes.
 * @template T
 * @param {(urls: import('./database.mjs').Urls) => Promise<T>} run @param {{ onlyTables?: boolean }} [options]
 */
async function withScratch(run, options = {}) {
  const cluster = await openCluster({ data })
  const scratch = `scratch_${process.pid}`
  try {
    return await run((await prepareDatabase({ cluster, name: scratch, ...options })).urls)
  } finally {
    await withClient(cluster.superuser(), (admin) =>
      admin.query(`DROP DATABASE IF EXISTS ${scratch} WITH (FORCE)`),
    )
    await cluster.release()
  }
}

/** @param {string | undefined} name */
async function newMigration(name) {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name))
    throw new Refusal(
      'Give the migration a name of small letters, digits and underscores: npm run db -- new add_visit_topic',
    )
  // Loaded here: the engine is for developers, and no other command needs it.
  const { writeMigration } = await import('./prisma-engine.mjs')
  // The checks and policies of a new table may be there before the table is.
  const file = await withScratch(({ migrate }) => writeMigration(migrate, name), { onlyTables: true })
  console.log(
    file ? `wrote ${path.relative(process.cwd(), file)}` : 'no change: prisma/schema equals the migrations',
  )
  return 0
}

async function writeCatalogue() {
  fs.writeFileSync(catalogueFile, await withScratch(({ migrate }) => withClient(migrate, catalogueText)))
  console.log(`wrote ${path.relative(process.cwd(), catalogueFile)}`)
  return 0
}

async function start() {
  const cluster = await openCluster({ data, hold: 'kept' })
  console.log(
    `the embedded PostgreSQL ${cluster.started ? 'runs now' : 'ran already'} on port ${cluster.port}; "npm run db -- stop" ends it`,
  )
  return 0
}

async function stop() {
  const cluster = await openCluster({ data, hold: 'kept' })
  console.log((await cluster.release()) ? 'stopped' : 'still used by a running Accompany: it stops with it')
  return 0
}

async function showUrl() {
  const cluster = await openCluster({ data, hold: 'kept' })
  console.log(cluster.superuser('accompany'))
  return 0
}

/** @param {string | undefined} file */
async function newKey(file) {
  if (!file) throw new Refusal('Say where the new key goes: npm run db -- new-key /safe/place/accompany.keys')
  addKey(path.resolve(file))
  console.log(`a new key stands in ${file}: keep a copy away from the database and its backups`)
  return 0
}

/**
 * Runs a script of the operator on the prepared database, with the rights of a migration.
 * @param {string} file
 * @param {string[]} words
 */
async function runOperatorScript(file, words) {
  const settings = readSettings()
  const prepared = settings.foreign
    ? await prepareForeign(settings, settings.foreign)
    : await prepareEmbedded(settings)
  try {
    const migrate = prepared.migrate ?? process.env.MIGRATE_DATABASE_URL
    const env = { ...prepared.env, MIGRATE_DATABASE_URL: migrate }
    const { code } = await runNode(typescript(file, ...words), { env, show: true })
    return code
  } finally {
    await prepared.release()
  }
}

/**
 * Reads the audit log with eyes that see every row and hands that can change none (docs/adr/0041).
 * @param {string[]} words
 */
async function runOnAuditLog(words) {
  const { keyFile, foreign } = readSettings()
  const given = process.env.BACKUP_DATABASE_URL
  if (foreign && !given)
    throw new Refusal(
      'DATABASE_URL names a server of your own: set BACKUP_DATABASE_URL (role accompany_backup) as well.',
    )
  const cluster = given ? null : await openCluster({ data })
  try {
    const url = given ?? (cluster ? databaseUrls(cluster, 'accompany').backup : '')
    return await readAuditLog({ url, keyFile }, words)
  } finally {
    await cluster?.release()
  }
}

/**
 * Who waits for a voucher, and with an id the word that is missing where no coordinator is left (docs/adr/0036). It leaves
 * its mark: no one is named as the voucher.
 * @param {string | undefined} id
 */
async function vouch(id) {
  return withServer(async ({ migrate: url }) =>
    withClient(url, async (client) => {
      await client.query('SET ROLE accompany_guard')
      if (id === undefined) {
        const { rows } = await client.query(
          "SELECT id, name, role::text FROM public.staff WHERE active AND vouched_at IS NULL AND role <> 'admin' ORDER BY created_at",
        )
        console.log(rows.map((one) => `${one.id}  ${one.role}  ${one.name}`).join('\n') || 'no account waits')
        return 0
      }
      const { rows } = await client.query(
        `UPDATE public.staff SET vouched_at = app.now(), vouched_by = NULL
          WHERE id::text = $1 AND active AND vouched_at IS NULL AND role <> 'admin' RETURNING name`,
        [id],
      )
      if (rows.length === 0)
        throw new Refusal(
          'No account with this id waits for a voucher: npm run db -- vouch lists those that do.',
        )
      console.log(`the account of ${rows[0].name} is open now`)
      return 0
    }),
  )
}

/** Everyone must sign in again, as after a lost backup or a stolen machine. */
async function endSessions() {
  const settings = readSettings()
  // After a rollback too, when the tables are those of a later version: only sessions are touched.
  const prepared = settings.foreign
    ? { env: settings.foreign, release: async () => undefined }
    : await prepareEmbedded(settings)
  try {
    const { rowCount } = await withClient(prepared.env.AUTH_DATABASE_URL ?? '', (client) =>
      client.query('UPDATE public.session SET revoked_at = app.now() WHERE revoked_at IS NULL'),
    )
    console.log(`${rowCount} sessions ended: everybody must sign in again`)
    return 0
  } finally {
    await prepared.release()
  }
}

const [command, ...words] = process.argv.slice(2)
const [argument] = words
await runProgram(async () => {
  if (command === 'migrate') return migrate(argument)
  if (command === 'status') return showStatus()
  if (command === 'new') return newMigration(argument)
  if (command === 'start') return start()
  if (command === 'stop') return stop()
  if (command === 'psql-url') return showUrl()
  if (command === 'new-key') return newKey(argument)
  if (command === 'first-admin') return runOperatorScript('scripts/first-admin.ts', words)
  if (command === 'vouch') return vouch(argument)
  if (command === 'end-sessions') return endSessions()
  if (command === 'seals') return runOnAuditLog(['--seals'])
  if (command === 'verify') return runOnAuditLog(words)
  if (command === 'catalogue') return writeCatalogue()
  if (command === 'draw') {
    writeSchemaDrawing(root)
    return writeArchitectureDrawing(root)
  }
  if (command === 'mark-numbers') return runOperatorScript('scripts/mark-numbers.ts', [])
  if (command === 'rewrap-keys') return runOperatorScript('scripts/rewrap-keys.ts', [])
  throw new Refusal(`Say what to do: ${usage}`)
})
