// Every row that is watched against its last mark, and the marks against each other.
import pg from 'pg'
import * as z from 'zod'
import { type Finding, finding } from './finding'

const tables = z.array(
  z.object({ name: z.string(), keys: z.array(z.string()).nullable(), is_watched: z.boolean().nullable() }),
)
const row = z.object({ key: z.string(), what: z.string() })
const rows = z.array(row)
const named = z.array(row.extend({ name: z.string() }))

/** As the marks say it, not as a list that someone could shorten: a table that was ever marked is looked at. */
const listWatched = async (client: pg.ClientBase) =>
  tables.parse(
    (
      await client.query(`
        WITH RECURSIVE marked AS (
          (SELECT table_name FROM public.row_mark ORDER BY table_name LIMIT 1)
          UNION ALL
          SELECT (SELECT m.table_name FROM public.row_mark m WHERE m.table_name > marked.table_name ORDER BY m.table_name LIMIT 1)
            FROM marked WHERE marked.table_name IS NOT NULL)
        SELECT n.name, i.keys, t.tgenabled = 'O' AS is_watched
          FROM (SELECT table_name AS name FROM marked WHERE table_name IS NOT NULL UNION SELECT table_name FROM public.row_watch) n
          LEFT JOIN pg_class c ON c.relname = n.name AND c.relnamespace = 'public'::regnamespace
          LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND t.tgname = '_leave_mark'
          LEFT JOIN LATERAL (SELECT array_agg(a.attname::text ORDER BY k.at) AS keys
                               FROM pg_index x, unnest(x.indkey::int2[]) WITH ORDINALITY k(n, at), pg_attribute a
                              WHERE x.indrelid = c.oid AND x.indisprimary AND a.attrelid = c.oid AND a.attnum = k.n) i ON true
         ORDER BY n.name`)
    ).rows,
  )

const checkTable = async (
  client: pg.ClientBase,
  name: string,
  keys: readonly string[],
): Promise<Finding[]> => {
  const key = keys.map((one) => `x.${pg.escapeIdentifier(one)}::text`).join(` || '/' || `)
  const { rows: found } = await client.query(
    `SELECT COALESCE(r.key, m.key) AS key,
            CASE WHEN r.key IS NULL THEN 'is gone and nothing says that it went'
                 WHEN m.key IS NULL THEN 'was put in past the application'
                 WHEN m.digest IS NULL THEN 'had gone and was put back'
                 ELSE 'is not what was last written to it: changed past the application, or an older version put back' END AS what
       FROM (SELECT ${key} AS key, convert_to(jsonb_strip_nulls(to_jsonb(x))::text, 'UTF8') AS current FROM public.${pg.escapeIdentifier(name)} x) r
       FULL JOIN (SELECT DISTINCT ON (row_key) row_key AS key, digest, salt FROM public.row_mark WHERE table_name = $1
                   ORDER BY row_key, seq DESC) m ON m.key = r.key
      WHERE (r.key IS NULL AND m.digest IS NOT NULL) OR m.key IS NULL OR (r.key IS NOT NULL AND m.digest IS NULL)
         OR (r.key IS NOT NULL AND m.digest IS DISTINCT FROM sha256(m.salt || r.current))
      ORDER BY 1`,
    [name],
  )
  return rows
    .parse(found)
    .map(({ key, what }) => finding(`The row ${key} of ${name} ${what}.`, `Rows of ${name}: ${what}`, key))
}

/** A version that went down, no matter who wrote it and by whatever way. */
const checkVersions = async (client: pg.ClientBase): Promise<Finding[]> => {
  const { rows: found } = await client.query(`
    SELECT DISTINCT v.table_name AS name, v.row_key AS key, 'version ' || v.before || ' to ' || v.version AS what FROM (
      SELECT table_name, row_key, version, lag(version) OVER (PARTITION BY table_name, row_key ORDER BY seq) AS before
        FROM public.row_mark) v
     WHERE v.version < v.before ORDER BY 1, 2`)
  return named
    .parse(found)
    .map(({ name, key, what }) =>
      finding(
        `The row ${name} ${key} went back from ${what}.`,
        `Rows of ${name} that went back to an older version`,
        key,
      ),
    )
}

const AFTER_FIRST = 'm.txid >= (SELECT end_txid FROM public.audit_seal WHERE number = 1)'

/** Written by hand: by a role that is none of the application's, or as the application and without a word in the audit log. */
const checkHands = async (client: pg.ClientBase): Promise<Finding[]> => {
  const { rows: strangers } = await client.query(`
    SELECT DISTINCT m.table_name AS name, m.row_key AS key, m.by_role AS what FROM public.row_mark m
     WHERE ${AFTER_FIRST} AND m.by_role <> ALL (ARRAY['accompany_app', 'accompany_auth', 'accompany_job', 'accompany_share', 'accompany_stats', 'accompany_migrate'])
     ORDER BY 1, 2`)
  const { rows: silent } = await client.query(`
    SELECT DISTINCT m.table_name AS name, m.row_key AS key, to_char(m.at, 'YYYY-MM-DD HH24:MI:SS') AS what FROM public.row_mark m
     WHERE ${AFTER_FIRST} AND m.by_role = 'accompany_app' AND NOT EXISTS (SELECT 1 FROM public.audit_event e WHERE e.txid = m.txid)
     ORDER BY 1, 2`)
  return [
    ...named
      .parse(strangers)
      .map(({ name, key, what }) =>
        finding(
          `The row ${name} ${key} was written by ${what}, past the application.`,
          `Rows of ${name} written by ${what}`,
          key,
        ),
      ),
    ...named
      .parse(silent)
      .map(({ name, key, what }) =>
        finding(
          `The row ${name} ${key} was written at ${what} without a word in the audit log.`,
          `Rows of ${name} written without a word in the audit log`,
          key,
        ),
      ),
  ]
}

export type RowsSeen = { readonly found: readonly Finding[]; readonly tables: number }

export const checkRows = async (client: pg.ClientBase): Promise<RowsSeen> => {
  const watched = await listWatched(client)
  const found: Finding[] = []
  for (const { name, keys, is_watched: isWatched } of watched) {
    if (keys === null) found.push(finding(`The table ${name} is gone.`))
    else {
      if (!isWatched) found.push(finding(`Nothing watches the table ${name} any more.`))
      found.push(...(await checkTable(client, name, keys)))
    }
  }
  found.push(...(await checkVersions(client)), ...(await checkHands(client)))
  return { found, tables: watched.length }
}
