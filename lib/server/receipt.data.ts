import 'server-only'
import * as z from 'zod'
import { fingerprint } from '@/lib/crypto/keyring'
import type { AuditEvent } from '@/lib/db/events'
import { toLine, type Work } from '@/lib/db/work'
import { canonical } from '@/lib/shared/canonical'
import type { Answer } from './answer'

const rows = z.array(z.object({ content_hash: z.instanceof(Uint8Array), answer: z.unknown() })).max(1)

/**
 * Takes the request id for this transaction. Null: it is ours, go on. Otherwise the answer that was given before, or the
 * refusal when the content or the handler differs. A second request with the same id waits here until the first has committed.
 */
export const claim = async <V extends z.core.$ZodType>(
  work: Work,
  { requestId, door: handler, content }: { requestId: string; door: string; content: unknown },
  value: V,
): Promise<Answer<z.output<V>> | null> => {
  const hash = fingerprint('receipt', canonical({ door: handler, content }))
  const taken = await work.tx.$executeRaw`
    INSERT INTO receipt (staff_id, request_id, content_hash)
    VALUES (${work.actor.id}::uuid, ${requestId}::uuid, ${hash}) ON CONFLICT DO NOTHING`
  if (taken === 1) return null
  const [first] = rows.parse(
    await work.tx.$queryRaw`SELECT content_hash, answer FROM receipt
      WHERE staff_id = ${work.actor.id}::uuid AND request_id = ${requestId}::uuid`,
  )
  if (first === undefined || !hash.equals(first.content_hash)) return { ok: false, code: 'requestIdReused' }
  return { ok: true, value: z.parse(value, first.answer) }
}

/** The line of the audit log and the answer that the receipt keeps, by one statement. */
export const keep = async (
  work: Work,
  requestId: string,
  { line, answer }: { readonly line: AuditEvent; readonly answer: unknown },
): Promise<void> => {
  await work.tx.$executeRaw`WITH line AS (${toLine(line)})
    UPDATE receipt SET answer = ${JSON.stringify(answer ?? null)}::jsonb
    WHERE staff_id = ${work.actor.id}::uuid AND request_id = ${requestId}::uuid`
}
