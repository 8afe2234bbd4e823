'use server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { getFile, today } from './case.data'
import { answerSchema, noteSchema } from './file.schema'
import { hasSignal, insertNote, updateSignalAnswer } from './note.data'

export const writeNote = defineAction({
  name: 'writeNote',
  permission: 'note:write',
  schema: noteSchema,
  value: z.object({ noteId: z.uuid() }),
  audit: ({ caseId }, { noteId }) => ({ event: 'note.written', caseId, noteId }),
  run: async (work, note) => {
    await getFile(work, 'note:write', note.caseId)
    if (note.happenedOn > today(work)) return no('inTheFuture', { happenedOn: 'inTheFuture' })
    return ok({ noteId: await insertNote(work, note) })
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
