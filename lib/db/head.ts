import 'server-only'
import * as z from 'zod'
import { type SignedCheckpoint, toHeadLine } from '@/lib/crypto/checkpoint-head'
import type { JobWork } from './work'

/** How a copy of a checkpoint leaves the host. */
export type HeadWay = 'file' | 'mail' | 'webhook'

const bytes = z.instanceof(Uint8Array)
const covered = z.array(
  z.object({
    number: z.bigint(),
    sealed_ms: z.bigint(),
    first_txid: z.bigint(),
    end_txid: z.bigint(),
    events: z.bigint(),
    event_hash: z.string(),
    marks: z.bigint(),
    mark_hash: z.string(),
    previous: z.string(),
    chain: z.string(),
    kid: z.string().nullable(),
    signature: bytes.nullable(),
    checks: bytes.nullable(),
  }),
)
const copied = z.array(z.object({ delivered: z.bigint().nullable() })).max(1)

export type DueHeads = { readonly lines: readonly string[]; readonly last: bigint }

/** The checkpoints that were not delivered this way yet, at most 500; the first time the last one only, which covers all before it. */
export const listDueHeads = async ({ tx }: JobWork, way: HeadWay): Promise<DueHeads | null> => {
  const [copy] = copied.parse(await tx.$queryRaw`SELECT delivered FROM head_copy WHERE way = ${way}`)
  const after = copy?.delivered ?? null
  const list = async (number: bigint | null) =>
    covered.parse(await tx.$queryRaw`SELECT * FROM app.list_heads(${number}::bigint)`)
  const fresh = await list(after)
  // Fewer than were delivered: an older archive was restored, or someone cut the end off. What is last now goes out, not silence.
  const rows =
    fresh.length > 0 || after === null ? fresh : (await list(null)).filter(({ number }) => number < after)
  const last = rows.at(-1)
  if (last === undefined) return null
  const lines = rows.map((row) => {
    const checkpoint: SignedCheckpoint = {
      ...row,
      checkpointMs: row.sealed_ms,
      first: row.first_txid,
      end: row.end_txid,
      eventHash: row.event_hash,
      markHash: row.mark_hash,
    }
    return toHeadLine(checkpoint)
  })
  return { lines, last: last.number }
}

/** Keeps up to which checkpoint copies were delivered; a failure before is over. */
export const saveDelivered = async ({ tx, now }: JobWork, way: HeadWay, number: bigint): Promise<void> => {
  await tx.$executeRaw`
    INSERT INTO head_copy (way, delivered, delivered_at) VALUES (${way}, ${number}, ${now})
    ON CONFLICT (way) DO UPDATE SET delivered = EXCLUDED.delivered, delivered_at = EXCLUDED.delivered_at, failed_at = NULL`
}

const told = z.array(z.object({ told: z.int() })).length(1)

/** Keeps since when copies fail this way, and tells the admins, once a day. @returns how many were told */
export const saveFailed = async ({ tx, now }: JobWork, way: HeadWay): Promise<number> => {
  await tx.$executeRaw`
    INSERT INTO head_copy (way, failed_at) VALUES (${way}, ${now})
    ON CONFLICT (way) DO UPDATE SET failed_at = COALESCE(head_copy.failed_at, EXCLUDED.failed_at)`
  return told.parse(await tx.$queryRaw`SELECT app.tell_failed_copies() AS told`)[0]?.told ?? 0
}
