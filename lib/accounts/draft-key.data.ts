import 'server-only'
import { randomBytes } from 'node:crypto'
import { unwrapOrNull, wrap } from '@/lib/crypto/keyring'
import { Damaged } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'

/** What a wrapped draft key is bound to. */
export const draftKeyContext = (staffId: string): string => `draft:${staffId}`

/** The 256-bit draft key of an account. Throws Damaged. */
export const unwrapDraftKey = (staffId: string, wrapped: Uint8Array): Buffer => {
  const key = unwrapOrNull(wrapped, draftKeyContext(staffId))
  if (key === null) throw new Damaged({ table: 'draft_key', column: 'wrapped', row: staffId })
  return key
}

/** The 256-bit key of the actor's own drafts, made at the first call. It belongs into a page's memory, nowhere else. Throws Damaged. */
export const getOrCreateDraftKey = async (work: Work): Promise<Uint8Array> => {
  const staffId = work.actor.id
  const wrapped = wrap(randomBytes(32), draftKeyContext(staffId))
  // Two tabs at once: the first key stays, both read it back.
  await work.tx.draftKey.createMany({ data: [{ staffId, wrapped }], skipDuplicates: true })
  const row = await work.tx.draftKey.findUniqueOrThrow({ where: { staffId }, select: { wrapped: true } })
  // Never a new one in its place: it would open none of the drafts that lie on the actor's devices.
  return unwrapDraftKey(staffId, row.wrapped)
}

/** The key as our own page reads it. */
export const getDraftKeyFile = async (work: Work) => {
  const key = Buffer.from(await getOrCreateDraftKey(work)).toString('base64')
  const staffId = work.actor.id
  return { staffId, body: JSON.stringify({ staffId, key }), type: 'application/json' }
}
