import 'server-only'
import * as z from 'zod'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { insertNotices } from '@/lib/notices/notice.data'
import { type Day, toDate } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'

/** Where the text of a note stands: encrypted with the key of its file. */
export const noteAt = (caseId: string, noteId: string, revision: number) =>
  placeInFile(caseId, { table: 'note', row: noteId, column: 'body', revision })

/** Note and answer of a signal are written once each, so their revision stays 1. */
export const signalAt = (caseId: string, signalId: string, column: 'note' | 'answer') =>
  placeInFile(caseId, { table: 'signal', row: signalId, column })

/** Writes a note into a file that the caller has found within reach. */
export const insertNote = async (
  work: Work,
  note: {
    readonly caseId: string
    readonly kind: string
    readonly happenedOn: Day
    readonly text: string
    readonly isPrivileged?: boolean
  },
): Promise<string> => {
  const { caseId, kind, happenedOn, text, isPrivileged = false } = note
  const id = newId(work.now.getTime())
  const bodyCipher = await work.fieldCrypto.encrypt(noteAt(caseId, id, 1), text)
  await work.tx.note.createMany({
    data: {
      id,
      caseId,
      kind,
      happenedOn: toDate(happenedOn),
      bodyCipher,
      privileged: isPrivileged,
      authorId: work.actor.id,
      createdAt: work.now,
    },
  })
  return id
}

const yes = z.array(z.object({ yes: z.boolean() })).length(1)

/** Takes back what the actor just wrote. @returns false when it is too late: the database decides, it alone knows who opened the file */
export const withdrawNew = async (
  work: Work,
  { noteId, caseId }: { readonly noteId: string; readonly caseId: string },
): Promise<boolean> => {
  const [row] = yes.parse(
    await work.tx.$queryRaw`SELECT app.withdraw_note(${noteId}::uuid, ${caseId}::uuid) AS yes`,
  )
  return row?.yes === true
}

/** Whether the actor reads the lawyer's notes of a file, and so may write one. */
export const readsPrivileged = async (work: Work, caseId: string): Promise<boolean> => {
  const [row] = yes.parse(
    await work.tx.$queryRaw`SELECT ${caseId}::uuid = ANY (app.privileged_cases()) AS yes`,
  )
  return row?.yes === true
}

/** Answers a signal once. @returns false when someone answered or changed it meanwhile */
export const updateSignalAnswer = async (
  work: Work,
  signal: {
    readonly signalId: string
    readonly caseId: string
    readonly version: number
    readonly text: string
  },
): Promise<boolean> => {
  const { signalId, caseId, version, text } = signal
  const answerCipher = await work.fieldCrypto.encrypt(signalAt(caseId, signalId, 'answer'), text)
  const { count } = await work.tx.signal.updateMany({
    where: { id: signalId, caseId, version, answeredAt: null },
    data: {
      answerCipher,
      answeredBy: work.actor.id,
      answeredAt: work.now,
      version: { increment: 1 },
    },
  })
  if (count === 0) return false
  const raised = await work.tx.signal.findUnique({ where: { id: signalId }, select: { raisedBy: true } })
  if (raised !== null) await insertNotices(work, 'signal_answered', [raised.raisedBy], caseId)
  return true
}

/** Whether a signal is one of this file. */
export const hasSignal = async (work: Work, signalId: string, caseId: string): Promise<boolean> =>
  (await work.tx.signal.findFirst({ where: { id: signalId, caseId }, select: { id: true } })) !== null
