'use server'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { defineAction, defineOpenAction } from '@/lib/server/define-action'
import { sessionToken } from '@/lib/server/session'
import { no, ok } from '@/lib/shared/result'
import { nothing } from './account.schema'
import {
  askPasskey,
  deletePasskey,
  insertPasskey,
  offerPasskey,
  readNewPasskey,
  renameOwnPasskey,
  spendOwnChallenge,
} from './passkey.data'
import { addPasskeySchema, passkeyIdSchema, renamePasskeySchema } from './passkey.schema'
import { findLiveSession } from './session.data'

const added = z.object({ passkeyId: z.uuid() })

/** What the browser makes a passkey of. Asked for before anything is made, so that no device is left with one that we do not know. */
export const beginPasskey = defineAction({
  name: 'beginPasskey',
  permission: 'session:own',
  stepUp: true,
  schema: nothing,
  value: z.object({ options: z.custom<PublicKeyCredentialCreationOptionsJSON>() }),
  isQuestion: true,
  audit: () => ({ event: 'passkey.begun' }),
  run: async (work) => {
    const offered = await offerPasskey(work)
    return typeof offered === 'string' ? no(offered) : ok({ options: offered })
  },
})

export const addPasskey = defineAction({
  name: 'addPasskey',
  permission: 'session:own',
  stepUp: true,
  schema: addPasskeySchema,
  value: added,
  audit: (_input, { passkeyId }) => ({ event: 'passkey.added', passkeyId }),
  run: async (work, { name, answer }) => {
    const challenge = await spendOwnChallenge(work)
    const made = challenge === null ? null : await readNewPasskey(challenge, answer)
    if (made === null) return no('passkeyNotAccepted')
    const passkeyId = await insertPasskey(work, { ...made, name })
    return passkeyId === null ? no('passkeyKnown') : ok({ passkeyId })
  },
})

export const renamePasskey = defineAction({
  name: 'renamePasskey',
  permission: 'session:own',
  schema: renamePasskeySchema,
  value: added,
  audit: (_input, { passkeyId }) => ({ event: 'passkey.named', passkeyId }),
  run: async (work, { passkeyId, name }) => {
    if (!(await renameOwnPasskey(work, { id: passkeyId, name }))) throw new NotFound()
    return ok({ passkeyId })
  },
})

export const removePasskey = defineAction({
  name: 'removePasskey',
  permission: 'session:own',
  stepUp: true,
  schema: passkeyIdSchema,
  value: added,
  audit: (_input, { passkeyId }) => ({ event: 'passkey.removed', passkeyId }),
  run: async (work, { passkeyId }) => {
    if (!(await deletePasskey(work, passkeyId))) throw new NotFound()
    return ok({ passkeyId })
  },
})

/** What a passkey of this account is asked to sign: for the second step of signing in, or for a proof. */
export const beginProof = defineOpenAction({
  reason:
    'a session that owes its second step asks for it too; the answer names the keys of its own account alone',
  schema: nothing,
  run: async (work) => {
    const token = await sessionToken()
    const session = token === null ? null : await findLiveSession(work, token)
    if (session === null) return no('signedOut')
    const options = await askPasskey(work, { sessionId: session.id, staffId: session.staffId })
    return options === null ? no('passkeyNotHere') : ok({ options })
  },
})
