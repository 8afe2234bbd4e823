import 'server-only'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { type Day, toDay } from '@/lib/shared/dates'

/** From which day a next step was moved, and why. */
export type Moved = { readonly from: Day | null; readonly because: string }

/** Where the reason is: encrypted with the key of the file, of the revision of the step. */
export const movedAt = (caseId: string, revision: number) =>
  placeInFile(caseId, { table: 'case_file', row: caseId, column: 'next_step_moved', revision })

/** From which day the next step of a file was moved, and why; null when it was not. */
export const readStepMoved = async (work: Work, caseId: string): Promise<Moved | null> => {
  const { nextStepMovedCipher: cipher, ...row } = await work.tx.caseFile.findUniqueOrThrow({
    where: { id: caseId },
    select: { nextStepMovedCipher: true, nextStepMovedFrom: true, nextStepRevision: true },
  })
  if (cipher === null) return null
  return {
    from: row.nextStepMovedFrom && toDay(row.nextStepMovedFrom),
    because: await work.fieldCrypto.open(movedAt(caseId, row.nextStepRevision), cipher),
  }
}
