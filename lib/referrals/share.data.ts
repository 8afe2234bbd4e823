import 'server-only'
import { encryptOutside, type OutsideKey } from '@/lib/crypto/outside-key'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'

/** Where an encrypted sheet stands: its key belongs to the link and not to the file. */
export const sheetAt = (shareId: string) => ({
  table: 'referral_share',
  row: shareId,
  column: 'sheet',
  revision: 1,
})

const DAY = 24 * 60 * 60 * 1000

/** Encrypts a sheet with the key of a link. A trigger asks for the consent that its step names. */
export const insertShare = async (
  work: Work,
  share: {
    readonly caseId: string
    readonly referralId: string
    readonly stepId: string
    readonly days: number
    readonly maxOpenings: number
    readonly text: string
  },
  key: OutsideKey,
): Promise<string> => {
  const id = newId(work.now.getTime())
  const { text, days, ...columns } = share
  await work.tx.referralShare.createMany({
    data: {
      id,
      ...columns,
      linkHash: key.linkHash,
      codeCheck: key.codeCheck,
      sheetCipher: encryptOutside(key, sheetAt(id), text),
      // The database compares it with an hour of its own, which is a little later than ours: never more than thirty days.
      expiresAt: new Date(work.now.getTime() + days * DAY),
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  return id
}

/** Every link that was made in a file within reach, the latest first, with when each was opened. */
export const listShares = async (work: Work, caseId: string) => {
  const rows = await work.tx.referralShare.findMany({
    where: { caseId },
    select: {
      id: true,
      caseId: true,
      referralId: true,
      stepId: true,
      expiresAt: true,
      maxOpenings: true,
      tries: true,
      revokedAt: true,
      createdAt: true,
      creator: { select: { name: true } },
      revoker: { select: { name: true } },
      openings: { select: { openedAt: true }, orderBy: { openedAt: 'asc' } },
    },
    orderBy: { id: 'desc' },
    take: 200,
  })
  return rows.map(({ openings, creator, revoker, ...row }) => ({
    ...row,
    openings: openings.map(({ openedAt }) => openedAt),
    by: creator.name,
    revokedBy: revoker?.name ?? null,
  }))
}
export type ShareRow = Awaited<ReturnType<typeof listShares>>[number]

/** Closes a link for good. @returns false when there is none in the file, or it was closed before */
export const revokeShare = async (work: Work, caseId: string, shareId: string): Promise<boolean> => {
  const { count } = await work.tx.referralShare.updateMany({
    where: { id: shareId, caseId, revokedAt: null },
    data: { revokedAt: work.now, revokedBy: work.actor.id },
  })
  return count === 1
}
