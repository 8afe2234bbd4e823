'use server'
import * as z from 'zod'
import { incomingNote } from '@/components/incoming/incoming-lines'
import { insertNote } from '@/lib/cases/note.data'
import { listColleagues } from '@/lib/cases/roster.data'
import { NotFound } from '@/lib/db/errors'
import { catalogue } from '@/lib/i18n/catalogue'
import { insertNotices } from '@/lib/notices/notice.data'
import { defineAction } from '@/lib/server/define-action'
import { dayOf } from '@/lib/shared/dates'
import { conflict, no, ok } from '@/lib/shared/result'
import { getIncoming, giveTo, settleIncoming } from './incoming.data'
import {
  incomingAnswerSchema,
  incomingGiveSchema,
  incomingPlaceSchema,
  incomingRefuseSchema,
} from './incoming.schema'
import { findFilesToWrite } from './into-file.data'

const settled = z.object({ incomingId: z.uuid() })

/** It is about a person who has a file: all that was typed becomes a note there. */
export const placeIncoming = defineAction({
  name: 'placeIncoming',
  permission: 'note:write',
  schema: incomingPlaceSchema,
  value: z.object({ incomingId: z.uuid(), caseId: z.uuid(), noteId: z.uuid() }),
  audit: (_input, { caseId, noteId }) => ({ event: 'note.written', caseId, noteId }),
  run: async (work, { incomingId, version, code }) => {
    const incoming = await getIncoming(work, incomingId)
    const [file, second] = await findFilesToWrite(work, code)
    if (file === undefined) return no('noSuchFile', { code: 'noSuchFile' })
    if (second !== undefined) return no('twoFiles', { code: 'twoFiles' })
    const noteId = await insertNote(work, {
      caseId: file.id,
      kind: 'note',
      happenedOn: dayOf(incoming.arrivedAt),
      text: incomingNote(incoming, await catalogue[work.locale](), work.locale),
    })
    if (!(await settleIncoming(work, { incomingId, version }, { outcome: 'existing' })))
      return conflict({ version: incoming.version })
    await work.audit({ event: 'incoming.settled', incomingId, outcome: 'existing' })
    return ok({ incomingId, caseId: file.id, noteId })
  },
})

/** The partner was answered, and no file was opened. */
export const answerIncoming = defineAction({
  name: 'answerIncoming',
  permission: 'case:create',
  schema: incomingAnswerSchema,
  value: settled,
  audit: (_input, { incomingId }) => ({ event: 'incoming.settled', incomingId, outcome: 'answered' }),
  run: async (work, { incomingId, version, words }) => {
    const incoming = await getIncoming(work, incomingId)
    if (!(await settleIncoming(work, { incomingId, version }, { outcome: 'answered', words })))
      return conflict({ version: incoming.version })
    return ok({ incomingId })
  },
})

/** Nothing is done with it, and why. */
export const refuseIncoming = defineAction({
  name: 'refuseIncoming',
  permission: 'case:create',
  schema: incomingRefuseSchema,
  value: settled,
  audit: (_input, { incomingId }) => ({ event: 'incoming.settled', incomingId, outcome: 'refused' }),
  run: async (work, { incomingId, version, words }) => {
    const incoming = await getIncoming(work, incomingId)
    if (!(await settleIncoming(work, { incomingId, version }, { outcome: 'refused', words })))
      return conflict({ version: incoming.version })
    return ok({ incomingId })
  },
})

/** A colleague of the office decides in the place of the coordinator. */
export const giveIncoming = defineAction({
  name: 'giveIncoming',
  permission: 'team:read',
  schema: incomingGiveSchema,
  value: z.object({ incomingId: z.uuid(), staffId: z.uuid() }),
  audit: (_input, value) => ({ event: 'incoming.given', ...value }),
  run: async (work, { incomingId, version, toStaffId }) => {
    const incoming = await getIncoming(work, incomingId)
    if (!work.actor.leads.includes(incoming.team.id)) throw new NotFound()
    const colleagues = await listColleagues(work, [incoming.team.id])
    if (!colleagues.some(({ id }) => id === toStaffId)) return no('notInList', { toStaffId: 'unknownChoice' })
    if (!(await giveTo(work, { incomingId, version }, toStaffId)))
      return conflict({ version: incoming.version })
    await insertNotices(work, 'incoming_came', [toStaffId])
    return ok({ incomingId, staffId: toStaffId })
  },
})
