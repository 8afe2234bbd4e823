import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { readArchive } from './archive.mjs'
import { copyTarget, inPublic } from './backup-tables.mjs'

/** @typedef {{ kind: string, id: string }} Erasure */

/**
 * Lets the owner fill the tables. All of it is undone by a rollback, so a failed restore leaves every guard standing.
 * @param {import('pg').Client} client @param {string[]} tables @param {() => Promise<void>} run
 */
export async function withoutGuards(client, tables, run) {
  const { rows } = await client.query(
    "SELECT relname AS name, relforcerowsecurity AS forced FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')",
  )
  const forced = rows.filter((row) => row.forced).map((row) => String(row.name))
  const each = async (/** @type {string[]} */ names, /** @type {string} */ change) => {
    for (const name of names) await client.query(`ALTER TABLE ${inPublic(name)} ${change}`)
  }
  await each(forced, 'NO FORCE ROW LEVEL SECURITY')
  await each(tables, 'DISABLE TRIGGER USER')
  await run()
  await client.query('SET CONSTRAINTS ALL IMMEDIATE')
  await each(tables, 'ENABLE TRIGGER USER')
  await each(forced, 'FORCE ROW LEVEL SECURITY')
}

/** Fills the tables from the archive. @param {import('pg').Client} client @param {string} file @param {string} key */
export async function copyRows(client, file, key) {
  /** @type {ReturnType<typeof openCopy> | null} */
  let copy = null
  const openCopy = (/** @type {import('./archive.mjs').TableHead} */ { name, columns }) => {
    const stream = client.query(copyFrom(`COPY ${copyTarget(name, columns)} FROM STDIN`))
    /** @type {Promise<void>} */
    const done = new Promise((resolve, reject) => stream.once('finish', resolve).once('error', reject))
    done.catch(() => undefined)
    return { stream, done }
  }
  for await (const frame of readArchive(file, key)) {
    if (frame.kind === 'table') copy = openCopy(frame.value)
    if (frame.kind === 'data' && copy && !copy.stream.write(frame.value))
      await Promise.race([new Promise((resolve) => copy?.stream.once('drain', resolve)), copy.done])
    if (frame.kind === 'end' && copy) {
      copy.stream.end()
      await copy.done
      copy = null
    }
  }
}

/**
 * What was erased after the archive was made is erased again: keys, and what says in clear who a person was.
 * @param {import('pg').Client} client @param {Erasure[]} erasures
 */
export async function replayErasures(client, erasures) {
  const { rows: own } = await client.query('SELECT holder_kind AS kind, holder_id AS id FROM public.erasure')
  const all = new Map([...own, ...erasures].map(({ kind, id }) => [`${kind} ${id}`, { kind, id }]))
  const { rows: clear } = await client.query(
    `SELECT a.relname AS child, t.attname AS column FROM pg_constraint c JOIN pg_class a ON a.oid = c.conrelid
      JOIN pg_attribute t ON t.attrelid = c.conrelid AND t.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confdeltype = 'c' AND c.confrelid = to_regclass('public.person')`,
  )
  for (const { kind, id } of all.values()) {
    await client.query('DELETE FROM public.wrapped_key WHERE holder_kind = $1 AND holder_id = $2', [kind, id])
    if (kind === 'person')
      for (const { child, column } of clear)
        await client.query(`DELETE FROM ${inPublic(child)} WHERE ${pg.escapeIdentifier(column)} = $1`, [id])
    await client.query(
      'INSERT INTO public.erasure (id, holder_kind, holder_id) SELECT gen_random_uuid(), $1, $2 WHERE NOT EXISTS (SELECT FROM public.erasure WHERE holder_kind = $1 AND holder_id = $2)',
      [kind, id],
    )
  }
  return all.size
}
