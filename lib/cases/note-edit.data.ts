import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { openEach } from '@/lib/registers/register.data'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import { noteAt } from './note.data'

type Words = { readonly kind: string; readonly happenedOn: Day; readonly text: string }
export type NoteHeader = Words & {
  readonly id: string
  readonly version: number
  readonly author: { readonly id: string; readonly name: string }
  readonly editedAt: Date | null
}
/** What a note said before it was corrected, and until when it stood there. */
export type NoteRevision = Words & { readonly version: number; readonly replacedAt: Date }

/** One note of a file within reach. Throws NotFound. */
export const getNote = async (work: Work, caseId: string, noteId: string): Promise<NoteHeader> => {
  const row = await work.tx.note.findFirst({
    where: { id: noteId, caseId },
    select: {
      id: true,
      kind: true,
      happenedOn: true,
      bodyCipher: true,
      editedAt: true,
      version: true,
      author: { select: { id: true, name: true } },
    },
  })
  if (row === null) throw new NotFound()
  const { bodyCipher, happenedOn, ...facts } = row
  const text = await work.fieldCrypto.open(noteAt(caseId, row.id, row.version), bodyCipher)
  return { ...facts, happenedOn: toDay(happenedOn), text }
}

/** What stood there before, the latest first: for everyone who reads the file. */
export const listNoteRevisions = async (
  work: Work,
  caseId: string,
  noteId: string,
): Promise<NoteRevision[]> => {
  const rows = await work.tx.noteRevision.findMany({
    where: { noteId, caseId },
    select: { version: true, kind: true, happenedOn: true, bodyCipher: true, replacedAt: true },
    orderBy: { version: 'desc' },
    take: 100,
  })
  return openEach(rows, async ({ bodyCipher, happenedOn, ...row }) => ({
    ...row,
    happenedOn: toDay(happenedOn),
    text: await work.fieldCrypto.open(noteAt(caseId, noteId, row.version), bodyCipher),
  }))
}

/**
 * Puts new words in the place of the old ones, which the database keeps (note_revision).
 * @returns false when the note was corrected since that version
 */
export const updateNote = async (
  work: Work,
  { id, caseId, version }: { readonly id: string; readonly caseId: string; readonly version: number },
  { kind, happenedOn, text }: Words,
): Promise<boolean> => {
  const { count } = await work.tx.note.updateMany({
    where: { id, caseId, version },
    data: {
      kind,
      happenedOn: toDate(happenedOn),
      bodyCipher: await work.fieldCrypto.encrypt(noteAt(caseId, id, version + 1), text),
      editedAt: work.now,
      version: { increment: 1 },
    },
  })
  return count === 1
}
