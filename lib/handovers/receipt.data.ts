import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'

const receipts = z.array(
  z.object({ caseId: z.string(), staffId: z.string(), revision: z.number(), at: z.date() }),
)

/**
 * Who had the note of which file before them, and which state of it, for the first time. The audit log says it to anyone who reads the
 * file; nothing else is kept of it.
 */
export const listReceipts = async (work: Work, handoverId: string, caseIds: readonly string[]) =>
  receipts.parse(
    await work.tx.$queryRaw`
      SELECT e.case_id::text AS "caseId", e.actor_id::text AS "staffId", (e.detail->>'revision')::int AS revision, min(e.at) AS at
        FROM audit_event e
       WHERE e.case_id = ANY (${[...caseIds]}::uuid[]) AND e.event = 'handover.noteRead' AND e.detail->>'handoverId' = ${handoverId}
       GROUP BY 1, 2, 3`,
  )

/** Writes it down once for each note and each state of it. */
export const recordRead = async (
  work: Work,
  handoverId: string,
  files: readonly { readonly caseId: string; readonly noteVersion: number }[],
): Promise<void> => {
  if (files.length === 0) return
  const before = await listReceipts(
    work,
    handoverId,
    files.map(({ caseId }) => caseId),
  )
  for (const { caseId, noteVersion: revision } of files) {
    const isKnown = before.some(
      (one) => one.caseId === caseId && one.staffId === work.actor.id && one.revision === revision,
    )
    if (!isKnown) await work.audit({ event: 'handover.noteRead', handoverId, caseId, revision })
  }
}
