'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { NotFound } from '@/lib/db/errors'
import { lockRegisters } from '@/lib/registers/register.data'
import { mistakesOf, standingOf } from '@/lib/registers/register.rules'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { insertContact, listContacts } from './contact.data'
import { contactMistakeSchema, contactSchema } from './contact.schema'
import { contactFields } from './contact.view'

const written = z.object({ subjectId: z.uuid(), version: z.int() })

/** Writes down how somebody is reached, or what is known better of it. */
export const saveContact = defineAction({
  name: 'saveContact',
  permission: 'case:edit',
  schema: contactSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'contact.saved', caseId, ...value }),
  run: async (work, input) => {
    const { caseId, subjectId, version, personId, confirmedOn, endedOn } = input
    const { people } = await getFile(work, 'case:edit', caseId)
    if (!people.some((one) => one.personId === personId)) throw new NotFound()
    if (confirmedOn > today(work)) return no('inTheFuture', { confirmedOn: 'inTheFuture' })
    if (endedOn > today(work)) return no('inTheFuture', { endedOn: 'inTheFuture' })
    await lockRegisters(work, caseId)
    const rows = await listContacts(work, [caseId])
    const before = standingOf(rows).find(({ row }) => row.subjectId === subjectId)?.row ?? null
    if (subjectId !== '' && before === null) {
      if (mistakesOf(rows).some(({ row }) => row.subjectId === subjectId)) return no('correctedMeanwhile')
      throw new NotFound()
    }
    if (before !== null && before.revision !== version) return conflict(contactFields(before))
    const next = await insertContact(work, input, before)
    return ok({ subjectId: next.subjectId, version: next.revision })
  },
})

/** Says that a way to reach somebody was a mistake; it stays readable. */
export const takeContactBack = defineAction({
  name: 'takeContactBack',
  permission: 'case:edit',
  schema: contactMistakeSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'contact.saved', caseId, ...value }),
  run: async (work, { caseId, subjectId, version, mistake }) => {
    await getFile(work, 'case:edit', caseId)
    await lockRegisters(work, caseId)
    const own = (await listContacts(work, [caseId])).filter((row) => row.subjectId === subjectId)
    const last = own.at(-1)
    if (last === undefined) throw new NotFound()
    if (last.mistake !== null || last.revision !== version) return no('correctedMeanwhile')
    const next = await insertContact(work, contactFields(last), last, mistake)
    return ok({ subjectId, version: next.revision })
  },
})
