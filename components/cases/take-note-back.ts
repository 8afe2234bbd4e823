import type { RefObject } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type * as z from 'zod/mini'
import type { noteSchema } from '@/lib/cases/file.schema'
import { withdrawNote } from '@/lib/cases/note.actions'
import { draftOwner } from '@/lib/drafts/draft-key'
import { keepText } from '@/lib/drafts/keep-text'

export type NoteFields = z.input<typeof noteSchema>
type NoteForm = UseFormReturn<NoteFields>

/** Back into the form, before what was begun there meanwhile: nothing that was typed goes. */
const giveBack = (form: NoteForm, note: NoteFields): void => {
  const begun = form.getValues()
  const isBegun = begun.text.trim() !== ''
  const set = { shouldDirty: true } as const
  form.setValue('text', isBegun ? `${note.text}\n\n${begun.text}` : note.text, set)
  // What the lawyer alone may read stays so, whatever it stands beside now.
  form.setValue('marks', [...new Set([...(note.marks ?? []), ...(begun.marks ?? [])])], set)
  if (!isBegun) {
    form.setValue('kind', note.kind, set)
    form.setValue('happenedOn', note.happenedOn, set)
  }
  form.setFocus('text')
}

/**
 * Takes a new note back. Its text lies among the drafts before it is withdrawn, and is there until the form has it: also when the page, or
 * the form, is gone by then.
 * @returns whether it is withdrawn, or the code of why not
 */
export const takeNoteBack = async (
  note: NoteFields,
  noteId: string,
  { path, form }: { readonly path: string; readonly form: RefObject<NoteForm | null> },
): Promise<true | string> => {
  const { caseId } = note
  const kept = await keepText(`note:${caseId}`, {
    values: note,
    typed: ['text', 'kind', 'happenedOn', 'marks'],
    path,
  })
  const as = draftOwner()
  const answer = await withdrawNote({
    requestId: crypto.randomUUID(),
    input: { caseId, noteId },
    ...(as === null ? {} : { as }),
  }).catch(() => null)
  // No answer: it may be withdrawn, and then the draft is all there is.
  if (answer === null) {
    await kept.leave()
    return 'undoUnknown'
  }
  if (!answer.ok) {
    await kept.forget()
    return answer.code
  }
  if (form.current === null || form.current.getValues('caseId') !== caseId) await kept.leave()
  else {
    giveBack(form.current, note)
    await kept.forget()
  }
  return true
}
