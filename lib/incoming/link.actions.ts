'use server'
import * as z from 'zod'
import { isOfficeOpen } from '@/lib/cases/open-office.data'
import { getPartner } from '@/lib/partners/partner.data'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { incomingLinkBackSchema, incomingLinkSchema } from './incoming.schema'
import { insertLink, revokeLink } from './link.data'

/**
 * Makes a link by which a partner lets an office know of people. Its secret comes from the browser that shows it once; the answer does not
 * name it, and the application keeps only what leads back to nothing.
 */
export const makeIncomingLink = defineAction({
  name: 'makeIncomingLink',
  permission: 'partner:link',
  schema: incomingLinkSchema,
  value: z.object({ linkId: z.uuid() }),
  audit: ({ partnerId, teamId, days, aDay }, { linkId }) => ({
    event: 'incoming.linked',
    linkId,
    partnerId,
    teamId,
    days: Number(days),
    aDay: Number(aDay),
  }),
  run: async (work, input) => {
    const partner = await getPartner(work, input.partnerId)
    if (!work.actor.leads.includes(input.teamId)) return no('notYourTeam', { teamId: 'unknownChoice' })
    if (!(await isOfficeOpen(work, input.teamId))) return no('officeClosed', { teamId: 'officeClosed' })
    if (partner.isRetired || partner.sameAs !== null) return no('partnerRetired')
    return ok({ linkId: await insertLink(work, input) })
  },
})

/** Closes a link at once and for good. What came by it stays. */
export const revokeIncomingLink = defineAction({
  name: 'revokeIncomingLink',
  permission: 'partner:link',
  schema: incomingLinkBackSchema,
  value: z.object({ linkId: z.uuid(), partnerId: z.uuid() }),
  audit: (_input, value) => ({ event: 'incoming.unlinked', ...value }),
  run: async (work, { partnerId, linkId }) => {
    await revokeLink(work, partnerId, linkId)
    return ok({ linkId, partnerId })
  },
})
