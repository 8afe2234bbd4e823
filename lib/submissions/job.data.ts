import 'server-only'
import * as z from 'zod'
import type { JobWork } from '@/lib/db/work'
import { openInside } from './custody.data'
import { findSecret } from './sealing-key.data'

const rows = z.array(
  z.object({
    id: z.string(),
    key_id: z.string(),
    enc: z.instanceof(Uint8Array),
    cipher: z.instanceof(Uint8Array),
  }),
)

/** The tokens of devices of which something is in custody, each from inside one of its texts: the database has their hashes alone. */
export const findTokens = async ({ tx }: JobWork): Promise<string[]> => {
  const tokens = new Set<string>()
  for (const { id, key_id: keyId, enc, cipher } of rows.parse(
    await tx.$queryRaw`SELECT id, key_id, enc, cipher FROM app.stores_to_place()`,
  )) {
    const secret = await findSecret(tx, keyId)
    const inside = secret === null ? null : await openInside(id, secret, { enc, cipher })
    if (inside !== null) tokens.add(inside.token)
  }
  return [...tokens]
}

/** Drafts of texts about erased files after their week, the register of what was taken along, and what was placed and is long over. */
export const tidySubmissions = async ({ tx }: JobWork): Promise<void> => {
  await tx.$executeRaw`SELECT app.tidy_submissions()`
}
