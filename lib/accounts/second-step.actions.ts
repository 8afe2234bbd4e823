'use server'
import type { AuthWork } from '@/lib/db/work'
import { defineOpenAction } from '@/lib/server/define-action'
import { deviceToken, sessionToken } from '@/lib/server/session'
import { no, ok } from '@/lib/shared/result'
import { codeSchema } from './account.schema'
import { rememberDevice } from './known-device.data'
import { secondStepSchema } from './passkey.schema'
import { checkProof } from './proof.data'
import { enrolSecondStep, findEnrolledAt, replaceRecoveryCodes } from './second-step.data'
import { endSessions, findLiveSession, rotateSession } from './session.data'
import { mayEnrol } from './session.rules'
import { setDeviceCookie, setSessionCookie } from './session-cookie'
import { countTry, forgetTries } from './throttle.data'

// These handlers are open because they serve sessions that still owe the second step: such a session is no one’s Work yet.
// Each looks its session up first, and an answer is not kept as a receipt, because it may hold recovery codes.

/** The sign-in is complete: the session has its new token, and the browser is one that the account knows. */
const complete = async (
  work: AuthWork,
  { token, staffId, device }: { token: string; staffId: string; device: string },
): Promise<void> => {
  await setSessionCookie(token)
  await setDeviceCookie(await rememberDevice(work, { staffId, device, token: await deviceToken() }))
}

/** The second step of signing in: a code from the app, a recovery code, or a passkey. The session gets a new token. */
export const proveSecondStep = defineOpenAction({
  reason: 'the session owes its second step and may do nothing else',
  schema: secondStepSchema,
  run: async (work, proof) => {
    const token = await sessionToken()
    const session = token === null ? null : await findLiveSession(work, token)
    if (token === null || session === null) return no('signedOut')
    const { staffId, device } = session
    const checked = await checkProof(work, {
      staffId,
      sessionId: session.id,
      device: await deviceToken(),
      proof,
    })
    if (!checked.ok) return checked
    const next = await rotateSession(work, token)
    if (next === null) return no('signedOut')
    await work.audit({ event: 'secondStep.used', staffId, means: checked.value })
    await complete(work, { token: next, staffId, device })
    return ok({})
  },
})

/** Accepts the app whose picture was shown, by its first code. Every other session of the account ends. */
export const acceptSecondStep = defineOpenAction({
  reason: 'coordinators and admins set up their second step before they may do anything else',
  schema: codeSchema,
  run: async (work, { code }) => {
    const token = await sessionToken()
    const session = token === null ? null : await findLiveSession(work, token)
    if (token === null || session === null) return no('signedOut')
    const { staffId, device } = session
    if (!mayEnrol(session, await findEnrolledAt(work, staffId), work.now)) return no('signInAgain')
    if (!(await countTry(work, 'code', staffId))) return no('pleaseWait')
    if (!(await enrolSecondStep(work, { staffId, code })))
      return no('codeNotAccepted', { code: 'codeNotAccepted' })
    await forgetTries(work, 'code', staffId)
    const recoveryCodes = await replaceRecoveryCodes(work, staffId)
    const next = await rotateSession(work, token)
    if (next === null) return no('signedOut')
    await endSessions(work, { staffId, exceptId: session.id })
    await work.audit({ event: 'secondStep.enrolled', staffId })
    await complete(work, { token: next, staffId, device })
    return ok({ recoveryCodes })
  },
})

/** Ten new recovery codes for a code from the app or one of the old ones. */
export const renewRecoveryCodes = defineOpenAction({
  reason: 'the answer holds secrets, which no receipt may keep; it reaches the own account alone',
  schema: codeSchema,
  run: async (work, { code }) => {
    const token = await sessionToken()
    const session = token === null ? null : await findLiveSession(work, token)
    if (session === null || session.secondStepAt === null) return no('signedOut')
    const { staffId } = session
    const checked = await checkProof(work, {
      staffId,
      sessionId: session.id,
      device: await deviceToken(),
      proof: { code },
    })
    if (!checked.ok) return checked
    await work.audit({ event: 'secondStep.used', staffId, means: checked.value })
    return ok({ recoveryCodes: await replaceRecoveryCodes(work, staffId) })
  },
})
