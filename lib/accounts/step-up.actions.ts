'use server'
import type { AuthWork } from '@/lib/db/work'
import { defineOpenAction } from '@/lib/server/define-action'
import { deviceToken, sessionToken } from '@/lib/server/session'
import { no, ok } from '@/lib/shared/result'
import { nothing } from './account.schema'
import { countPasskeys } from './passkey.data'
import { proofSchema } from './passkey.schema'
import { checkProof } from './proof.data'
import { findEnrolledAt } from './second-step.data'
import { findLiveSession, stepUpSession } from './session.data'
import { owesSecondStep } from './session.rules'

// Before what widens access or leaves, the person proves once more who they are (docs/adr/0189). Open handlers: a code and a password are in
// no receipt, and what is counted of wrong ones stays when the answer is no.

const findOpen = async (work: AuthWork) => {
  const token = await sessionToken()
  const session = token === null ? null : await findLiveSession(work, token)
  return session === null || owesSecondStep(session) ? null : session
}

/** By what this person can prove who they are. */
export const findWays = defineOpenAction({
  reason: 'tells a session by what its own account proves who it is, and nothing else',
  schema: nothing,
  run: async (work) => {
    const session = await findOpen(work)
    if (session === null) return no('signedOut')
    return ok({
      hasCode: (await findEnrolledAt(work, session.staffId)) !== null,
      hasPasskey: (await countPasskeys(work, session.staffId)) > 0,
    })
  },
})

/** The proof. From now on, for five minutes, this session may do what asks for it. */
export const stepUp = defineOpenAction({
  reason: 'what is typed here may lie in no receipt; it reaches the own session alone',
  schema: proofSchema,
  run: async (work, proof) => {
    const session = await findOpen(work)
    if (session === null) return no('signedOut')
    const { staffId } = session
    const checked = await checkProof(work, {
      staffId,
      sessionId: session.id,
      device: await deviceToken(),
      proof,
    })
    if (!checked.ok) return checked
    if (!(await stepUpSession(work, session.id))) return no('signedOut')
    await work.audit({ event: 'session.steppedUp', staffId, means: checked.value })
    return ok({})
  },
})
