import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import type { Logo } from './logo'

/** Keeps the picture; the same one twice is one. */
export const insertPicture = async (work: Work, { hash, bytes }: Logo): Promise<void> => {
  await work.tx.organisationPicture.createMany({
    data: {
      organisationId: work.actor.organisationId,
      hash,
      bytes: Uint8Array.from(bytes),
      createdBy: work.actor.id,
      createdAt: work.now,
    },
    skipDuplicates: true,
  })
}

/** Throws NotFound. */
export const getPicture = async (work: Work, hash: string): Promise<Uint8Array<ArrayBuffer>> => {
  const row = await work.tx.organisationPicture.findFirst({
    where: { organisationId: work.actor.organisationId, hash },
    select: { bytes: true },
  })
  if (row === null) throw new NotFound()
  return Uint8Array.from(row.bytes)
}
