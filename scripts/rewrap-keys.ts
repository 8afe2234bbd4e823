// npm run db -- rewrap-keys: closes every data key with the first key of the key file, after which the others can go.
// Encrypted text itself is not touched. All or nothing, in one transaction.
import pg from 'pg'
import * as z from 'zod'
import { kidOf, unwrapOrNull, wrap } from '../lib/crypto/keyring'
import { wrapContext } from '../lib/db/field-crypto'
import { writeNumberMarks } from './number-marks'
import { rewrapOwnKeys } from './own-keys'

const row = z.object({
  id: z.string(),
  kind: z.enum(['person', 'file', 'visit', 'glass', 'vault', 'import', 'partner', 'incoming']),
  holder: z.string(),
  wrapped: z.instanceof(Buffer),
})

type Done = { readonly count: number; readonly damaged: readonly string[] }

const rewrap = async (url: string): Promise<Done> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN')
    // The owner is bound by the policies too; this ends with the transaction, whichever way it ends.
    await client.query('ALTER TABLE public.wrapped_key NO FORCE ROW LEVEL SECURITY')
    const { rows } = await client.query(
      'SELECT id, holder_kind AS kind, holder_id AS holder, wrapped FROM public.wrapped_key FOR UPDATE',
    )
    const damaged: string[] = []
    for (const { id, kind, holder, wrapped } of z.array(row).parse(rows)) {
      const context = wrapContext({ kind, id: holder }, id)
      const key = unwrapOrNull(wrapped, context)
      // Left as it is: a backup may still mend it, and the other keys do not wait for that.
      if (key === null) {
        damaged.push(id)
        continue
      }
      const fresh = wrap(key, context)
      await client.query('UPDATE public.wrapped_key SET wrapped = $1, kid = $2 WHERE id = $3', [
        fresh,
        kidOf(fresh),
        id,
      ])
    }
    if (rows.length > 0 && damaged.length === rows.length)
      throw new Error('no data key opens: this is not the key file of this database')
    await client.query('ALTER TABLE public.wrapped_key FORCE ROW LEVEL SECURITY')
    const own = await rewrapOwnKeys(client)
    // Marks by a key that goes would find no one any more.
    await writeNumberMarks(client)
    await client.query('COMMIT')
    return { count: rows.length - damaged.length + own.count, damaged: [...damaged, ...own.damaged] }
  } finally {
    await client.end()
  }
}

const url = process.env.MIGRATE_DATABASE_URL
if (url) {
  const { count, damaged } = await rewrap(url)
  console.log(
    `${count} data keys are closed with the first key of the key file${damaged.length === 0 ? ': the other lines can go' : ''}`,
  )
  if (damaged.length > 0) {
    console.error(
      `${damaged.length} closed keys (ids of wrapped_key, or table/id) do not open and were left as they are. Keep every line of the key file, and bring these rows back from a backup: ${damaged.slice(0, 200).join(' ')}`,
    )
    process.exitCode = 1
  }
} else {
  console.error(
    'Set MIGRATE_DATABASE_URL (role accompany_migrate): data keys are changed by the one who runs the migrations.',
  )
  process.exitCode = 1
}
