import 'server-only'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'

/** Where the note of a file stands: encrypted with the key of that file, so that who reads the one may read the other. */
export const handoverNoteAt = (
  handoverId: string,
  caseId: string,
  column: 'note' | 'reason',
  revision: number,
) => placeInFile(caseId, { table: 'handover_item', row: handoverId, column, revision })

type Encrypted = {
  readonly handoverId: string
  readonly caseId: string
  readonly noteRevision: number
  readonly noteCipher: Uint8Array
}

export const openHandoverNote = (work: Work, item: Encrypted): Promise<string> =>
  work.fieldCrypto.open(
    handoverNoteAt(item.handoverId, item.caseId, 'note', item.noteRevision),
    item.noteCipher,
  )

/** The note of one file within reach; null when there is none. */
export const findHandoverNote = async (
  work: Work,
  { handoverId, caseId }: { handoverId: string; caseId: string },
) => {
  const item = await work.tx.handoverItem.findFirst({
    where: { handoverId, caseId, state: { in: ['draft', 'held', 'offered', 'declined'] } },
    select: { handoverId: true, caseId: true, noteRevision: true, noteCipher: true },
  })
  return item && { revision: item.noteRevision, text: await openHandoverNote(work, item) }
}

/** @returns false when a colleague wrote meanwhile, or the file is not in preparation for the actor any more */
export const updateHandoverNote = async (
  work: Work,
  {
    handoverId,
    caseId,
    version,
    text,
  }: { handoverId: string; caseId: string; version: number; text: string },
): Promise<boolean> => {
  const next = version + 1
  const { count } = await work.tx.handoverItem.updateMany({
    where: {
      handoverId,
      caseId,
      noteRevision: version,
      state: { in: ['draft', 'held', 'offered', 'declined'] },
    },
    data: {
      noteCipher: await work.fieldCrypto.encrypt(handoverNoteAt(handoverId, caseId, 'note', next), text),
      noteRevision: next,
      version: { increment: 1 },
    },
  })
  return count === 1
}
