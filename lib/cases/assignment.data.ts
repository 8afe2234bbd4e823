import 'server-only'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { insertNotices } from '@/lib/notices/notice.data'
import { newId } from '@/lib/shared/ids'

type LockedFile = { readonly id: string; readonly version: number; readonly workerId: string }

/** Where the reason of a change of worker stands: encrypted with the key of the file. */
export const assignmentAt = (caseId: string, id: string) =>
  placeInFile(caseId, { table: 'case_assignment', row: id, column: 'reason' })

/**
 * Hands a file over and keeps why: the reason is encrypted with the key of the file. The history comes first, because a new
 * worker may put the file out of the reach of the one who hands it over. @returns false when the file changed meanwhile
 */
export const moveWorker = async (
  work: Work,
  file: LockedFile,
  to: { readonly staffId: string; readonly reason: string },
): Promise<boolean> => {
  const id = newId(work.now.getTime())
  const reasonCipher = await work.fieldCrypto.encrypt(
    assignmentAt(file.id, id),
    await work.fieldCrypto.toCopy(to.reason),
  )
  await work.tx.caseAssignment.createMany({
    data: {
      id,
      caseId: file.id,
      fromStaffId: file.workerId,
      toStaffId: to.staffId,
      reasonCipher,
      assignedBy: work.actor.id,
      assignedAt: work.now,
    },
  })
  const { count } = await work.tx.caseFile.updateMany({
    where: { id: file.id, version: file.version },
    data: { workerId: to.staffId, version: { increment: 1 } },
  })
  return count === 1
}

/** The same, and tells the new worker. */
export const updateWorker = async (
  work: Work,
  file: LockedFile,
  to: { readonly staffId: string; readonly reason: string },
): Promise<boolean> => {
  const isMoved = await moveWorker(work, file, to)
  if (isMoved) await insertNotices(work, 'file_assigned', [to.staffId], file.id)
  return isMoved
}

/** Whom a restricted or sealed file may be handed to: its members of this moment. Null for an open file. */
export const findCircle = async (
  work: Work,
  file: { readonly id: string; readonly secrecy: string },
): Promise<string[] | null> => {
  if (file.secrecy === 'open') return null
  const members = await work.tx.caseMember.findMany({
    where: {
      caseId: file.id,
      kind: { not: 'guest' },
      validFrom: { lte: work.now },
      OR: [{ validUntil: null }, { validUntil: { gt: work.now } }],
    },
    select: { staffId: true },
  })
  return members.map(({ staffId }) => staffId)
}
