'use server'
import * as z from 'zod'
import { activityCommand } from '@/lib/activities/save-activity.data'
import { listReaders } from '@/lib/cases/reader.data'
import { noteCommand } from '@/lib/cases/write-note.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { insertVisit } from '@/lib/detention/visit.data'
import { visitSchema } from '@/lib/detention/visit.schema'
import { defineAction } from '@/lib/server/define-action'
import { dayOf } from '@/lib/shared/dates'
import { conflict, no, ok, type Result } from '@/lib/shared/result'
import { taskCommand } from '@/lib/tasks/add-task.data'
import { getEntry, give, settle } from './waiting.data'
import { giveEntrySchema, placeEntrySchema, refuseEntrySchema } from './waiting.schema'

const settled = z.object({ entryId: z.uuid(), caseId: z.uuid() })

/** Who wrote it and when stands before the text: it is placed by another colleague. */
const signed = (
  entry: { readonly author: { readonly name: string }; readonly writtenAt: Date },
  text: string,
) => (text.trim() === '' ? text : `${entry.author.name}, ${dayOf(entry.writtenAt)}:\n${text}`)

const place = async (work: Work, entry: Awaited<ReturnType<typeof getEntry>>): Promise<Result<unknown>> => {
  const invalid = no('invalid', {})
  if (entry.form === 'visit') {
    const visit = z.safeParse(visitSchema, entry.input)
    if (!visit.success) return invalid
    const encounters = visit.data.encounters.map((one) => ({ ...one, note: signed(entry, one.note) }))
    const { visitId, caseIds } = await insertVisit(work, { ...visit.data, encounters })
    await work.audit({ event: 'visit.recorded', visitId, caseIds })
    return ok(null)
  }
  if (entry.form === 'note') {
    const note = z.safeParse(noteCommand.schema, entry.input)
    if (!note.success) return invalid
    const done = await noteCommand.run(work, { ...note.data, text: signed(entry, note.data.text) })
    if (done.ok) await work.audit(noteCommand.audit(note.data, done.value))
    return done
  }
  if (entry.form === 'task') {
    const task = z.safeParse(taskCommand.schema, entry.input)
    if (!task.success) return invalid
    const done = await taskCommand.run(work, { ...task.data, text: signed(entry, task.data.text) })
    if (done.ok) await work.audit(taskCommand.audit(task.data, done.value))
    return done
  }
  const activity = z.safeParse(activityCommand.schema, entry.input)
  if (!activity.success) return invalid
  const done = await activityCommand.run(work, activity.data)
  if (done.ok) await work.audit(activityCommand.audit(activity.data, done.value))
  return done
}

/** Places what waited, by who judges it; its author and the day stand before the text. */
export const placeEntry = defineAction({
  name: 'placeEntry',
  permission: 'case:edit',
  schema: placeEntrySchema,
  value: settled,
  audit: (_input, { entryId, caseId }) => ({ event: 'waiting.settled', entryId, caseId, how: 'placed' }),
  run: async (work, { entryId, version }) => {
    const entry = await getEntry(work, entryId)
    if (!(await settle(work, { ...entry, version }, { how: 'placed' })))
      return conflict({ version: entry.version })
    const done = await place(work, entry)
    return done.ok ? ok({ entryId, caseId: entry.caseId }) : done
  },
})

/** Refuses what waited, with the reason for its author. */
export const refuseEntry = defineAction({
  name: 'refuseEntry',
  permission: 'case:edit',
  schema: refuseEntrySchema,
  value: settled,
  audit: (_input, { entryId, caseId }) => ({ event: 'waiting.settled', entryId, caseId, how: 'refused' }),
  run: async (work, { entryId, version, words }) => {
    const entry = await getEntry(work, entryId)
    if (!(await settle(work, { ...entry, version }, { how: 'refused', words })))
      return conflict({ version: entry.version })
    return ok({ entryId, caseId: entry.caseId })
  },
})

/** Gives what waits to a colleague who works on the file. */
export const giveEntry = defineAction({
  name: 'giveEntry',
  permission: 'case:edit',
  schema: giveEntrySchema,
  value: z.object({ entryId: z.uuid(), caseId: z.uuid(), staffId: z.uuid() }),
  audit: (_input, { entryId, caseId, staffId }) => ({ event: 'waiting.given', entryId, caseId, staffId }),
  run: async (work, { entryId, version, toStaffId }) => {
    const entry = await getEntry(work, entryId)
    const readers = await listReaders(work, entry.caseId)
    if (!readers.some(({ staffId, works }) => works && staffId === toStaffId)) throw new NotFound()
    if (!(await give(work, { ...entry, version }, toStaffId))) return conflict({ version: entry.version })
    return ok({ entryId, caseId: entry.caseId, staffId: toStaffId })
  },
})
