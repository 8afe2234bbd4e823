'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { getCaseHeader } from '@/lib/cases/case-header.data'
import { NotFound } from '@/lib/db/errors'
import { minority } from '@/lib/people/minority.rules'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { insertTask } from '@/lib/tasks/task.data'
import { hasActor, insertConsent, insertEnd, listConsents, lockConsents } from './consent.data'
import { consentSchema, endSchema } from './consent.schema'
import { eighteenth } from './expiry.rules'

/** Writes down what a person was asked and what they answered. Nothing is changed by it: another answer is another row. */
export const recordConsent = defineAction({
  name: 'recordConsent',
  permission: 'case:edit',
  schema: consentSchema,
  value: z.object({ consentId: z.uuid() }),
  audit: ({ caseId, personId, purpose, answer }, { consentId }) => ({
    event: 'consent.recorded',
    caseId,
    personId,
    consentId,
    purpose,
    answer,
  }),
  run: async (work, input) => {
    const { caseId, personId, recipient, answer, childView } = input
    await getFile(work, 'case:edit', caseId)
    const person = (await getCaseHeader(work, caseId)).people.find(({ id }) => id === personId)
    if (person === undefined) throw new NotFound()
    if (input.askedOn > today(work)) return no('inTheFuture', { askedOn: 'inTheFuture' })
    if (recipient.startsWith('actor:') && !(await hasActor(work, recipient.slice('actor:'.length))))
      return no('invalid', { recipient: 'unknownChoice' })
    const { treatedAsMinor, because } = minority(person.ageClaims, input.askedOn)
    if (treatedAsMinor && answer !== 'not_asked' && childView === '')
      return no('invalid', { childView: 'required' })
    const born = because?.bornLatest ?? null
    const known = { isMinor: treatedAsMinor, adultOn: born === null ? null : eighteenth(born) }
    return ok({ consentId: await insertConsent(work, input, known) })
  },
})

/** Withdraws a consent, or says that it was a mistake; what is to be done about it becomes a task of the one who writes. */
export const endConsent = defineAction({
  name: 'endConsent',
  permission: 'case:edit',
  schema: endSchema,
  value: z.object({ consentId: z.uuid() }),
  audit: ({ caseId, consentId, kind }) => ({ event: 'consent.ended', caseId, consentId, kind }),
  run: async (work, input) => {
    const { caseId, consentId, kind, endedOn, task } = input
    await getFile(work, 'case:edit', caseId)
    if (endedOn > today(work)) return no('inTheFuture', { endedOn: 'inTheFuture' })
    await lockConsents(work, caseId)
    const consent = (await listConsents(work, caseId)).find(({ id }) => id === consentId)
    if (consent === undefined) throw new NotFound()
    // What was withdrawn may still have been a mistake; a mistake is the last word.
    if (
      consent.isMistake ||
      (kind === 'withdrawn' && (consent.withdrawn !== null || consent.answer !== 'given'))
    )
      return no('correctedMeanwhile')
    await insertEnd(work, input)
    if (task !== '')
      await insertTask(work, { caseId, text: task, assignedTo: work.actor.id, dueOn: today(work) })
    return ok({ consentId })
  },
})
