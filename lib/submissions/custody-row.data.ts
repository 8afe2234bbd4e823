import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import type { Problem } from '@/lib/drafts/draft-content'
import { openInside } from './custody.data'
import { findSecret } from './sealing-key.data'
import type { Sealed } from './wire.schema'

export type Row = {
  readonly id: string
  readonly keyId: string
  readonly enc: Uint8Array
  readonly cipher: Uint8Array
  readonly arrivedAt: Date
  readonly writtenAt: Date
  readonly isRevoked: boolean
}
export type Outcome =
  | { readonly outcome: 'placed'; readonly reason: string | null }
  | { readonly outcome: 'waiting'; readonly reason: string | null }
  | {
      readonly outcome: 'returned'
      readonly reason: string
      readonly keptUntil?: Date
      readonly draftId: string
    }
/** Nothing can be said of it yet. */
export type Verdict = Outcome | null

/** Comes back to its author whole: what was begun in the transaction is taken back first. */
export class ComesBack extends Error {
  constructor(
    readonly problem: Problem,
    readonly reason: string,
    readonly keptUntil: Date | null = null,
  ) {
    super('comes back')
  }
}

const locked = z.array(z.object({ id: z.string() })).max(1)

/** The row, if it is still in custody; locked, so that it is judged once. */
export const takeRow = async (work: Work, id: string): Promise<Row | null> => {
  // One account after the other: what was written in an order is placed in it.
  await work.tx
    .$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`submissions ${work.actor.id}`}, 0))::text`
  const [found] = locked.parse(
    await work.tx
      .$queryRaw`SELECT id FROM submission WHERE id = ${id}::uuid AND outcome = 'received' FOR UPDATE`,
  )
  if (found === undefined) return null
  const row = await work.tx.submission.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      keyId: true,
      enc: true,
      cipher: true,
      arrivedAt: true,
      writtenAt: true,
      store: { select: { revokedAt: true } },
    },
  })
  const { enc, cipher, store, ...rest } = row
  return enc === null || cipher === null
    ? null
    : { ...rest, enc, cipher, isRevoked: store.revokedAt !== null }
}

export const finish = async (work: Work, row: Row, inside: Sealed, verdict: Outcome): Promise<void> => {
  await work.tx.submission.updateMany({
    where: { id: row.id },
    data: {
      outcome: verdict.outcome,
      reason: verdict.reason,
      keptUntil: verdict.outcome === 'returned' ? (verdict.keptUntil ?? null) : null,
      draftId: verdict.outcome === 'returned' ? verdict.draftId : null,
      judgedAt: work.now,
      enc: null,
      cipher: null,
    },
  })
  await work.audit({
    event: `submission.${verdict.outcome}`,
    submissionId: row.id,
    deviceId: inside.device,
    reason: verdict.reason,
  })
}

export const isPlaced = async (work: Work, requestId: string): Promise<boolean> =>
  (await work.tx.receipt.count({ where: { staffId: work.actor.id, requestId } })) > 0

export const readInside = async (work: Work, row: Row): Promise<Sealed | null> => {
  const secret = await findSecret(work.tx, row.keyId)
  return secret === null ? null : openInside(row.id, secret, row)
}
