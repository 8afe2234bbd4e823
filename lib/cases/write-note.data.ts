import 'server-only'
import * as z from 'zod'
import { defineCommand } from '@/lib/server/carry-out'
import { no, ok } from '@/lib/shared/result'
import { getFile, today } from './case.data'
import { noteSchema } from './file.schema'
import { insertNote, readsPrivileged } from './note.data'

/** Writes a note in a file: online, or as it was finished without a network. */
export const noteCommand = defineCommand({
  name: 'writeNote',
  permission: 'note:write',
  schema: noteSchema,
  value: z.object({ noteId: z.uuid() }),
  audit: ({ caseId }, { noteId }) => ({ event: 'note.written', caseId, noteId }),
  run: async (work, { marks = [], ...note }) => {
    await getFile(work, 'note:write', note.caseId)
    const isPrivileged = marks.includes('privileged')
    if (isPrivileged && !(await readsPrivileged(work, note.caseId))) return no('notPrivileged')
    if (note.happenedOn > today(work)) return no('inTheFuture', { happenedOn: 'inTheFuture' })
    return ok({ noteId: await insertNote(work, { ...note, isPrivileged }) })
  },
})
