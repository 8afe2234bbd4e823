'use server'
import * as z from 'zod'
import { isOfficeOpen } from '@/lib/cases/open-office.data'
import { NotFound } from '@/lib/db/errors'
import { getIncoming, settleIncoming } from '@/lib/incoming/incoming.data'
import { defineAction } from '@/lib/server/define-action'
import { dayOf } from '@/lib/shared/dates'
import { no, ok } from '@/lib/shared/result'
import { insertEnquiry, isTopic, takeBack } from './enquiry.data'
import { enquiryBackSchema, enquirySchema } from './enquiry.schema'

const written = z.object({ enquiryId: z.uuid() })

/** Counts a question for which no file is opened. */
export const recordEnquiry = defineAction({
  name: 'recordEnquiry',
  permission: 'case:create',
  schema: enquirySchema,
  value: written,
  audit: (_input, { enquiryId }) => ({ event: 'enquiry.recorded', enquiryId }),
  run: async (work, input) => {
    if (!work.actor.teams.includes(input.teamId)) return no('notYourTeam', { teamId: 'unknownChoice' })
    if (!(await isOfficeOpen(work, input.teamId))) return no('officeClosed', { teamId: 'officeClosed' })
    if (input.on > dayOf(work.now)) return no('inTheFuture', { on: 'inTheFuture' })
    if (!(await isTopic(work, input.topic))) return no('notInList', { topic: 'unknownChoice' })
    if (input.incomingId !== undefined) {
      const { id: incomingId, version } = await getIncoming(work, input.incomingId)
      if (!(await settleIncoming(work, { incomingId, version }, { outcome: 'enquiry' }))) throw new NotFound()
      await work.audit({ event: 'incoming.settled', incomingId, outcome: 'enquiry' })
    }
    return ok({ enquiryId: await insertEnquiry(work, input) })
  },
})

/** Says that an enquiry was a mistake: it counts no more. */
export const takeEnquiryBack = defineAction({
  name: 'takeEnquiryBack',
  permission: 'case:create',
  schema: enquiryBackSchema,
  value: written,
  audit: ({ enquiryId }) => ({ event: 'enquiry.takenBack', enquiryId }),
  run: async (work, { enquiryId }) => {
    await takeBack(work, enquiryId)
    return ok({ enquiryId })
  },
})
