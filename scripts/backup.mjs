// npm run backup -- <folder> | forget <folder> | new-identity <file>
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { to as copyTo } from 'pg-copy-streams'
import { encryptText, hashFile, readArchive, writeArchive } from './archive.mjs'
import {
  checkSight,
  copyTarget,
  countRows,
  inPublic,
  listColumns,
  migrationsTable,
  sortByReference,
} from './backup-tables.mjs'
import { root } from './child.mjs'
import { openCluster, writePrivate } from './cluster.mjs'
import { databaseUrls } from './database.mjs'
import { withClient } from './pg-client.mjs'
import { Refusal, runProgram } from './refusal.mjs'
import { loadSettingsFile } from './settings.mjs'
import { leaveSystemMark } from './system-mark.mjs'

/** @typedef {import('./archive.mjs').Frame} Frame */
/** @typedef {{ file: string, sha256: string, madeAt: string, rows: number, tables: Record<string, number> }} Summary */

const keepDays = 30

/** @param {import('pg').ClientBase} client @returns {Promise<import('./archive.mjs').Header>} */
async function readHeader(client, madeAt = new Date().toISOString()) {
  const { rows: versions } = await client.query('SHOW server_version')
  const { rows: migrations } = await client.query(
    `SELECT migration_name AS name, checksum FROM ${inPublic(migrationsTable)} WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  const { rows: sequences } = await client.query(
    "SELECT sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL",
  )
  return {
    format: 1,
    madeAt,
    server: String(versions[0].server_version),
    migrations: migrations.map(({ name, checksum }) => ({ name, checksum })),
    sequences: Object.fromEntries(sequences.map(({ name, value }) => [name, value])),
  }
}

/**
 * Every table, each counted in the same snapshot as it is copied.
 * @param {import('pg').Client} client
 * @param {string[]} tables
 * @returns {AsyncGenerator<Frame>}
 */
async function* readTables(client, tables) {
  yield { kind: 'header', value: await readHeader(client) }
  /** @type {import('./archive.mjs').TableEnd[]} */
  const ends = []
  for (const name of tables) {
    const columns = await listColumns(client, name)
    const counted = await countRows(client, name)
    yield { kind: 'table', value: { name, columns } }
    const hash = createHash('sha256')
    const copy = client.query(copyTo(`COPY ${copyTarget(name, columns)} TO STDOUT`))
    for await (const chunk of copy) {
      hash.update(chunk)
      yield { kind: 'data', value: chunk }
    }
    const rows = Number(copy.rowCount)
    if (rows !== counted)
      throw new Refusal(`Table ${name} holds ${counted} rows but ${rows} were copied: no backup was made.`)
    const end = { name, rows, sha256: hash.digest('hex') }
    ends.push(end)
    yield { kind: 'end', value: end }
  }
  yield { kind: 'manifest', value: { tables: ends } }
}

/** Reads the written file as a restore would. @param {string} file @param {string} identity */
async function countArchive(file, identity) {
  /** @type {Record<string, number>} */
  const counts = {}
  for await (const frame of readArchive(file, identity))
    if (frame.kind === 'end') counts[frame.value.name] = frame.value.rows
  return counts
}

/** @param {string} folder @returns {Summary | null} */
export function findLast(folder) {
  const name = fs
    .readdirSync(folder)
    .filter((entry) => /^accompany-.*\.json$/.test(entry))
    .sort()
    .at(-1)
  return name ? JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) : null
}

/** @param {Record<string, number>} counts */
const sum = (counts) => Object.values(counts).reduce((total, rows) => total + rows, 0)

/** The holders whose keys were destroyed: kinds and ids, kept beside the archives for a later restore of an older one. @param {import('pg').ClientBase} client @param {string} folder */
export async function keepErasures(client, folder) {
  const { rows } = await client.query('SELECT holder_kind AS kind, holder_id AS id FROM public.erasure')
  const file = path.join(folder, 'erasures.json')
  const known = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : []
  const all = new Map([...known, ...rows].map(({ kind, id }) => [`${kind} ${id}`, { kind, id }]))
  writePrivate(file, JSON.stringify([...all.values()]))
}

/**
 * Destroys the keys that are too old; their archives, wherever copies lie, are noise from then on.
 * @param {string} folder @param {Date} now @returns {number} how many
 */
export function destroyOldKeys(folder, now = new Date()) {
  let destroyed = 0
  for (const entry of fs.readdirSync(path.join(folder, 'keys'))) {
    const file = path.join(folder, 'keys', entry)
    const made = Date.parse(entry.slice('accompany-'.length, 'accompany-2000-01-01'.length))
    if (Number.isNaN(made) || now.getTime() - made < keepDays * 24 * 60 * 60 * 1000) continue
    fs.rmSync(file)
    destroyed += 1
    const stem = entry.replace(/\.key$/, '')
    for (const ending of ['.backup', '.json']) fs.rmSync(path.join(folder, stem + ending), { force: true })
  }
  return destroyed
}

/**
 * Writes one encrypted archive and reads it back.
 * @param {{ url: string, folder: string, recipients: string[], now?: Date, acceptFewer?: boolean }} what url of
 *   accompany_backup; recipients: age public keys whose private halves are kept elsewhere
 * @returns {Promise<Summary>}
 */
export async function backupDatabase({ url, folder, recipients, now = new Date(), acceptFewer = false }) {
  fs.mkdirSync(path.join(folder, 'keys'), { recursive: true, mode: 0o700 })
  const stem = `accompany-${now.toISOString().replace(/[:.]/g, '')}`
  const file = path.join(folder, `${stem}.backup`)
  const half = `${file}.part`
  const identity = await generateX25519Identity()
  try {
    const last = findLast(folder)
    await withClient(url, async (client) => {
      await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
      const tables = await sortByReference(client, await checkSight(client))
      await writeArchive(half, readTables(client, tables), identity)
      await keepErasures(client, folder)
      await client.query('COMMIT')
    })
    const tables = await countArchive(half, identity)
    const rows = sum(tables)
    if (last && !acceptFewer && rows < last.rows * 0.9)
      throw new Refusal(
        `This backup holds ${rows} rows, the last one ${last.rows}: if so much was really deleted, run it again with --accept-fewer.`,
      )
    writePrivate(
      path.join(folder, 'keys', `${stem}.key`),
      Buffer.from(await encryptText(identity, recipients)).toString('base64'),
    )
    const summary = {
      file: path.basename(file),
      sha256: await hashFile(half),
      madeAt: now.toISOString(),
      rows,
      tables,
    }
    fs.renameSync(half, file)
    writePrivate(path.join(folder, `${stem}.json`), JSON.stringify(summary, null, 2))
    destroyOldKeys(folder, now)
    return summary
  } finally {
    fs.rmSync(half, { force: true })
  }
}

/** Writes the private key that opens backups, and nothing else of it. @param {string} file @returns {Promise<string>} its public key */
export async function makeIdentity(file) {
  const identity = await generateX25519Identity()
  fs.writeFileSync(file, `${identity}\n`, { mode: 0o600, flag: 'wx' })
  return identityToRecipient(identity)
}

/** The public key of an identity that is there already, as on the machine that takes the place of a lost one. @param {string} file */
export async function readRecipient(file) {
  const identity = fs.readFileSync(file, 'utf8').match(/AGE-SECRET-KEY-\S+/)?.[0]
  if (!identity) throw new Refusal(`${file} holds no identity (AGE-SECRET-KEY-…).`)
  return identityToRecipient(identity)
}

/** @param {string | undefined} file */
async function newIdentity(file) {
  if (!file)
    throw new Refusal(
      'Say where the private key goes: npm run backup -- new-identity /stick/accompany.identity',
    )
  const recipient = await makeIdentity(file)
  console.log(`${file} opens the backups: keep it off this machine, on paper or on a stick, in two places.`)
  console.log(`Here, set BACKUP_RECIPIENT=${recipient}`)
  return 0
}

/** @param {string[]} args @returns {Promise<number>} exit code */
export async function main(args) {
  loadSettingsFile()
  if (args[0] === 'new-identity') return newIdentity(args[1])
  if (args[0] === 'forget') {
    if (!args[1]) throw new Refusal('Say where the archives are: npm run backup -- forget /mnt/backup')
    console.log(`${destroyOldKeys(path.resolve(args[1]))} archives are closed for good`)
    return 0
  }
  const folder = args.find((arg) => !arg.startsWith('--'))
  if (!folder)
    throw new Refusal('Say where the backup goes, best on another disk: npm run backup -- /mnt/backup')
  const recipients = (process.env.BACKUP_RECIPIENT ?? '').split(/[\s,]+/).filter(Boolean)
  if (recipients.length === 0 || !recipients.every((one) => one.startsWith('age1')))
    throw new Refusal(
      'BACKUP_RECIPIENT must name the public key that closes backups (age1…): "npm run backup -- new-identity FILE" makes a pair.',
    )
  const acceptFewer = args.includes('--accept-fewer')
  const given = process.env.BACKUP_DATABASE_URL
  if (!given && process.env.DATABASE_URL)
    throw new Refusal(
      'DATABASE_URL names a server of your own: set BACKUP_DATABASE_URL (role accompany_backup) as well.',
    )
  const cluster = given
    ? null
    : await openCluster({ data: path.resolve(root, process.env.DATA_DIR || '.data') })
  try {
    const url = given ?? (cluster ? databaseUrls(cluster, 'accompany').backup : '')
    const done = await backupDatabase({ url, folder: path.resolve(folder), recipients, acceptFewer }).catch(
      async (error) => {
        await leaveSystemMark(url, 'backup', false, 0)
        throw error
      },
    )
    await leaveSystemMark(url, 'backup', true, fs.statSync(path.join(path.resolve(folder), done.file)).size)
    console.log(
      `${done.file}: ${done.rows} rows of ${Object.keys(done.tables).length} tables, written, read back and counted`,
    )
    return 0
  } finally {
    await cluster?.release()
  }
}

if (process.argv[1] === import.meta.filename) await runProgram(() => main(process.argv.slice(2)))
