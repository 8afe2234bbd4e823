import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { newId } from '@/lib/shared/ids'
import { conflict, ok } from '@/lib/shared/result'

// Two handlers of the usual kinds, made by the real handler maker: one creates, one edits a version.

const noteAction = (name: string) =>
  defineAction({
    name,
    permission: 'note:write',
    schema: z.strictObject({ caseId: z.uuid(), kind: z.string() }),
    value: z.object({ noteId: z.uuid() }),
    audit: ({ caseId }, { noteId }) => ({ event: 'note.written', caseId, noteId }),
    run: async (work, { caseId, kind }) => {
      const noteId = newId()
      const bodyCipher = await work.fieldCrypto.encrypt(
        { holder: { kind: 'file', id: caseId }, table: 'note', row: noteId, column: 'body', revision: 1 },
        kind,
      )
      await work.tx.note.createMany({
        data: [{ id: noteId, caseId, kind, happenedOn: work.now, bodyCipher, authorId: work.actor.id }],
      })
      return ok({ noteId })
    },
  })

export const addNote = noteAction('addNote')
/** Takes the same content as addNote. */
export const addOtherNote = noteAction('addOtherNote')

export const editRisk = defineAction({
  name: 'editRisk',
  permission: 'case:edit',
  schema: z.strictObject({ caseId: z.uuid(), version: z.int(), risk: z.string() }),
  value: z.object({ version: z.int() }),
  audit: ({ caseId }, { version }) => ({ event: 'case.edited', caseId, version }),
  run: async (work, { caseId, version, risk }) => {
    const where = { AND: [scopeCases(work.actor, 'case:edit', work.now), { id: caseId }] }
    const { count } = await work.tx.caseFile.updateMany({
      where: { ...where, version },
      data: { risk, version: version + 1 },
    })
    if (count === 1) return ok({ version: version + 1 })
    const current = await work.tx.caseFile.findFirst({ where, select: { risk: true, version: true } })
    if (current === null) throw new NotFound()
    return conflict(current)
  },
})

/** Like addNote, but what it tells the audit log cannot be written. */
export const addUntraceable = defineAction({
  name: 'addUntraceable',
  permission: 'note:write',
  schema: z.strictObject({ caseId: z.uuid(), kind: z.string() }),
  value: z.object({ noteId: z.uuid() }),
  audit: (_input, { noteId }) => ({ event: 'note.written', caseId: 'no uuid', noteId }),
  run: async (work, { caseId, kind }) => {
    const noteId = newId()
    await work.tx.note.createMany({
      data: [
        {
          id: noteId,
          caseId,
          kind,
          happenedOn: work.now,
          bodyCipher: new Uint8Array(1),
          authorId: work.actor.id,
        },
      ],
    })
    return ok({ noteId })
  },
})
