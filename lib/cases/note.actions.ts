'use server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { getFile, today } from './case.data'
import { answerSchema, noteEditSchema, noteWithdrawalSchema } from './file.schema'
import { hasSignal, updateSignalAnswer, withdrawNew } from './note.data'
import { getNote, updateNote } from './note-edit.data'
import { noteCommand } from './write-note.data'

export const writeNote = defineAction(noteCommand)

/** Takes a note back that its author just wrote and no one else has seen: it is as if it had not been written, but for the audit log. */
export const withdrawNote = defineAction({
  name: 'withdrawNote',
  permission: 'note:write',
  schema: noteWithdrawalSchema,
  value: z.object({ noteId: z.uuid() }),
  audit: ({ caseId, noteId }) => ({ event: 'note.withdrawn', caseId, noteId }),
  run: async (work, { caseId, noteId }) => {
    await getFile(work, 'note:write', caseId)
    const { author } = await getNote(work, caseId, noteId)
    if (author.id !== work.actor.id) return no('notYourNote')
    return (await withdrawNew(work, { noteId, caseId })) ? ok({ noteId }) : no('noteSeen')
  },
})

/** Corrects a note; what stood there before stays readable. Someone else’s note gets an answer, not another text. */
export const editNote = defineAction({
  name: 'editNote',
  permission: 'note:write',
  schema: noteEditSchema,
  value: z.object({ noteId: z.uuid(), version: z.int() }),
  audit: ({ caseId }, { noteId, version }) => ({ event: 'note.edited', caseId, noteId, version }),
  run: async (work, { caseId, noteId, version, ...words }) => {
    await getFile(work, 'note:write', caseId)
    const { author, kind, happenedOn, text, ...note } = await getNote(work, caseId, noteId)
    if (author.id !== work.actor.id) return no('notYourNote')
    if (words.happenedOn > today(work)) return no('inTheFuture', { happenedOn: 'inTheFuture' })
    if (await updateNote(work, { id: noteId, caseId, version }, words))
      return ok({ noteId, version: version + 1 })
    return conflict({ version: note.version, kind, happenedOn, text })
  },
})

export const answerSignal = defineAction({
  name: 'answerSignal',
  permission: 'signal:answer',
  schema: answerSchema,
  value: z.object({ signalId: z.uuid() }),
  audit: ({ caseId, signalId }) => ({ event: 'signal.answered', caseId, signalId }),
  run: async (work, answer) => {
    await getFile(work, 'signal:answer', answer.caseId)
    if (!(await hasSignal(work, answer.signalId, answer.caseId))) throw new NotFound()
    if (await updateSignalAnswer(work, answer)) return ok({ signalId: answer.signalId })
    return no('alreadyAnswered')
  },
})
