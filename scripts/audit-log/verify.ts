import pg from 'pg'
import * as z from 'zod'
import { type Head, toHeadLine } from '@/lib/crypto/checkpoint-head'
import { verifyCheckpoints } from './checkpoints'
import type { Finding } from './finding'
import { checkEventNumbers } from './numbers'
import { checkRows } from './rows'

/** What is not as it was left, in sentences; none when all is well. */
export type Verified = {
  readonly found: readonly string[]
  /** The same, each with its kind and the row it is about. */
  readonly findings: readonly Finding[]
  readonly checkpoints: number
  readonly tables: number
  /** Events that no checkpoint covers yet: they are as safe as the database is. */
  readonly uncovered: number
  /** The day from which on events are numbered without gaps; null: no event is. */
  readonly numberedSince: string | null
  /** The last checkpoint in one line, to be kept where no one who holds the database can change it. */
  readonly head: string | null
}

const counted = z.array(z.object({ n: z.number() })).length(1)

const checked = z.array(z.object({ checks: z.instanceof(Buffer).nullable() })).length(1)

/** The first four bytes of the hash of each event: as app.list_heads() has them. */
const readChecks = async (client: pg.ClientBase, number: bigint): Promise<Buffer | null> => {
  const { rows } = await client.query(
    `SELECT CASE WHEN s.events <= 2000 THEN COALESCE((SELECT string_agg(substr(s.event_leaves, (48 * n + 17)::int, 4), ''::bytea ORDER BY n)
                                                        FROM generate_series(0, s.events - 1) n), ''::bytea) END AS checks
       FROM public.audit_seal s WHERE s.number = $1::bigint`,
    [number],
  )
  return checked.parse(rows)[0]?.checks ?? null
}

/** @param client in a transaction that sees one moment */
export const verifyWith = async (client: pg.ClientBase, heads: readonly Head[] = []): Promise<Verified> => {
  // A role that would see less than everything is refused, not believed.
  await client.query(
    `SELECT set_config('row_security', 'off', true), set_config('timezone', 'UTC', true), set_config('bytea_output', 'hex', true)`,
  )
  const checkpoints = await verifyCheckpoints(client, heads)
  const numbers = await checkEventNumbers(client)
  const rows = await checkRows(client)
  const { rows: left } = await client.query(
    'SELECT count(*)::int AS n FROM public.audit_event WHERE txid >= (SELECT COALESCE(max(end_txid), 0) FROM public.audit_seal)',
  )
  const last = checkpoints.head
  const findings = [...checkpoints.found, ...numbers.found, ...rows.found]
  return {
    found: findings.map(({ sentence }) => sentence),
    findings,
    checkpoints: checkpoints.checkpoints,
    tables: rows.tables,
    uncovered: counted.parse(left)[0]?.n ?? 0,
    numberedSince: numbers.since,
    head:
      last === undefined
        ? null
        : toHeadLine({
            ...last,
            chain: last.chain.toString('hex'),
            checks: await readChecks(client, last.number),
          }),
  }
}

/** @param url of a role that sees every row (accompany_backup); nothing is changed */
export const verifyAuditLog = async (url: string, heads: readonly Head[] = []): Promise<Verified> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await verifyWith(client, heads)
  } finally {
    await client.end()
  }
}
