'use server'
import * as z from 'zod'
import { incomingNote } from '@/components/incoming/incoming-lines'
import { insertCounting } from '@/lib/consents/counting.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { findEnquiry } from '@/lib/enquiries/enquiry.data'
import { catalogue } from '@/lib/i18n/catalogue'
import { getIncoming, type Incoming, settleIncoming } from '@/lib/incoming/incoming.data'
import { minority } from '@/lib/people/minority.rules'
import { insertOthers } from '@/lib/people/not-same.data'
import { toNewPerson } from '@/lib/people/person.schema'
import { defineAction } from '@/lib/server/define-action'
import { dayOf } from '@/lib/shared/dates'
import { no, ok } from '@/lib/shared/result'
import { insertPersonWithFile, today } from './case.data'
import { intakeSchema } from './file.schema'
import { readIntakeGround } from './intake.data'
import { checkIntake, toFirstFile } from './intake.schema'
import { insertNote } from './note.data'
import { isOfficeOpen } from './open-office.data'

/** What a partner typed becomes a note of the new file, whole, and leaves the list of what waits. */
const moveIn = async (work: Work, caseId: string, incoming: Incoming): Promise<boolean> => {
  const { id: incomingId, version } = incoming
  const noteId = await insertNote(work, {
    caseId,
    kind: 'note',
    happenedOn: dayOf(incoming.arrivedAt),
    text: incomingNote(incoming, await catalogue[work.locale](), work.locale),
  })
  await work.audit({ event: 'note.written', caseId, noteId })
  await work.audit({ event: 'incoming.settled', incomingId, outcome: 'file' })
  return settleIncoming(work, { incomingId, version }, { outcome: 'file' })
}

export const openFile = defineAction({
  name: 'openFile',
  permission: 'case:create',
  schema: intakeSchema,
  value: z.object({ personId: z.uuid(), caseId: z.uuid(), code: z.string() }),
  audit: (_input, { caseId, personId }) => ({ event: 'case.created', caseId, personId }),
  run: async (work, input) => {
    const on = today(work)
    if (!work.actor.teams.includes(input.teamId)) return no('notYourTeam', { teamId: 'unknownChoice' })
    if (!(await isOfficeOpen(work, input.teamId))) return no('officeClosed', { teamId: 'officeClosed' })
    const refused = checkIntake(input, await readIntakeGround(work))
    if (refused !== null) return refused
    if (input.enquiryId !== undefined && (await findEnquiry(work, input.enquiryId)) === null)
      throw new NotFound()
    const incoming = input.incomingId === undefined ? null : await getIncoming(work, input.incomingId)
    const person = toNewPerson(input, on)
    const { counted = 'not_asked' } = input
    // Of a child someone else answers too, and its own view is asked: the page of its consents has room for both.
    if (counted !== 'not_asked' && minority(person.ageClaims, on).treatedAsMinor)
      return no('invalid', { counted: 'countedOfChild' })
    const made = await insertPersonWithFile(work, {
      person,
      file: toFirstFile(input, work.actor.id, on),
    })
    await insertOthers(work, made.personId, input.notSame)
    if (counted !== 'not_asked') await insertCounting(work, made, { language: input.language, counted, on })
    if (incoming !== null && !(await moveIn(work, made.caseId, incoming))) throw new NotFound()
    return ok(made)
  },
})
