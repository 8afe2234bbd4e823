// Keys that stand in a row of their own and belong to no holder: of frozen periods, those that sign archives, and those to which devices seal.
import type pg from 'pg'
import * as z from 'zod'
import { unwrapOrNull, wrap } from '../lib/crypto/keyring'
import { releaseKeyContext } from '../lib/statistics/release-key.data'
import { snapshotContext } from '../lib/statistics/snapshot.data'
import { sealingKeyContext } from '../lib/submissions/sealing-key.data'

const PLACES = [
  { table: 'snapshot', column: 'wrapped_key', contextOf: snapshotContext },
  { table: 'release_key', column: 'wrapped', contextOf: releaseKeyContext },
  { table: 'sealing_key', column: 'wrapped', contextOf: sealingKeyContext },
] as const
const row = z.object({ id: z.string(), wrapped: z.instanceof(Buffer) })

/** Closes each of them with the first key of the key file. damaged: 'table/id' of those that do not open and stay as they are. */
export async function rewrapOwnKeys(client: pg.Client): Promise<{ count: number; damaged: string[] }> {
  const damaged: string[] = []
  let count = 0
  for (const { table, column, contextOf } of PLACES) {
    await client.query(`ALTER TABLE public.${table} NO FORCE ROW LEVEL SECURITY`)
    // A snapshot changes only when it ends; how its key is closed is no change of it.
    if (table === 'snapshot') await client.query('ALTER TABLE public.snapshot DISABLE TRIGGER refuse_change')
    const { rows } = await client.query(
      `SELECT id, ${column} AS wrapped FROM public.${table} WHERE ${column} IS NOT NULL FOR UPDATE`,
    )
    for (const { id, wrapped } of z.array(row).parse(rows)) {
      const key = unwrapOrNull(wrapped, contextOf(id))
      if (key === null) {
        damaged.push(`${table}/${id}`)
        continue
      }
      const fresh = wrap(key, contextOf(id))
      await client.query(`UPDATE public.${table} SET ${column} = $1 WHERE id = $2`, [fresh, id])
      count += 1
    }
    if (table === 'snapshot') await client.query('ALTER TABLE public.snapshot ENABLE TRIGGER refuse_change')
    await client.query(`ALTER TABLE public.${table} FORCE ROW LEVEL SECURITY`)
  }
  return { count, damaged }
}
