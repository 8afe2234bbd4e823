import 'server-only'
import * as z from 'zod'
import { unwrapOrNull, wrap } from '@/lib/crypto/keyring'
import type { Tx } from '@/lib/db/transact'
import type { SealingKey } from '@/lib/offline/taken.schema'
import { newId } from '@/lib/shared/ids'
import { makePair } from './seal.rules'

const rows = z
  .array(
    z.object({
      id: z.string(),
      public: z.string(),
      wrapped: z.instanceof(Uint8Array),
      used_until: z.date(),
    }),
  )
  .max(1)

/** What binds the closed secret half to its row. */
export const sealingKeyContext = (id: string): string => `sealing:${id}`

const find = async (tx: Tx, id: string | null) =>
  rows.parse(await tx.$queryRaw`SELECT id, public, wrapped, used_until FROM app.sealing_key(${id}::uuid)`)[0]

/** The key to which devices seal now, made when the last one is older than ninety days. */
export const getSealingKey = async (tx: Tx): Promise<SealingKey> => {
  let row = await find(tx, null)
  if (row === undefined) {
    const pair = await makePair()
    const id = newId()
    const wrapped = wrap(pair.secret, sealingKeyContext(id))
    await tx.$executeRaw`SELECT app.add_sealing_key(${id}::uuid, ${pair.public}, ${wrapped})`
    row = await find(tx, null)
  }
  if (row === undefined) throw new Error('a key that was just made is there')
  return { id: row.id, public: row.public, until: row.used_until.toISOString() }
}

/** The secret half of a key; null when it opens nothing any more, or never was. */
export const findSecret = async (
  tx: Tx,
  id: string,
): Promise<{ readonly id: string; readonly secret: Uint8Array } | null> => {
  const row = await find(tx, id)
  if (row === undefined) return null
  const secret = unwrapOrNull(row.wrapped, sealingKeyContext(id))
  return secret === null ? null : { id, secret }
}
