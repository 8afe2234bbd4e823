'use server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { insertAgeClaim, insertName, insertNationality } from '@/lib/people/person.data'
import { toAgeClaim, toNationalityClaim, toNewPerson } from '@/lib/people/person.schema'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { getFile, insertPersonWithFile, today, touchFile } from './case.data'
import { checkSecrecy } from './case.rules'
import { claimSchema, intakeSchema } from './file.schema'
import { listCentres, listWords } from './word.data'

export const openFile = defineAction({
  permission: 'case:create',
  schema: intakeSchema,
  value: z.object({ personId: z.uuid(), caseId: z.uuid(), code: z.string() }),
  audit: (_input, { caseId, personId }) => ({ event: 'case.created', caseId, personId }),
  run: async (work, input) => {
    const on = today(work)
    if (!work.actor.teams.includes(input.teamId)) return no('notYourTeam', { teamId: 'chooseFromList' })
    const kinds = await listWords(work, ['case_kind'])
    if (!kinds.some(({ code }) => code === input.kind)) return no('notInList', { kind: 'chooseFromList' })
    if (checkSecrecy(input.kind, 'open') === 'needsSecrecy')
      return no('needsSecrecy', { kind: 'needsSecrecy' })
    if (input.placeId !== '' && !(await listCentres(work)).some(({ id }) => id === input.placeId))
      return no('notInList', { placeId: 'chooseFromList' })
    if (input.since > on) return no('inTheFuture', { since: 'inTheFuture' })
    if (input.birthDay > on && input.ageAnswer === 'date')
      return no('inTheFuture', { birthDay: 'inTheFuture' })
    return ok(
      await insertPersonWithFile(work, {
        person: toNewPerson(input, on),
        file: {
          kind: input.kind,
          teamId: input.teamId,
          workerId: work.actor.id,
          openedOn: on,
          status: 'active',
          risk: 'low',
          secrecy: 'open',
          secondMemberId: null,
          nextStep:
            input.nextStep === ''
              ? null
              : { text: input.nextStep, on: input.nextStepOn === '' ? null : input.nextStepOn },
          stay:
            input.placeId === ''
              ? null
              : { placeId: input.placeId, since: input.since === '' ? null : input.since },
        },
      }),
    )
  },
})

/** Adds what was said since: a name, an age, a nationality. Nothing that stood there before is replaced. */
export const addClaim = defineAction({
  permission: 'case:edit',
  schema: claimSchema,
  value: z.object({ version: z.number().int() }),
  audit: ({ caseId }, { version }) => ({ event: 'case.edited', caseId, version }),
  run: async (work, input) => {
    const file = await getFile(work, 'case:edit', input.caseId)
    const { personId } = input
    if (!file.people.some((one) => one.personId === personId)) throw new NotFound()
    const on = today(work)
    const isSealed = file.secrecy === 'sealed'
    if (input.name !== '')
      await insertName(work, personId, { kind: input.nameKind, text: input.name, saidOn: on }, { isSealed })
    const age = toAgeClaim(input, on)
    if (age !== null) await insertAgeClaim(work, personId, age)
    const nationality = toNationalityClaim(input)
    if (nationality !== null) await insertNationality(work, personId, nationality)
    return ok({ version: await touchFile(work, file.id) })
  },
})
