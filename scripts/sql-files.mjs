// prisma/sql: what is said once and may be said again: functions, checks, and what protects each table. Each part is applied when its
// text changed, and only then; all of them in one transaction, so that no one sees a table between two policies (docs/adr/0111).
import pg from 'pg'
import { inTransaction, ourProject } from './migrations.mjs'
import { Refusal } from './refusal.mjs'
import { compareParts, fingerprint, readParts } from './sql-parts.mjs'

/** @typedef {import('./sql-parts.mjs').Part} Part */

/** @param {import('pg').ClientBase} client */
async function createBookkeeping(client) {
  await client.query(`CREATE TABLE IF NOT EXISTS app.sql_source (
    kind text NOT NULL, name text NOT NULL, checksum text NOT NULL, object oid, applied_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (kind, name))`)
  // Functions of the version before, which may still be running: they go when the next version comes.
  await client.query(
    'CREATE TABLE IF NOT EXISTS app.sql_retired (signature text PRIMARY KEY, retired_by text NOT NULL)',
  )
  await client.query('GRANT SELECT ON app.sql_source TO accompany_app, accompany_backup')
}

/** @typedef {{ name: string, signature: string, owner: string, kind: 'FUNCTION' | 'PROCEDURE', place: string }} Found place: changes whenever the function does */

/** @param {import('pg').ClientBase} client @param {readonly string[] | null} names null: all @returns {Promise<Found[]>} every function of these names */
const findFunctions = async (client, names) =>
  (
    await client.query(
      `SELECT p.proname AS name, p.oid::regprocedure::text AS signature, pg_get_userbyid(p.proowner) AS owner, p.ctid::text AS place,
              CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END AS kind
         FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND ($1::text[] IS NULL OR p.proname = ANY ($1))`,
      [names],
    )
  ).rows

/** @param {import('pg').ClientBase} client @param {Found} one @param {(name: string) => string} toSql */
async function asOwner(client, { signature, owner, kind }, toSql) {
  await client.query(`SET ROLE ${pg.escapeIdentifier(owner)}; ${toSql(`${kind} ${signature}`)}; RESET ROLE`)
}

/** @param {import('pg').ClientBase} client @param {string} sql */
const run = (client, sql) => client.query(`${sql}\nRESET ROLE`)

/** @param {import('pg').ClientBase} client @param {string} signature @param {string} version */
const retire = (client, signature, version) =>
  client.query('INSERT INTO app.sql_retired VALUES ($1, $2) ON CONFLICT (signature) DO NOTHING', [
    signature,
    version,
  ])

/** @param {import('pg').ClientBase} client @param {Found} one */
async function takeGrants(client, one) {
  const { rows } = await client.query(
    `SELECT string_agg(DISTINCT CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(g.grantee)) END, ', ') AS roles
       FROM pg_proc p CROSS JOIN aclexplode(p.proacl) g WHERE p.oid = $1::regprocedure AND g.grantee <> p.proowner`,
    [one.signature],
  )
  if (rows[0].roles !== null)
    await asOwner(client, one, (name) => `REVOKE ALL ON ${name} FROM ${rows[0].roles}`)
}

/**
 * @param {import('pg').ClientBase} client @param {Part} part
 * @param {readonly Found[]} before functions of its name @param {string} version
 */
async function applyFunction(client, part, before, version) {
  await run(client, part.sql)
  if (before.length === 0) return
  const isMade = (/** @type {Found} */ one) =>
    before.every(({ signature, place }) => one.signature !== signature || one.place !== place)
  const made = (await findFunctions(client, [part.name])).filter(isMade)
  // Replacing a function keeps its grants: those that the file no longer has must go. The file then gives its own once more.
  for (const one of made) await takeGrants(client, one)
  await run(client, part.sql)
  const current = made.map(({ signature }) => signature)
  for (const { signature } of before)
    if (!current.includes(signature)) await retire(client, signature, version)
  await client.query('DELETE FROM app.sql_retired WHERE signature = ANY ($1)', [current])
}

/** Takes the checks of a table away. @param {import('pg').ClientBase} client @param {string} table */
async function dropChecks(client, table) {
  const { rows } = await client.query(
    "SELECT quote_ident(conname) AS name FROM pg_constraint WHERE contype = 'c' AND conrelid = to_regclass('public.' || quote_ident($1))",
    [table],
  )
  const drops = rows.map(({ name }) => `DROP CONSTRAINT ${name}`).join(', ')
  if (drops !== '') await client.query(`ALTER TABLE public.${pg.escapeIdentifier(table)} ${drops}`)
}

/**
 * Takes away what protects a table. Only the trigger of its row marks stays, which app.watch_rows() makes from the catalogue.
 * @param {import('pg').ClientBase} client @param {string} table
 */
async function unprotect(client, table) {
  const name = `public.${pg.escapeIdentifier(table)}`
  const { rows } = await client.query(
    `WITH t AS (SELECT oid, relowner, relacl FROM pg_class WHERE oid = $1::regclass)
     SELECT format('DROP POLICY %I ON %s', p.polname, $1::text) AS sql FROM pg_policy p JOIN t ON t.oid = p.polrelid
     UNION ALL SELECT format('DROP TRIGGER %I ON %s', g.tgname, $1::text) FROM pg_trigger g JOIN t ON t.oid = g.tgrelid WHERE NOT g.tgisinternal AND g.tgname <> '_leave_mark'
     UNION ALL SELECT DISTINCT format('REVOKE ALL ON %s FROM %s', $1::text, CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(g.grantee)) END)
       FROM t CROSS JOIN LATERAL (SELECT * FROM aclexplode(t.relacl) UNION ALL SELECT x.* FROM pg_attribute a CROSS JOIN aclexplode(a.attacl) x WHERE a.attrelid = t.oid) g
      WHERE g.grantee <> t.relowner`,
    [name],
  )
  await client.query(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY`)
  for (const { sql } of rows) await client.query(sql)
}

/** @param {import('pg').ClientBase} client @param {readonly Part[]} parts @param {string} version */
async function applyParts(client, parts, version) {
  const names = parts.filter(({ kind }) => kind === 'function').map(({ name }) => name)
  const found = await findFunctions(client, names)
  for (const part of parts)
    try {
      if (part.kind === 'function')
        await applyFunction(
          client,
          part,
          found.filter(({ name }) => name === part.name),
          version,
        )
      else {
        await (part.kind === 'check' ? dropChecks(client, part.name) : unprotect(client, part.name))
        await run(client, part.sql)
      }
    } catch (error) {
      throw new Refusal(
        `prisma/sql/${part.file} (${part.kind} ${part.name}) did not run, and nothing was applied: ${error instanceof Error ? error.message : error}`,
      )
    }
  await client.query(
    `INSERT INTO app.sql_source (kind, name, checksum, object)
     SELECT kind, name, checksum, CASE WHEN kind <> 'function' THEN to_regclass('public.' || quote_ident(name)) END
       FROM unnest($1::text[], $2::text[], $3::text[]) AS part(kind, name, checksum)
     ON CONFLICT (kind, name) DO UPDATE SET checksum = excluded.checksum, object = excluded.object, applied_at = now()`,
    [parts.map(({ kind }) => kind), parts.map(({ name }) => name), parts.map(({ checksum }) => checksum)],
  )
}

/** Functions that an earlier version took out of its files are dropped by the next. @param {import('pg').ClientBase} client @param {string} version */
async function dropRetired(client, version) {
  const { rows } = await client.query(
    'DELETE FROM app.sql_retired WHERE retired_by <> $1 RETURNING signature',
    [version],
  )
  const retired = new Set(rows.map(({ signature }) => signature))
  if (retired.size === 0) return
  for (const one of await findFunctions(client, null))
    if (retired.has(one.signature)) await asOwner(client, one, (name) => `DROP ${name}`)
}

/** @param {import('pg').ClientBase} client @param {{ kind: string, name: string }} part @param {string} version */
async function takeAway(client, { kind, name }, version) {
  if (kind === 'function')
    for (const { signature } of await findFunctions(client, [name])) await retire(client, signature, version)
  if (kind === 'check') await dropChecks(client, name)
  // A table without a class is closed: row security without a policy shows no row, and no role has a grant.
  if (kind === 'table') {
    const { rows } = await client.query(
      "SELECT to_regclass('public.' || quote_ident($1)) IS NOT NULL AS there",
      [name],
    )
    if (rows[0].there) {
      await unprotect(client, name)
      await client.query(
        `ALTER TABLE public.${pg.escapeIdentifier(name)} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
      )
    }
  }
  await client.query('DELETE FROM app.sql_source WHERE kind = $1 AND name = $2', [kind, name])
}

/**
 * Writes down what a database of the history has, as parts of unknown text: what this version no longer has is then taken away like
 * any other part.
 * @param {import('pg').ClientBase} client in the transaction of the adoption
 */
export async function registerFound(client) {
  await createBookkeeping(client)
  await client.query(
    `INSERT INTO app.sql_source (kind, name, checksum)
     SELECT DISTINCT 'function', proname::text, '' FROM pg_proc WHERE pronamespace = 'app'::regnamespace
     UNION ALL SELECT kind, relname::text, '' FROM pg_class CROSS JOIN (VALUES ('check'), ('table')) k(kind)
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'`,
  )
}

/**
 * Applies the parts that changed, in one transaction. A changed policy locks its table and no other.
 * @param {import('pg').ClientBase} client as accompany_migrate, under the lock of migrations
 * @param {{ folder?: string, onlyEarly?: boolean, again?: boolean }} [options] onlyEarly: what tables need before they are made;
 *   again: all parts, whatever was applied
 * @returns {Promise<string[]>} what was applied, as "function name", "check table" or "table name"
 */
export async function applySqlFiles(
  client,
  { folder = ourProject.sql, onlyEarly = false, again = false } = {},
) {
  const parts = readParts(folder)
  const { changed, gone } = await compareParts(client, parts)
  const wanted = (again ? parts : changed).filter(({ isEarly }) => isEarly || !onlyEarly)
  const lost = onlyEarly ? [] : gone
  if (wanted.length === 0 && lost.length === 0) return []
  const version = fingerprint(parts)
  await inTransaction(client, async () => {
    await createBookkeeping(client)
    // Functions call one another, and tables are looked at when a function is called: the order of the files says nothing.
    await client.query('SET LOCAL check_function_bodies = off')
    await applyParts(client, wanted, version)
    for (const part of lost) await takeAway(client, part, version)
    if (!onlyEarly) await dropRetired(client, version)
  })
  return [...wanted, ...lost].map(({ kind, name }) => `${kind} ${name}`)
}
