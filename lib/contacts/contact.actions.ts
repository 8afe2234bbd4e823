'use server'
import { getFile } from '@/lib/cases/case.data'
import { NotFound } from '@/lib/db/errors'
import { nothing, type Saving, saveRow, takeRowBack, written } from '@/lib/records/save.data'
import { mistakeSchema } from '@/lib/registers/register.schema'
import { defineAction } from '@/lib/server/define-action'
import { contacts } from './contact.data'
import { contact } from './contact.schema'

const ofContact: Saving<typeof contact.fields, Awaited<ReturnType<typeof getFile>>> = {
  file: (work, caseId) => getFile(work, 'case:edit', caseId),
  refersTo: (_work, { personId }, { people }) => {
    if (!people.some((one) => one.personId === personId)) throw new NotFound()
  },
  after: nothing,
}

/** Writes down how a person is reached, or what is known better of it. */
export const saveContact = defineAction({
  name: 'saveContact',
  permission: 'case:edit',
  schema: contact.schema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'contact.saved', caseId, ...value }),
  run: (work, input) => saveRow(work, contacts, input, ofContact),
})

/** Says that a way to reach a person was a mistake; it stays readable. */
export const takeContactBack = defineAction({
  name: 'takeContactBack',
  permission: 'case:edit',
  schema: mistakeSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'contact.saved', caseId, ...value }),
  run: (work, input) => takeRowBack(work, contacts, input, ofContact),
})
