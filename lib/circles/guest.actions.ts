'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { endGuest, insertGuest, listGuestAccounts } from './guest.data'
import { lastGuestDay } from './guest.rules'
import { guestSchema, stayEndSchema } from './guest.schema'

/** Lets a guest into one file. The worker does it, or who leads the office; the database refuses everybody else. */
export const letGuestIn = defineAction({
  name: 'letGuestIn',
  permission: 'case:edit',
  schema: guestSchema,
  value: z.object({ memberId: z.uuid(), until: z.string() }),
  audit: ({ caseId, staffId }, { until }) => ({ event: 'case.shared', caseId, staffId, until }),
  run: async (work, input) => {
    const file = await getFile(work, 'case:edit', input.caseId)
    if (file.workerId !== work.actor.id && !work.actor.leads.includes(file.teamId)) return no('notTheWorker')
    if (input.until < today(work)) return no('untilPassed', { until: 'untilPassed' })
    if (input.until > lastGuestDay(today(work))) return no('guestTooLong', { until: 'guestTooLong' })
    if (!(await listGuestAccounts(work)).some(({ id }) => id === input.staffId))
      return no('notInList', { staffId: 'unknownChoice' })
    const { memberId, until } = await insertGuest(work, input)
    return ok({ memberId, until: until.toISOString() })
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
