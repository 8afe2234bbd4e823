// Migrations: folders in order, each applied once in a transaction of its own. The table _prisma_migrations is the one that
// Prisma's command line uses, so either can go on where the other stopped (docs/adr/0112).
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { catalogueFile } from './catalogue.mjs'
import { root } from './child.mjs'
import { Refusal } from './refusal.mjs'

/** @typedef {{ schema: string, migrations: string, history: string, sql: string, catalogue: string }} Project folders of prisma/, and its text of a migrated database */
/** @typedef {{ name: string, sql: string, checksum: string }} Migration */
/** @typedef {{ name: string, checksum: string, state: 'applied' | 'stopped' | 'given up' }} Recorded */

/** @type {Project} */
export const ourProject = {
  schema: path.join(root, 'prisma/schema'),
  migrations: path.join(root, 'prisma/migrations'),
  history: path.join(root, 'prisma/history'),
  sql: path.join(root, 'prisma/sql'),
  catalogue: catalogueFile,
}

/** Migrations on the disk, in order, with the checksum that is recorded. @param {string} [folder] @returns {Migration[]} */
export function listMigrations(folder = ourProject.migrations) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Checksums under which a migration may be recorded beside the one of its file: it was corrected in place, because on some
 * servers it did not run (docs/adr/0105).
 * @type {Record<string, string[]>}
 */
const accepted = JSON.parse(fs.readFileSync(path.join(ourProject.history, 'accepted.json'), 'utf8'))

/**
 * @param {readonly Migration[]} known @param {{ name: string, checksum: string }} recorded
 * @returns {'ours' | 'edited' | 'unknown'}
 */
export function compareMigration(known, { name, checksum }) {
  const own = known.find((one) => one.name === name)
  if (own === undefined) return 'unknown'
  return own.checksum === checksum || accepted[name]?.includes(checksum) ? 'ours' : 'edited'
}

/** @param {import('pg').ClientBase} client @returns {Promise<Recorded[]>} in the order they were applied; empty for a new database */
export async function readRecorded(client) {
  const { rows: there } = await client.query(
    "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS yes",
  )
  if (!there[0].yes) return []
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum,
            CASE WHEN rolled_back_at IS NOT NULL THEN 'given up' WHEN finished_at IS NULL THEN 'stopped' ELSE 'applied' END AS state
       FROM public._prisma_migrations ORDER BY started_at, migration_name`,
  )
  return rows
}

/** @param {import('pg').ClientBase} client */
const createTable = (client) =>
  client.query(`CREATE TABLE IF NOT EXISTS public._prisma_migrations (
    id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
    logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`)

/** @param {import('pg').ClientBase} client @param {Migration} migration @param {number} steps */
export const record = (client, { name, checksum }, steps) =>
  client.query(
    `INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), $4)`,
    [randomUUID(), checksum, name, steps],
  )

/**
 * @template T
 * @param {import('pg').ClientBase} client @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function inTransaction(client, run) {
  await client.query('BEGIN')
  try {
    const result = await run()
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/**
 * Applies what is missing. A migration and the row that records it are one transaction: one that a kill or an error cut
 * short left nothing, and is applied again.
 * @param {import('pg').ClientBase} client as accompany_migrate, under the lock of migrations
 * @param {readonly Migration[]} migrations
 * @returns {Promise<string[]>} names applied
 */
export async function applyMigrations(client, migrations) {
  await createTable(client)
  const recorded = await readRecorded(client)
  // Versions before this runner recorded the beginning of a migration too.
  if (recorded.some(({ state }) => state === 'stopped'))
    await client.query(
      'UPDATE public._prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
    )
  const done = new Set(recorded.filter(({ state }) => state === 'applied').map(({ name }) => name))
  const missing = migrations.filter(({ name }) => !done.has(name))
  for (const migration of missing)
    await inTransaction(client, async () => {
      await client.query(migration.sql)
      await client.query('RESET ROLE')
      await record(client, migration, 1)
    }).catch((error) => {
      throw new Refusal(
        `The migration ${migration.name} did not run, and nothing of it was applied: ${error instanceof Error ? error.message : error}`,
      )
    })
  return missing.map(({ name }) => name)
}
