// What a backup must hold, asked from three sides: the schema files, the catalogue, and the rows themselves.
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { ourProject } from './migrations.mjs'
import { Refusal } from './refusal.mjs'

export const migrationsTable = '_prisma_migrations'

/** @param {string} name */
export const inPublic = (name) => `public.${pg.escapeIdentifier(name)}`

/** Tables the code expects. @returns {string[]} */
function listExpectedTables() {
  const text = fs
    .readdirSync(ourProject.schema)
    .filter((file) => file.endsWith('.prisma'))
    .map((file) => fs.readFileSync(path.join(ourProject.schema, file), 'utf8'))
    .join('\n')
  const models = [...text.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)]
  return models.map(([, name = '', body = '']) => /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name)
}

/** @param {import('pg').ClientBase} client @returns {Promise<string[]>} every table but Prisma's own, sorted */
export async function listTables(client) {
  const { rows } = await client.query(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1",
  )
  return rows.map((row) => String(row.name)).filter((name) => name !== migrationsTable)
}

/** @param {import('pg').ClientBase} client @param {string} table @returns {Promise<string[]>} */
export async function listColumns(client, table) {
  const { rows } = await client.query(
    "SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
    [inPublic(table)],
  )
  return rows.map((row) => String(row.name))
}

/** @param {import('pg').ClientBase} client @param {string} table @returns {Promise<number>} */
export async function countRows(client, table) {
  const { rows } = await client.query(`SELECT count(*) AS n FROM ${inPublic(table)}`)
  return Number(rows[0].n)
}

/** @param {string} name @param {string[]} columns */
export const copyTarget = (name, columns) =>
  `${inPublic(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`

/**
 * Refuses when this role would see less than everything. An empty backup that looks fine is the fault to fear.
 * @param {import('pg').ClientBase} client in the transaction of the backup
 * @returns {Promise<string[]>} the tables
 */
export async function checkSight(client) {
  const { rows } = await client.query(
    'SELECT current_user AS name, rolbypassrls OR rolsuper AS sees FROM pg_roles WHERE rolname = current_user',
  )
  const { name, sees } = rows[0]
  if (!sees)
    throw new Refusal(
      `The role ${name} sees only the rows that policies show it, so its backup would lack people: use accompany_backup (BACKUP_DATABASE_URL).`,
    )
  // From here PostgreSQL itself refuses a query that a policy would narrow.
  await client.query('SET LOCAL row_security = off')
  const tables = await listTables(client)
  const missing = listExpectedTables().filter((table) => !tables.includes(table))
  if (missing.length > 0)
    throw new Refusal(
      `The database lacks ${missing.join(', ')}: run "npm run db -- status" before a backup is made.`,
    )
  const { rows: closed } = await client.query(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT has_table_privilege(oid, 'SELECT')",
  )
  if (closed.length > 0)
    throw new Refusal(
      `The role ${name} may not read ${closed.map((row) => row.name).join(', ')}: run prisma/roles.sql and grant SELECT on it.`,
    )
  return tables
}

/**
 * Tables in an order in which each stands after those it refers to.
 * @param {import('pg').ClientBase} client
 * @param {string[]} tables
 */
export async function sortByReference(client, tables) {
  const { rows } = await client.query(
    "SELECT a.relname AS child, b.relname AS parent FROM pg_constraint c JOIN pg_class a ON a.oid = c.conrelid JOIN pg_class b ON b.oid = c.confrelid WHERE c.contype = 'f' AND a.oid <> b.oid",
  )
  /** @type {string[]} */
  const sorted = []
  const left = new Set(tables)
  while (left.size > 0) {
    const waits = (/** @type {string} */ table) =>
      rows.some((row) => row.child === table && left.has(String(row.parent)))
    const next = [...left].filter((table) => !waits(table))
    if (next.length === 0)
      throw new Refusal(
        `These tables refer to each other in a circle, which a restore cannot fill: ${[...left].join(', ')}.`,
      )
    for (const table of next) left.delete(table)
    sorted.push(...next)
  }
  return sorted
}
