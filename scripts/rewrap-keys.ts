// npm run db -- rewrap-keys: closes every data key with the first key of the key file, after which the others can go.
// Sealed text itself is not touched. All or nothing, in one transaction.
import pg from 'pg'
import * as z from 'zod'
import { kidOf, unwrap, wrap } from '../lib/crypto/keyring'
import { wrapContext } from '../lib/db/vault'
import { writeNumberMarks } from './number-marks'

const row = z.object({
  id: z.string(),
  kind: z.enum(['person', 'file', 'visit', 'glass', 'vault']),
  holder: z.string(),
  wrapped: z.instanceof(Buffer),
})

const rewrap = async (url: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN')
    // The owner is bound by the policies too; this ends with the transaction, whichever way it ends.
    await client.query('ALTER TABLE public.wrapped_key NO FORCE ROW LEVEL SECURITY')
    const { rows } = await client.query(
      'SELECT id, holder_kind AS kind, holder_id AS holder, wrapped FROM public.wrapped_key FOR UPDATE',
    )
    for (const { id, kind, holder, wrapped } of z.array(row).parse(rows)) {
      const context = wrapContext({ kind, id: holder }, id)
      const fresh = wrap(unwrap(wrapped, context), context)
      await client.query('UPDATE public.wrapped_key SET wrapped = $1, kid = $2 WHERE id = $3', [
        fresh,
        kidOf(fresh),
        id,
      ])
    }
    await client.query('ALTER TABLE public.wrapped_key FORCE ROW LEVEL SECURITY')
    // Marks by a key that goes would find nobody any more.
    await writeNumberMarks(client)
    await client.query('COMMIT')
    return rows.length
  } finally {
    await client.end()
  }
}

const url = process.env.MIGRATE_DATABASE_URL
if (url) {
  const count = await rewrap(url)
  console.log(`${count} data keys are closed with the first key of the key file: the other lines can go`)
} else {
  console.error(
    'Set MIGRATE_DATABASE_URL (role accompany_migrate): data keys are changed by whoever runs the migrations.',
  )
  process.exitCode = 1
}
