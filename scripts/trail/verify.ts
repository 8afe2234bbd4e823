import pg from 'pg'
import * as z from 'zod'
import { sealPublicKey } from '@/lib/crypto/seal-signature'
import type { Finding } from './finding'
import { checkRows } from './rows'
import { checkSeals, type Head } from './seals'

/** What is not as it was left, in sentences; none when all is well. */
export type Verified = {
  readonly found: readonly string[]
  /** The same, each with its kind and the row it is about. */
  readonly findings: readonly Finding[]
  readonly seals: number
  readonly tables: number
  /** Events that no seal covers yet: they are as safe as the database is. */
  readonly unsealed: number
  /** The last seal in one line, to be kept where nobody who holds the database can change it. */
  readonly head: string | null
}

const LINE = /accompany-seal (\d+) \S+ ([0-9a-f]{64})/g

/** The last line of a text that names a seal. Null when none does. */
export const readHead = (text: string): Head | null => {
  const last = [...text.matchAll(LINE)].at(-1)
  return last?.[1] === undefined || last[2] === undefined ? null : { number: BigInt(last[1]), chain: last[2] }
}

const counted = z.array(z.object({ n: z.number() })).length(1)

/** @param client in a transaction that sees one moment */
export const verifyWith = async (client: pg.ClientBase, head: Head | null = null): Promise<Verified> => {
  // A role that would see less than everything is refused, not believed.
  await client.query(
    `SELECT set_config('row_security', 'off', true), set_config('timezone', 'UTC', true), set_config('bytea_output', 'hex', true)`,
  )
  const seals = await checkSeals(client, head)
  const rows = await checkRows(client)
  const { rows: left } = await client.query(
    'SELECT count(*)::int AS n FROM public.audit_event WHERE txid >= (SELECT COALESCE(max(end_txid), 0) FROM public.audit_seal)',
  )
  const last = seals.head
  const findings = [...seals.found, ...rows.found]
  return {
    found: findings.map(({ sentence }) => sentence),
    findings,
    seals: seals.seals,
    tables: rows.tables,
    unsealed: counted.parse(left)[0]?.n ?? 0,
    head:
      last === undefined
        ? null
        : [
            'accompany-seal',
            last.number,
            new Date(Number(last.sealed_ms)).toISOString(),
            last.chain.toString('hex'),
            last.kid ?? 'unsigned',
            last.signature?.toString('base64') ?? 'unsigned',
            sealPublicKey(last.kid ?? ''),
          ].join(' '),
  }
}

/** @param url of a role that sees every row (accompany_backup); nothing is changed */
export const verifyTrail = async (url: string, head: Head | null = null): Promise<Verified> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await verifyWith(client, head)
  } finally {
    await client.end()
  }
}
