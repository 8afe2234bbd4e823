import 'server-only'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { type Day, toDate } from '@/lib/shared/dates'

type Which = { readonly id: string; readonly caseId: string; readonly version: number }

/** Where the reason is: encrypted with the key of the file, of the version that the move made of the task. */
export const movedAt = (caseId: string, taskId: string, revision: number) =>
  placeInFile(caseId, { table: 'task', row: taskId, column: 'moved', revision })

/** Moves a task to a later day, with the reason. @returns false when someone changed the task meanwhile */
export const updateTaskDay = async (
  work: Work,
  { id, caseId, version }: Which,
  { from, to, because }: { readonly from: Day | null; readonly to: Day; readonly because: string },
): Promise<boolean> => {
  const { count } = await work.tx.task.updateMany({
    where: { id, caseId, version, doneAt: null, withdrawnAt: null },
    data: {
      dueOn: toDate(to),
      movedFrom: from === null ? null : toDate(from),
      movedCipher: await work.fieldCrypto.encrypt(movedAt(caseId, id, version + 1), because),
      movedRevision: version + 1,
      version: { increment: 1 },
    },
  })
  return count === 1
}

/** Takes back what was made when a task that repeats was ticked, as long as no one has done it too. */
export const withdrawFollowing = async (
  work: Work,
  { id, caseId }: Pick<Which, 'id' | 'caseId'>,
): Promise<void> => {
  await work.tx.task.updateMany({
    where: { caseId, followsId: id, doneAt: null, withdrawnAt: null },
    data: { withdrawnAt: work.now, version: { increment: 1 } },
  })
}
