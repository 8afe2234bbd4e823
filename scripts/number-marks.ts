// Keyed marks beside encrypted numbers (docs/adr/0075), for rows that were written before there were any and after a change of keys:
// who may change tables opens each number and writes its mark. It can be run at any time, any number of times.
import pg from 'pg'
import * as z from 'zod'
import { type DataKey, keyIdOf, openBytes } from '../lib/crypto/envelope'
import { unwrapOrNull } from '../lib/crypto/keyring'
import { wrapContext } from '../lib/db/field-crypto'
import { markOfNumber, type NumberKind } from '../lib/people/number.data'

const HOLDERS: readonly {
  readonly table: string
  readonly kind: NumberKind
  readonly of: z.ZodType<string>
}[] = [
  {
    table: 'safe_contact',
    kind: 'phone',
    of: z.object({ value: z.string() }).transform(({ value }) => value),
  },
  {
    table: 'guardianship_event',
    kind: 'reference',
    of: z.object({ reference: z.string().default('') }).transform(({ reference }) => reference),
  },
]
const row = z.object({
  id: z.string(),
  cipher: z.instanceof(Buffer).nullable(),
  mark: z.instanceof(Buffer).nullable(),
  tells: z.boolean(),
})
const key = z.object({
  id: z.string(),
  kind: z.enum(['file']),
  holder: z.string(),
  wrapped: z.instanceof(Buffer),
})

/** null: destroyed. `damaged`: it is there and does not open. */
const keyOf = async (client: pg.Client, id: string): Promise<DataKey | 'damaged' | null> => {
  const { rows } = await client.query(
    "SELECT id, holder_kind AS kind, holder_id AS holder, wrapped FROM public.wrapped_key WHERE id = $1 AND recipient = 'server'",
    [id],
  )
  const [found] = z.array(key).parse(rows)
  if (found === undefined) return null
  const bytes = unwrapOrNull(found.wrapped, wrapContext({ kind: found.kind, id: found.holder }, id))
  return bytes === null ? 'damaged' : { id, bytes }
}

/** The opened text, '' when its key was destroyed, null when it is damaged. */
const readText = async (
  client: pg.Client,
  keys: Map<string, DataKey | 'damaged' | null>,
  at: { readonly table: string; readonly row: string },
  cipher: Buffer,
): Promise<string | null> => {
  try {
    const keyId = keyIdOf(cipher)
    const key = keys.has(keyId) ? (keys.get(keyId) ?? null) : await keyOf(client, keyId)
    keys.set(keyId, key)
    if (key === null) return ''
    if (key === 'damaged') return null
    return openBytes(key, { ...at, column: 'details', revision: 1 }, cipher).toString('utf8')
  } catch (error) {
    // What the database refuses is no damage.
    if (error instanceof pg.DatabaseError) throw error
    return null
  }
}

/** Within the caller's transaction; tells how many marks it wrote. */
export const writeNumberMarks = async (client: pg.Client): Promise<number> => {
  let written = 0
  const keys = new Map<string, DataKey | 'damaged' | null>()
  // The owner is bound by the policies too; this ends with the transaction, whichever way it ends.
  await client.query('ALTER TABLE public.wrapped_key NO FORCE ROW LEVEL SECURITY')
  for (const { table, kind, of } of HOLDERS) {
    await client.query(`ALTER TABLE public.${table} NO FORCE ROW LEVEL SECURITY`)
    const tells = table === 'safe_contact' ? "channel IN ('phone', 'messenger') AND mistake IS NULL" : 'true'
    const { rows } = await client.query(
      `SELECT id, details_cipher AS cipher, number_mark AS mark, ${tells} AS tells FROM public.${table} WHERE secrecy <> 'sealed'`,
    )
    for (const { id, cipher, mark, tells: isTold } of z.array(row).parse(rows)) {
      let text = ''
      if (cipher !== null && isTold) {
        const opened = await readText(client, keys, { table, row: id }, cipher)
        // Damaged: its mark stays, so that it is found again once it is mended.
        if (opened === null) continue
        if (opened !== '') text = of.parse(JSON.parse(opened))
      }
      const right = markOfNumber(kind, text)
      if (mark !== null && Buffer.compare(mark, right) === 0) continue
      await client.query(`UPDATE public.${table} SET number_mark = $1 WHERE id = $2`, [
        Buffer.from(right),
        id,
      ])
      written += 1
    }
    await client.query(`ALTER TABLE public.${table} FORCE ROW LEVEL SECURITY`)
  }
  await client.query('ALTER TABLE public.wrapped_key FORCE ROW LEVEL SECURITY')
  return written
}
