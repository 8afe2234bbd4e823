'use server'
import * as z from 'zod'
import { aheadOf } from '@/lib/people/age.schema'
import { toNewPerson } from '@/lib/people/person.schema'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { insertPersonWithFile, today } from './case.data'
import { checkSecrecy } from './case.rules'
import { intakeSchema } from './file.schema'
import { listCentres, listWords } from './word.data'

export const openFile = defineAction({
  name: 'openFile',
  permission: 'case:create',
  schema: intakeSchema,
  value: z.object({ personId: z.uuid(), caseId: z.uuid(), code: z.string() }),
  audit: (_input, { caseId, personId }) => ({ event: 'case.created', caseId, personId }),
  run: async (work, input) => {
    const on = today(work)
    if (!work.actor.teams.includes(input.teamId)) return no('notYourTeam', { teamId: 'unknownChoice' })
    const kinds = await listWords(work, ['case_kind'])
    if (!kinds.some(({ code }) => code === input.kind)) return no('notInList', { kind: 'unknownChoice' })
    if (checkSecrecy(input.kind, 'open') === 'needsSecrecy')
      return no('needsSecrecy', { kind: 'needsSecrecy' })
    if (input.placeId !== '' && !(await listCentres(work)).some(({ id }) => id === input.placeId))
      return no('notInList', { placeId: 'unknownChoice' })
    if (input.since > on) return no('inTheFuture', { since: 'inTheFuture' })
    const ahead = aheadOf(input, on)
    if (ahead !== null) return no('inTheFuture', { [ahead]: 'inTheFuture' })
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
