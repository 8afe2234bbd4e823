'use server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { callerNetwork } from '@/lib/server/caller'
import { defineAction, defineOpenAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { linkSchema, newPasswordSchema, resetSchema } from './account.schema'
import { checkPassword, minimumLength } from './password.rules'
import { hashPassword } from './password-hash'
import { findOpenReset, spendReset, startReset } from './reset.data'
import { leastCharacters } from './sign-in-rules.data'
import { countTry, forgetTries, uncountTry } from './throttle.data'
import { triedFrom } from './throttle.rules'

/** Starts a reset. The link is put together in the admin's browser; nothing here can open it, and no mail is sent. */
export const beginReset = defineAction({
  name: 'beginReset',
  permission: 'account:manage',
  stepUp: true,
  schema: resetSchema,
  value: z.object({}),
  audit: ({ staffId }) => ({ event: 'password.resetBegun', staffId }),
  run: async (work, input) => {
    if (!(await startReset(work, input))) throw new NotFound()
    return ok({})
  },
})

/** Whose password the link is for. Unknown, spent, replaced, too late and switched off are one answer. */
export const readReset = defineOpenAction({
  reason: 'the link is all that somebody has who forgot a password',
  schema: linkSchema,
  run: async (work, { token }) => {
    const network = await callerNetwork()
    if (!(await countTry(work, 'invitation', network))) return no('pleaseWait')
    const reset = await findOpenReset(work, token)
    if (reset === null) return no('linkClosed')
    await uncountTry(work, 'invitation', network)
    const minimum = await leastCharacters(work, reset.organisationId, minimumLength(reset.hasSecondStep))
    return ok({ email: reset.email, minimum })
  },
})

/** Spends the link: a new password, and every session of before is over. The second step is asked as ever. */
export const choosePassword = defineOpenAction({
  reason: 'the link is all that somebody has who forgot a password',
  schema: newPasswordSchema,
  run: async (work, { token, password }) => {
    const network = await callerNetwork()
    if (!(await countTry(work, 'invitation', network))) return no('pleaseWait')
    const reset = await findOpenReset(work, token)
    if (reset === null) return no('linkClosed')
    await uncountTry(work, 'invitation', network)
    const fault = checkPassword(password, {
      minimum: await leastCharacters(work, reset.organisationId, minimumLength(reset.hasSecondStep)),
      words: [reset.email, reset.organisation, reset.name],
    })
    if (fault !== null) return no('invalid', { password: fault })
    const { id, staffId } = reset
    if (!(await spendReset(work, { id, staffId, passwordHash: await hashPassword(password) })))
      return no('linkClosed')
    await forgetTries(work, 'account', triedFrom(network, reset.email))
    await forgetTries(work, 'everywhere', reset.email)
    await work.audit({ event: 'password.reset', staffId })
    return ok({ email: reset.email })
  },
})
