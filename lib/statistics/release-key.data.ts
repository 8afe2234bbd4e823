import * as z from 'zod'
import { unwrapOrNull, wrap } from '@/lib/crypto/keyring'
import { Damaged } from '@/lib/db/errors'
import type { StatsWork, Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { makeKeyPair, toSigner } from './release-key'
import { fingerprintOf, type Signer } from './signature'

/** What binds a closed key to its row. */
export const releaseKeyContext = (keyId: string): string => `release-key|${keyId}`

/** The keys of the actor's organisation, the one in use first; none before the first archive. */
export async function listReleaseKeys({ tx }: StatsWork) {
  const rows = await tx.releaseKey.findMany({
    select: { id: true, publicKey: true, createdAt: true, endedAt: true },
    orderBy: [{ endedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ id, publicKey, createdAt, endedAt }) => ({
    id,
    fingerprint: fingerprintOf(publicKey),
    /** Base64 of the DER form. */
    publicKey: Buffer.from(publicKey).toString('base64'),
    from: createdAt,
    /** Null for the one in use. */
    until: endedAt,
  }))
}
/** A key with which the organisation signs archives, or did. */
export type ReleaseKey = Awaited<ReturnType<typeof listReleaseKeys>>[number]

/** Throws when the organisation has no key yet; throws Damaged when it does not open or the ring no longer holds what closed it. */
export async function getSigner({ tx }: StatsWork): Promise<Signer> {
  const { id, wrapped } = await tx.releaseKey.findFirstOrThrow({
    where: { endedAt: null },
    select: { id: true, wrapped: true },
  })
  const key = unwrapOrNull(wrapped, releaseKeyContext(id))
  if (key === null) throw new Damaged({ table: 'release_key', column: 'wrapped', row: id })
  return toSigner(key)
}

const added = z.array(z.object({ added: z.boolean() })).length(1)

/**
 * Makes a key for the organisation. replaces: the id of the key in use, which ends today. Null says that another one is in use.
 */
export async function insertReleaseKey(work: Work, replaces: string | null): Promise<string | null> {
  const id = newId(work.now.getTime())
  const { privateKey, publicKey } = makeKeyPair()
  const wrapped = wrap(privateKey, releaseKeyContext(id))
  privateKey.fill(0)
  const [row] = added.parse(
    await work.tx
      .$queryRaw`SELECT app.add_release_key(${id}::uuid, ${publicKey}::bytea, ${wrapped}::bytea, ${replaces}::uuid) AS added`,
  )
  return row?.added ? id : null
}
