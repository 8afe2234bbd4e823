// The parts of prisma/sql, and which of them a database lacks (docs/adr/0111).
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { ourProject } from './migrations.mjs'
import { Refusal } from './refusal.mjs'

/** @typedef {{ kind: 'function' | 'check' | 'table', name: string, file: string, sql: string, checksum: string, isEarly: boolean }} Part */

/** Functions that defaults and checks of tables call: they are there before the tables are. */
const early = 'before_tables'

/** @param {string} folder @returns {string[]} paths of *.sql inside, sorted */
const listSql = (folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .sort()

/**
 * The table of classes: which class of protection each table has.
 * @param {string} folder prisma/sql @returns {[table: string, name: string][]}
 */
export const readClasses = (folder) =>
  fs
    .readFileSync(path.join(folder, 'classes.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [table = '', name = '', ...rest] = line.split(/\s+/)
      if (table === '' || name === '' || rest.length > 0)
        throw new Refusal(`prisma/sql/classes.txt: "${line}" is no table and class.`)
      return [table, name]
    })

/** @param {string} [folder] prisma/sql @returns {Part[]} in the order in which they are applied */
export function readParts(folder = ourProject.sql) {
  /** @param {Part['kind']} kind @param {string} name @param {string} file @param {string} sql @returns {Part} */
  const part = (kind, name, file, sql) => ({
    ...{ kind, name, file, sql },
    checksum: createHash('sha256').update(sql).digest('hex'),
    isEarly: file.startsWith(`functions/${early}/`),
  })
  const read = (/** @type {string} */ file) => fs.readFileSync(path.join(folder, file), 'utf8')
  const inside = (/** @type {string} */ place) =>
    listSql(path.join(folder, place)).map((file) => `${place}/${file}`)
  const nameOf = (/** @type {string} */ file) => path.basename(file, '.sql')
  const functions = inside('functions').map((file) => part('function', nameOf(file), file, read(file)))
  const checks = inside('checks').map((file) => part('check', nameOf(file), file, read(file)))
  const own = new Map(inside('tables').map((file) => [nameOf(file), file]))
  const tables = readClasses(folder).map(([table, name]) => {
    const common = read(`classes/${name}.sql`).replaceAll('this_table', pg.escapeIdentifier(table))
    const file = own.get(table)
    own.delete(table)
    return part(
      'table',
      table,
      file ?? `classes/${name}.sql`,
      file === undefined ? common : common + read(file),
    )
  })
  const [stray] = own.keys()
  if (stray !== undefined)
    throw new Refusal(
      `prisma/sql/tables/${stray}.sql has no line in prisma/sql/classes.txt: say which class the table has.`,
    )
  return [...functions, ...checks, ...tables]
}

/** @param {readonly Part[]} parts @returns {string} of the whole, to tell one version from the next */
export const fingerprint = (parts) =>
  createHash('sha256')
    .update(parts.map(({ kind, name, checksum }) => `${kind} ${name} ${checksum}`).join('\n'))
    .digest('hex')

/**
 * What is to be applied: new and changed parts, and those whose table was made anew. Any role that may read app.sql_source can ask.
 * @param {import('pg').ClientBase} client @param {readonly Part[]} parts
 * @returns {Promise<{ changed: Part[], gone: { kind: string, name: string }[] }>} gone: applied once, in no file any more
 */
export async function compareParts(client, parts) {
  const { rows: there } = await client.query("SELECT to_regclass('app.sql_source') IS NOT NULL AS yes")
  if (!there[0].yes) return { changed: [...parts], gone: [] }
  const { rows } = await client.query(
    `SELECT kind, name, checksum, object IS NOT DISTINCT FROM to_regclass('public.' || quote_ident(name))::oid AS same FROM app.sql_source`,
  )
  const key = (/** @type {{ kind: string, name: string }} */ one) => `${one.kind} ${one.name}`
  const applied = new Map(rows.map((row) => [key(row), row]))
  const known = new Set(parts.map(key))
  const changed = parts.filter((part) => {
    const row = applied.get(key(part))
    return row === undefined || row.checksum !== part.checksum || (part.kind !== 'function' && !row.same)
  })
  return { changed, gone: rows.filter((row) => !known.has(key(row))) }
}
