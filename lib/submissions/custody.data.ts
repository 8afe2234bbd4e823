import 'server-only'
import * as z from 'zod'
import { hashToken } from '@/lib/accounts/token'
import type { ShareWork } from '@/lib/db/work'
import { fromBase64url, hashOf } from '@/lib/device/bytes'
import { openSealed } from './seal.rules'
import { findSecret } from './sealing-key.data'
import { type Sealed, type SubmissionSent, sealedSchema } from './wire.schema'

const decode = (text: string): Uint8Array<ArrayBuffer> | null => {
  try {
    return fromBase64url(text)
  } catch {
    return null
  }
}

/** What is inside a sealed text; null for whatever does not open or is no text of ours. */
export const openInside = async (
  id: string,
  key: { readonly id: string; readonly secret: Uint8Array },
  bytes: { readonly enc: Uint8Array; readonly cipher: Uint8Array },
): Promise<Sealed | null> => {
  try {
    return z.parse(sealedSchema, JSON.parse(await openSealed(id, key, bytes)))
  } catch {
    return null
  }
}

const said = z.array(z.object({ said: z.enum(['taken', 'unknown', 'conflict', 'full']) })).length(1)

export type Custody =
  | { readonly said: 'taken'; readonly hash: string; readonly token: string }
  | { readonly said: 'unknown' | 'conflict' | 'full' }

/**
 * Takes a sealed text into custody before anyone judges what it says. What does not open and what bears a token that no device has is
 * kept nowhere, and the two are one answer after the same work.
 */
export const takeSubmission = async ({ tx }: ShareWork, sent: SubmissionSent): Promise<Custody> => {
  const secret = await findSecret(tx, sent.key)
  const [enc, cipher] = [decode(sent.enc), decode(sent.cipher)]
  if (secret === null || enc === null || cipher === null) return { said: 'unknown' }
  const inside = await openInside(sent.id, secret, { enc, cipher })
  if (inside === null) return { said: 'unknown' }
  const hash = await hashOf(cipher)
  const [answer] = said.parse(
    await tx.$queryRaw`SELECT app.take_submission(${hashToken(inside.token)}, ${inside.as}::uuid, ${sent.id}::uuid, ${sent.key}::uuid, ${hash},
        ${enc}, ${cipher}, ${inside.form}, ${inside.state}, ${inside.requestId}::uuid, ${inside.after}::uuid, ${inside.seq}::bigint,
        ${new Date(inside.at)}, ${Math.round(inside.skew)}::bigint) AS said`,
  )
  if (answer?.said !== 'taken') return { said: answer?.said ?? 'unknown' }
  return { said: 'taken', hash, token: inside.token }
}

const counted = z.array(z.object({ may: z.boolean() })).length(1)

/** Counts a delivery or a greeting of a network. */
export const maySubmit = async ({ tx }: ShareWork, network: string): Promise<boolean> => {
  const [row] = counted.parse(await tx.$queryRaw`SELECT app.may_submit(${network}) AS may`)
  return row?.may === true
}
