'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { endGuest, insertGuest, listGuestAccounts } from './guest.data'
import { lastGuestDay } from './guest.rules'
import { guestSchema, stayEndSchema } from './guest.schema'
import { endOf } from './member.data'
import { insertWord, needsWord } from './word.data'

/**
 * Lets a guest into one file: the worker, or who leads the office; in a circle that has a second member, when that one agrees.
 * The database refuses everyone else.
 */
export const letGuestIn = defineAction({
  name: 'letGuestIn',
  permission: 'case:edit',
  stepUp: true,
  schema: guestSchema,
  value: z.object({ state: z.enum(['named', 'asked']), id: z.uuid(), until: z.string() }),
  audit: ({ caseId, staffId }, { state, id, until }) =>
    state === 'named'
      ? { event: 'case.shared', caseId, staffId, until }
      : { event: 'word.asked', caseId, wordId: id, kind: 'guest' },
  run: async (work, input) => {
    const file = await getFile(work, 'case:edit', input.caseId)
    const isAsked = await needsWord(work, file)
    if (!isAsked && file.workerId !== work.actor.id && !work.actor.leads.includes(file.teamId))
      return no('notTheWorker')
    if (input.until < today(work)) return no('untilPassed', { until: 'untilPassed' })
    if (input.until > lastGuestDay(today(work))) return no('guestTooLong', { until: 'guestTooLong' })
    if (!(await listGuestAccounts(work)).some(({ id }) => id === input.staffId))
      return no('notInList', { staffId: 'unknownChoice' })
    const until = await endOf(work, input.until)
    const said = until.toISOString()
    if (isAsked)
      return ok({
        state: 'asked' as const,
        id: await insertWord(work, { ...input, kind: 'guest', until }),
        until: said,
      })
    return ok({ state: 'named' as const, id: await insertGuest(work, { ...input, until }), until: said })
  },
})

export const endGuestStay = defineAction({
  name: 'endGuestStay',
  permission: 'case:edit',
  schema: stayEndSchema,
  value: z.object({}),
  audit: ({ caseId, memberId }) => ({ event: 'stay.ended', caseId, memberId }),
  run: async (work, input) => {
    await getFile(work, 'case:edit', input.caseId)
    if (!(await endGuest(work, input))) throw new NotFound()
    return ok({})
  },
})
