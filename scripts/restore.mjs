// npm run restore -- <archive> --identity <file> [--head <file or line>] [--without-keys]: into an empty database, in one transaction, and then reads
// whether everything is as it was left.
import fs from 'node:fs'
import path from 'node:path'
import { hashFile, readArchive } from './archive.mjs'
import { readAuditLog } from './audit-log/read-audit-log.mjs'
import { countRows, inPublic, listTables } from './backup-tables.mjs'
import { root } from './child.mjs'
import { openCluster } from './cluster.mjs'
import { createDatabase, databaseUrls, migrateDatabase, migrateToArchive } from './database.mjs'
import { status } from './database-status.mjs'
import { compareMigration, inTransaction, listMigrations, ourProject } from './migrations.mjs'
import { withClient } from './pg-client.mjs'
import { Refusal, runProgram } from './refusal.mjs'
import { forget } from './restore-erasures.mjs'
import { collectColumn, findLacking, openKey, refuseWithoutKeys } from './restore-keys.mjs'
import { copyRows, eraseFiles, withoutGuards } from './restore-rows.mjs'
import { loadSettingsFile } from './settings.mjs'

/** @typedef {import('./restore-rows.mjs').Erasure} Erasure */
/** @typedef {{ rows: number, tables: number, erased: number, keys: string[], organisation: string | null }} Restored */

/** @param {string} file @returns {any} */
const readJson = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null)

/**
 * Reads the whole archive before the database is touched.
 * @param {string} file @param {string} key
 * @returns {Promise<{ header: import('./archive.mjs').Header, tables: import('./archive.mjs').TableEnd[], keys: string[] }>}
 */
async function inspect(file, key) {
  const summary = readJson(file.replace(/\.backup$/, '.json'))
  if (summary && summary.sha256 !== (await hashFile(file)))
    throw new Refusal(
      `${path.basename(file)} is not what was written: it was cut short or changed. Take another archive.`,
    )
  /** @type {import('./archive.mjs').Header | null} */
  let header = null
  /** @type {import('./archive.mjs').TableEnd[]} */
  const tables = []
  const keys = collectColumn('wrapped_key', 'kid')
  for await (const frame of readArchive(file, key)) {
    keys.read(frame)
    if (frame.kind === 'header') header = frame.value
    if (frame.kind === 'end') tables.push(frame.value)
  }
  if (header?.format !== 1)
    throw new Refusal('This archive was made by another version of Accompany: restore it with that one.')
  return { header, tables, keys: keys.values() }
}

/** @param {string} url */
async function refuseUnlessEmpty(url) {
  await withClient(url, async (client) => {
    for (const table of await listTables(client)) {
      const { rows } = await client.query('SELECT row_security_active($1::regclass) AS hidden', [
        inPublic(table),
      ])
      // The owner sees no row of a guarded table, so its size must speak.
      const { rows: size } = await client.query('SELECT pg_relation_size($1::regclass) AS bytes', [
        inPublic(table),
      ])
      const used = rows[0].hidden ? Number(size[0].bytes) > 0 : (await countRows(client, table)) > 0
      if (used)
        throw new Refusal(
          `The target is not empty (${table}): restore only into an empty database, nothing was changed.`,
        )
    }
  })
}

/**
 * Brings the empty database to the tables of the archive's day; younger migrations follow after the rows.
 * @param {string} url @param {import('./archive.mjs').Header} header @param {import('./migrations.mjs').Project} project
 * @returns {Promise<boolean>} whether functions and triggers are there too
 */
async function migrateTo(url, header, project) {
  return migrateToArchive(
    url,
    header.migrations.map(({ name }) => name),
    project,
  )
}

/**
 * Everything that can be refused before a database is touched: the archive, the identity, the key file, the version.
 * @param {{ file: string, identityFile: string, keyFile?: string | undefined, neededKeys?: string | undefined, project?: import('./migrations.mjs').Project }} what as for restoreDatabase
 */
export async function lookAtArchive({ file, identityFile, keyFile, neededKeys, project = ourProject }) {
  if (!fs.existsSync(file)) throw new Refusal(`There is no archive ${file}.`)
  const key = await openKey(file, identityFile, keyFile)
  const { header, tables, keys } = await inspect(file, key)
  if (neededKeys !== undefined) refuseWithoutKeys(keys, neededKeys)
  const known = [...listMigrations(project.history), ...listMigrations(project.migrations)]
  const unknown = header.migrations.find((migration) => compareMigration(known, migration) !== 'ours')
  if (unknown)
    throw new Refusal(
      `The archive was made with migration ${unknown.name}, which this version of Accompany does not have: install the version that made it, or a later one.`,
    )
  return { key, header, tables }
}

/**
 * Fills an empty, prepared database (roles.sql was run in it) from an archive.
 * @param {{ url: string, file: string, identityFile: string, keyFile?: string | undefined, neededKeys?: string | undefined, project?: import('./migrations.mjs').Project }} what url of
 *   accompany_migrate; keyFile: the archive's own key, where it is not beside it; neededKeys: the key file that must open what is
 *   sealed in the archive, unless that is to stay closed
 * @returns {Promise<Restored>}
 */
export async function restoreDatabase({
  url,
  file,
  identityFile,
  keyFile,
  neededKeys,
  project = ourProject,
}) {
  const { key, header, tables } = await lookAtArchive({ file, identityFile, keyFile, neededKeys, project })
  await refuseUnlessEmpty(url)
  const isGuarded = await migrateTo(url, header, project)
  const later = /** @type {Erasure[]} */ (readJson(path.join(path.dirname(file), 'erasures.json')) ?? [])
  /** @type {Restored} */
  const restored = { rows: 0, tables: tables.length, erased: 0, keys: [], organisation: null }
  /** @type {string[]} */
  let files = []
  const forgetLater = async (/** @type {import('pg').Client} */ client) => {
    const replayed = await forget(client, later)
    restored.erased = replayed.erased
    files = replayed.files
  }
  await withClient(url, async (client) => {
    await client.query('BEGIN')
    const there = await listTables(client)
    await withoutGuards(client, there, async () => {
      await client.query(`TRUNCATE ${there.map(inPublic).join(', ')}`)
      await copyRows(client, file, key)
      for (const { name, rows } of tables) {
        const found = await countRows(client, name)
        if (found !== rows)
          throw new Refusal(
            `Table ${name} should hold ${rows} rows and holds ${found}: nothing was restored.`,
          )
        restored.rows += found
      }
      for (const [name, value] of Object.entries(header.sequences))
        await client.query('SELECT setval($1::regclass, $2::bigint)', [inPublic(name), value])
      if (isGuarded) await forgetLater(client)
      const { rows: kids } = await client.query('SELECT DISTINCT kid FROM public.wrapped_key ORDER BY 1')
      restored.keys = kids.map((row) => String(row.kid))
      const { rows: kinds } = await client.query('SELECT kind::text AS kind FROM public.organisation LIMIT 1')
      restored.organisation = kinds[0]?.kind ?? null
    })
    await client.query('COMMIT')
  })
  await migrateDatabase(url, { project })
  await withClient(url, async (client) => {
    if (!isGuarded)
      await inTransaction(client, async () =>
        withoutGuards(client, await listTables(client), () => forgetLater(client)),
      )
    await eraseFiles(client, files)
  })
  const seen = await status(url, project)
  if (!seen.ok)
    throw new Refusal(
      'The rows are back, but the database is not what this version makes: see "npm run db -- status".',
    )
  return restored
}

/** @param {Restored} restored @param {string} keyFile */
function tell(restored, keyFile) {
  console.log(
    `${restored.rows} rows of ${restored.tables} tables restored and counted; everybody must sign in again; ${restored.erased} erasures replayed`,
  )
  const lacking = findLacking(restored.keys, keyFile)
  if (lacking.length > 0)
    console.log(
      `Put the key file back before the next start (${keyFile}): without ${lacking.join(', ')} encrypted text stays closed.`,
    )
}

/**
 * Counted rows may have been changed behind the organisation's back before they were archived: the checkpoints say so.
 * @param {string} url of accompany_backup @param {string} keyFile @param {string | undefined} head
 */
export async function tellAuditLog(url, keyFile, head) {
  const code = await readAuditLog({ url, keyFile }, head === undefined ? [] : ['--head', head])
  if (code !== 0)
    console.log(
      'The rows are back, and what is said above does not fit. Nothing was undone: keep the archive and read the runbook before you start Accompany.',
    )
  return code
}

/** @param {string[]} args @returns {Promise<number>} exit code */
export async function main(args) {
  loadSettingsFile()
  const option = (/** @type {string} */ name) =>
    args.includes(name) ? args[args.indexOf(name) + 1] : undefined
  const file = args[0]
  const identityFile = option('--identity')
  if (!file || !identityFile)
    throw new Refusal(
      'Say what to restore and with what: npm run restore -- /mnt/backup/accompany-….backup --identity /stick/accompany.identity',
    )
  const data = path.resolve(root, process.env.DATA_DIR || '.data')
  const keyFile = process.env.KEY_FILE || path.join(data, 'keys', 'key-encryption-keys')
  const neededKeys = args.includes('--without-keys') ? undefined : keyFile
  const what = { file: path.resolve(file), identityFile, keyFile: option('--key'), neededKeys }
  const head = option('--head')
  const given = process.env.MIGRATE_DATABASE_URL
  if (given) {
    const backup = process.env.BACKUP_DATABASE_URL
    if (!backup)
      throw new Refusal(
        'Set BACKUP_DATABASE_URL (role accompany_backup) as well: what is restored is checked against its checkpoints.',
      )
    tell(await restoreDatabase({ ...what, url: given }), keyFile)
    return tellAuditLog(backup, keyFile, head)
  }
  if (process.env.DATABASE_URL)
    throw new Refusal(
      'DATABASE_URL names a server of your own: set MIGRATE_DATABASE_URL (role accompany_migrate) as well.',
    )
  const cluster = await openCluster({ data })
  try {
    const { migrate } = await createDatabase({ cluster, name: 'accompany' })
    const restored = await restoreDatabase({ ...what, url: migrate })
    fs.writeFileSync(path.join(data, 'mode'), restored.organisation === 'demo' ? 'demo' : 'real', {
      mode: 0o600,
    })
    tell(restored, keyFile)
    return await tellAuditLog(databaseUrls(cluster, 'accompany').backup, keyFile, head)
  } finally {
    await cluster.release()
  }
}

if (process.argv[1] === import.meta.filename) await runProgram(() => main(process.argv.slice(2)))
