'use server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { insertNotices, listAdmins } from '@/lib/notices/notice.data'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { answerForCapability, askForCapability, endCapability, holderOf } from './capability.data'
import { CAPABILITY_CODES } from './capability.rules'
import { answerCapabilitySchema, askCapabilitySchema, capabilityIdSchema } from './capability.schema'

/** The holder and all admins are told: who reads figures is no secret. */
const tell = async (work: Work, grantId: string): Promise<void> =>
  insertNotices(work, 'capability_changed', [...(await holderOf(work, grantId)), ...(await listAdmins(work))])

/** An admin asks that a colleague may read exact figures until a day. Nothing is given before a second admin says so. */
export const askCapability = defineAction({
  name: 'askCapability',
  permission: 'account:manage',
  stepUp: true,
  schema: askCapabilitySchema,
  value: z.object({ grantId: z.uuid() }),
  audit: ({ staffId, kind, until }, { grantId }) => ({
    event: 'report.capabilityAsked',
    grantId,
    staffId,
    kind,
    until,
  }),
  run: async (work, input) => {
    const { said, grantId } = await askForCapability(work, input)
    if (said === 'notFound') throw new NotFound()
    if (said === 'ok') {
      await insertNotices(work, 'capability_waits', await listAdmins(work))
      return ok({ grantId })
    }
    if (said === 'past' || said === 'tooFar') return no('invalid', { until: CAPABILITY_CODES[said] })
    return no(CAPABILITY_CODES[said])
  },
})

/** A second admin gives it, or any admin refuses it. */
export const answerCapability = defineAction({
  name: 'answerCapability',
  permission: 'account:manage',
  stepUp: ({ said }) => said === 'given',
  schema: answerCapabilitySchema,
  value: z.object({}),
  audit: ({ grantId, said }) => ({ event: 'report.capabilityAnswered', grantId, said }),
  run: async (work, input) => {
    const said = await answerForCapability(work, input)
    if (said === 'notFound') throw new NotFound()
    if (said !== 'ok') return no(CAPABILITY_CODES[said])
    if (input.said === 'given') await tell(work, input.grantId)
    return ok({})
  },
})

/** One admin is enough to take it back; the next statement of its holder counts without it. */
export const takeCapabilityBack = defineAction({
  name: 'takeCapabilityBack',
  permission: 'account:manage',
  schema: capabilityIdSchema,
  value: z.object({}),
  audit: ({ grantId }) => ({ event: 'report.capabilityEnded', grantId }),
  run: async (work, { grantId }) => {
    if (!(await endCapability(work, grantId))) throw new NotFound()
    await tell(work, grantId)
    return ok({})
  },
})
