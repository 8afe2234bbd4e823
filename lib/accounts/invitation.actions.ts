'use server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { callerNetwork } from '@/lib/server/caller'
import { defineAction, defineOpenAction } from '@/lib/server/define-action'
import { newId } from '@/lib/shared/ids'
import { no, ok } from '@/lib/shared/result'
import { acceptanceSchema, invitationIdSchema, invitationSchema, linkSchema } from './account.schema'
import { inviteColleague, withdrawInvitation } from './administration.data'
import { countByEmail } from './credential.data'
import { acceptInvitation, findOpenInvitation } from './invitation.data'
import { checkPassword, MIN_WITHOUT_SECOND_STEP } from './password.rules'
import { hashPassword } from './password-hash'
import { leastCharacters } from './sign-in-rules.data'
import { countTry, uncountTry } from './throttle.data'

/** Invites a colleague. The link is put together in the admin's browser; nothing here can open it. */
export const invite = defineAction({
  name: 'invite',
  permission: 'account:invite',
  stepUp: true,
  schema: invitationSchema,
  value: z.object({ invitationId: z.string() }),
  audit: ({ role }, { invitationId }) => ({ event: 'account.invited', invitationId, role }),
  run: async (work, input) => {
    const answer = await inviteColleague(work, { id: newId(), ...input })
    if ('invitationId' in answer) return ok(answer)
    return answer.fault === 'teamUnknown'
      ? no('invalid', { teamId: 'unknownChoice' })
      : no('invalid', { email: 'emailTaken' })
  },
})

export const withdraw = defineAction({
  name: 'withdraw',
  permission: 'account:invite',
  schema: invitationIdSchema,
  value: z.object({}),
  audit: ({ invitationId }) => ({ event: 'account.uninvited', invitationId }),
  run: async (work, { invitationId }) => {
    if (!(await withdrawInvitation(work, invitationId))) throw new NotFound()
    return ok({})
  },
})

/** What an open link is for, so that no one chooses a password on the wrong page. */
export const readInvitation = defineOpenAction({
  reason: 'the link is all that an invited person has',
  schema: linkSchema,
  run: async (work, { token }) => {
    const network = await callerNetwork()
    if (!(await countTry(work, 'invitation', network))) return no('pleaseWait')
    const invitation = await findOpenInvitation(work, token)
    if (invitation === null) return no('linkClosed')
    await uncountTry(work, 'invitation', network)
    return ok({
      email: invitation.email,
      role: invitation.role,
      organisation: invitation.organisation.name,
      team: invitation.team?.name ?? null,
    })
  },
})

/** Turns the link into an account. A link opens once. */
export const accept = defineOpenAction({
  reason: 'the link is all that an invited person has',
  schema: acceptanceSchema,
  run: async (work, input) => {
    const network = await callerNetwork()
    if (!(await countTry(work, 'invitation', network))) return no('pleaseWait')
    const invitation = await findOpenInvitation(work, input.token)
    if (invitation === null) return no('linkClosed')
    await uncountTry(work, 'invitation', network)
    const fault = checkPassword(input.password, {
      minimum: await leastCharacters(work, invitation.organisationId, MIN_WITHOUT_SECOND_STEP),
      words: [invitation.email, invitation.organisation.name, input.name],
    })
    if (fault !== null) return no('invalid', { password: fault })
    const { email, organisationId } = invitation
    if ((await countByEmail(work, { email, organisationId })) > 0) return no('linkClosed')
    const staffId = await acceptInvitation(work, {
      invitation,
      name: input.name,
      locale: input.locale,
      passwordHash: await hashPassword(input.password),
    })
    if (staffId === null) return no('linkClosed')
    await work.audit({ event: 'account.accepted', staffId, invitationId: invitation.id })
    return ok({ email: invitation.email })
  },
})
