'use server'
import * as z from 'zod'
import { insertCounting } from '@/lib/consents/counting.data'
import { NotFound } from '@/lib/db/errors'
import { findEnquiry } from '@/lib/enquiries/enquiry.data'
import { minority } from '@/lib/people/minority.rules'
import { insertOthers } from '@/lib/people/not-same.data'
import { toNewPerson } from '@/lib/people/person.schema'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { insertPersonWithFile, today } from './case.data'
import { intakeSchema } from './file.schema'
import { readIntakeGround } from './intake.data'
import { checkIntake, toFirstFile } from './intake.schema'
import { isOfficeOpen } from './open-office.data'

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
    return ok(made)
  },
})
