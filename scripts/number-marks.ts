// Keyed marks beside encrypted numbers (docs/adr/0075), for rows that were written before there were any and after a change of keys:
// who may change tables opens each number and writes its mark. It can be run at any time, any number of times.
import pg from 'pg'
import * as z from 'zod'
import { type DataKey, keyIdOf, openBytes } from '../lib/crypto/envelope'
import { unwrapOrNull } from '../lib/crypto/keyring'
import { wrapContext } from '../lib/db/field-crypto'
import { NUMBER_KINDS } from '../lib/people/authority-number.rules'
import { markNumber } from '../lib/people/number.data'

/** A column that holds numbers: which rows tell one, how it is compared, and how it is read from the opened text. */
type Place = {
  readonly table: string
  readonly cipher: string
  readonly column: string
  /** In SQL: the form of the number in a row, null where it holds none. */
  readonly form: string
  /** In SQL: whether a row bears marks. */
  readonly isMarked: string
  readonly of: (text: string) => string
}
const contact = z.object({ value: z.string() })
const event = z.object({ reference: z.string().default('') })
const PLACES: readonly Place[] = [
  {
    table: 'safe_contact',
    cipher: 'details_cipher',
    column: 'details',
    form: "CASE WHEN channel IN ('phone', 'messenger') AND mistake IS NULL THEN 'phone' END",
    isMarked: "secrecy <> 'sealed'",
    of: (text) => contact.parse(JSON.parse(text)).value,
  },
  {
    table: 'guardianship_event',
    cipher: 'details_cipher',
    column: 'details',
    form: "'reference'",
    isMarked: "secrecy <> 'sealed'",
    of: (text) => event.parse(JSON.parse(text)).reference,
  },
  {
    table: 'person_identifier',
    cipher: 'cipher',
    column: 'text',
    form: `CASE WHEN kind = 'phone' THEN 'phone' WHEN kind IN (${NUMBER_KINDS.codes.map((code) => `'${code}'`).join(', ')}) THEN 'reference' END`,
    isMarked:
      "NOT EXISTS (SELECT FROM public.case_person cp WHERE cp.person_id = person_identifier.person_id AND cp.secrecy = 'sealed')",
    of: (text) => text,
  },
]
const row = z.object({
  id: z.string(),
  cipher: z.instanceof(Buffer).nullable(),
  whole: z.instanceof(Buffer).nullable(),
  tail: z.instanceof(Buffer).nullable(),
  form: z.enum(['phone', 'reference']).nullable(),
})
const key = z.object({
  id: z.string(),
  kind: z.enum(['file', 'person']),
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
  at: { readonly table: string; readonly row: string; readonly column: string },
  cipher: Buffer,
): Promise<string | null> => {
  try {
    const keyId = keyIdOf(cipher)
    const key = keys.has(keyId) ? (keys.get(keyId) ?? null) : await keyOf(client, keyId)
    keys.set(keyId, key)
    if (key === null) return ''
    if (key === 'damaged') return null
    return openBytes(key, { ...at, revision: 1 }, cipher).toString('utf8')
  } catch (error) {
    // What the database refuses is no damage.
    if (error instanceof pg.DatabaseError) throw error
    return null
  }
}

const isSame = (one: Buffer | null, other: Uint8Array): boolean =>
  one !== null && Buffer.compare(one, other) === 0

/** Within the caller's transaction; tells how many marks it wrote. */
export const writeNumberMarks = async (client: pg.Client): Promise<number> => {
  let written = 0
  const keys = new Map<string, DataKey | 'damaged' | null>()
  // The owner is bound by the policies too; this ends with the transaction, whichever way it ends.
  const asked = ['wrapped_key', 'case_person']
  for (const table of asked) await client.query(`ALTER TABLE public.${table} NO FORCE ROW LEVEL SECURITY`)
  for (const { table, cipher, column, form, isMarked, of } of PLACES) {
    await client.query(`ALTER TABLE public.${table} NO FORCE ROW LEVEL SECURITY`)
    const { rows } = await client.query(
      `SELECT id, ${cipher} AS cipher, number_mark AS whole, tail_mark AS tail, ${form} AS form FROM public.${table} WHERE ${isMarked}`,
    )
    for (const one of z.array(row).parse(rows)) {
      let text = ''
      if (one.cipher !== null && one.form !== null) {
        const opened = await readText(client, keys, { table, row: one.id, column }, one.cipher)
        // Damaged: its marks stay, so that it is found again once it is mended.
        if (opened === null) continue
        if (opened !== '') text = of(opened)
      }
      const { numberMark, tailMark } = markNumber(one.form, text)
      if (isSame(one.whole, numberMark) && isSame(one.tail, tailMark)) continue
      await client.query(`UPDATE public.${table} SET number_mark = $1, tail_mark = $2 WHERE id = $3`, [
        Buffer.from(numberMark),
        Buffer.from(tailMark),
        one.id,
      ])
      written += 1
    }
    await client.query(`ALTER TABLE public.${table} FORCE ROW LEVEL SECURITY`)
  }
  for (const table of asked) await client.query(`ALTER TABLE public.${table} FORCE ROW LEVEL SECURITY`)
  return written
}
