import 'server-only'
import * as z from 'zod'
import { signCheckpoint } from '@/lib/crypto/checkpoint-signature'
import type { JobWork } from './work'

const made = z
  .array(z.object({ seal_number: z.bigint(), seal_chain: z.instanceof(Uint8Array<ArrayBuffer>) }))
  .max(1)

/**
 * Makes a checkpoint over what no running transaction can add to any more, signs it outside the database, and tells its number;
 * null when there was nothing to cover.
 */
export const makeCheckpoint = async ({ tx }: JobWork): Promise<bigint | null> => {
  const [checkpoint] = made.parse(
    await tx.$queryRaw`SELECT seal_number, seal_chain FROM app.make_checkpoint()`,
  )
  if (checkpoint === undefined) return null
  const { kid, bytes } = signCheckpoint(checkpoint.seal_number, checkpoint.seal_chain)
  await tx.$executeRaw`SELECT app.sign_checkpoint(${checkpoint.seal_number}, ${kid}, ${bytes})`
  return checkpoint.seal_number
}
