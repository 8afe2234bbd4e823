'use server'
import { defineOpenAction } from '@/lib/server/define-action'
import { sessionToken } from '@/lib/server/session'
import { no, ok } from '@/lib/shared/result'
import { codeSchema } from './account.schema'
import { checkSecondStep, enrolSecondStep, findEnrolledAt, replaceRecoveryCodes } from './second-step.data'
import { endSessions, findLiveSession, rotateSession } from './session.data'
import { mayEnrol } from './session.rules'
import { setSessionCookie } from './session-cookie'
import { countTry, forgetTries } from './throttle.data'

// These doors are open because they serve sessions that still owe the second step: such a session is nobody's Work yet.
// Each looks its session up first, and an answer is not kept as a receipt, because it may hold recovery codes.

/** The second step of signing in: a code from the app, or a recovery code. The session gets a new token. */
export const proveSecondStep = defineOpenAction({
  reason: 'the session owes its second step and may do nothing else',
  schema: codeSchema,
  run: async (work, { code }) => {
    const token = await sessionToken()
    const session = token === null ? null : await findLiveSession(work, token)
    if (token === null || session === null) return no('signedOut')
    const { staffId } = session
    if (!(await countTry(work, 'code', staffId))) return no('pleaseWait')
    const means = await checkSecondStep(work, { staffId, code })
    if (means === null) {
      await work.audit({ event: 'session.refused', reason: 'secondStep', staffId })
      return no('codeNotAccepted', { code: 'codeNotAccepted' })
    }
    await forgetTries(work, 'code', staffId)
    const next = await rotateSession(work, token)
    if (next === null) return no('signedOut')
    await work.audit({ event: 'secondStep.used', staffId, means })
    await setSessionCookie(next)
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
    const { staffId } = session
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
    await setSessionCookie(next)
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
    if (!(await countTry(work, 'code', staffId))) return no('pleaseWait')
    const means = await checkSecondStep(work, { staffId, code })
    if (means === null) return no('codeNotAccepted', { code: 'codeNotAccepted' })
    await forgetTries(work, 'code', staffId)
    await work.audit({ event: 'secondStep.used', staffId, means })
    return ok({ recoveryCodes: await replaceRecoveryCodes(work, staffId) })
  },
})
