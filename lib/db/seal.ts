import 'server-only'
import * as z from 'zod'
import { signSeal } from '@/lib/crypto/seal-signature'
import type { JobWork } from './work'

const made = z
  .array(z.object({ seal_number: z.bigint(), seal_chain: z.instanceof(Uint8Array<ArrayBuffer>) }))
  .max(1)

/**
 * Seals what no running transaction can add to any more, signs the seal outside the database, and tells its number; null when
 * there was nothing to seal.
 */
export const makeCheckpoint = async ({ tx }: JobWork): Promise<bigint | null> => {
  const [seal] = made.parse(await tx.$queryRaw`SELECT seal_number, seal_chain FROM app.make_checkpoint()`)
  if (seal === undefined) return null
  const { kid, bytes } = signSeal(seal.seal_number, seal.seal_chain)
  await tx.$executeRaw`SELECT app.sign_seal(${seal.seal_number}, ${kid}, ${bytes})`
  return seal.seal_number
}
