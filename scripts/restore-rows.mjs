import { randomInt } from 'node:crypto'
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
 * From here on what is changed leaves its mark again, numbered behind everything that came with the archive (docs/adr/0049). An
 * archive may be older than the marks.
 * @param {import('pg').Client} client
 */
export async function watchAgain(client) {
  const { rows: there } = await client.query("SELECT to_regproc('app.go_on_counting') IS NOT NULL AS there")
  if (!there[0]?.there) return
  await client.query('CALL app.go_on_counting()')
  const { rows } = await client.query(
    "SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = '_leave_mark'",
  )
  for (const { name } of rows) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER _leave_mark`)
}

/**
 * What was erased after the archive was made is erased again, while no guard but the watch stands: keys, and what says in clear who a person was.
 * The rows of files follow once every migration is there (eraseFiles).
 * @param {import('pg').Client} client
 * @param {Erasure[]} erasures
 * @returns {Promise<{ erased: number, files: string[] }>} files: ids of those whose rows are to go
 */
export async function replayErasures(client, erasures) {
  const { rows: own } = await client.query('SELECT holder_kind AS kind, holder_id AS id FROM public.erasure')
  const all = new Map([...own, ...erasures].map(({ kind, id }) => [`${kind} ${id}`, { kind, id }]))
  const { rows: clear } = await client.query(
    `SELECT a.relname AS child, t.attname AS column FROM pg_constraint c JOIN pg_class a ON a.oid = c.conrelid
      JOIN pg_attribute t ON t.attrelid = c.conrelid AND t.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confdeltype = 'c' AND c.confrelid = to_regclass('public.person')`,
  )
  const { rows: holds } = await client.query("SELECT to_regclass('public.legal_hold') IS NOT NULL AS there")
  for (const { kind, id } of all.values()) {
    await client.query('DELETE FROM public.wrapped_key WHERE holder_kind = $1 AND holder_id = $2', [kind, id])
    if (kind === 'person')
      for (const { child, column } of clear)
        await client.query(`DELETE FROM ${inPublic(child)} WHERE ${pg.escapeIdentifier(column)} = $1`, [id])
    // It was lifted before the file was erased.
    if (kind === 'file' && holds[0]?.there)
      await client.query('DELETE FROM public.legal_hold WHERE case_id = $1', [id])
    await client.query(
      'INSERT INTO public.erasure (id, holder_kind, holder_id) SELECT gen_random_uuid(), $1, $2 WHERE NOT EXISTS (SELECT FROM public.erasure WHERE holder_kind = $1 AND holder_id = $2)',
      [kind, id],
    )
  }
  const later = [...all.values()].filter(
    ({ kind, id }) => kind === 'file' && !own.some((known) => known.kind === kind && known.id === id),
  )
  // A draft says in no clear column what it is about. Who typed it has it on their device still.
  if (later.length > 0) await client.query('DELETE FROM public.draft')
  return {
    erased: all.size,
    files: [...all.values()].filter(({ kind }) => kind === 'file').map(({ id }) => id),
  }
}

const letters = '23456789CDFGHJKLMNPQRTVWX'
const draw = (/** @type {number} */ length) =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('')

/** Erases the rows of files as the application does. @param {import('pg').ClientBase} client @param {string[]} files */
export async function eraseFiles(client, files) {
  for (const id of files)
    await client.query('SELECT app.erase_content($1, $2)', [id, `${draw(3)}-${draw(4)}`])
}
