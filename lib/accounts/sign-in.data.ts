import 'server-only'
import * as z from 'zod'
import { withAuthWork } from '@/lib/db/work'
import { findForSignIn } from './credential.data'
import { normalizeEmail } from './invitation.rules'
import { MAX_LENGTH } from './password.rules'
import { verifyPassword } from './password-hash'
import { endSession, findLiveSession, insertSession } from './session.data'
import { countTry, forgetTries, removeExpiredTries, uncountTry } from './throttle.data'
import { toNetwork } from './throttle.rules'
import { hashToken, newToken } from './token'

// These functions open their transactions themselves: hashing takes tens of milliseconds and must not hold one.

type Attempt = { email: string; password: string; address: string }

/**
 * Judges a sign-in. Unknown, wrong, paused and switched off are one answer and take one time: always one look-up, one
 * hash, one line in the trail.
 * @returns the account, or null
 */
export const checkSignIn = async (attempt: Attempt): Promise<{ staffId: string } | null> => {
  if (attempt.password.length > MAX_LENGTH || attempt.email.length > 254) return null
  const email = normalizeEmail(attempt.email)
  const network = toNetwork(attempt.address)
  const { found, mayTry } = await withAuthWork(async (work) => {
    // The account is not counted when the network already pauses: nobody shuts a colleague out from there.
    const mayTry = (await countTry(work, 'address', network)) && (await countTry(work, 'account', email))
    return { found: await findForSignIn(work, email), mayTry }
  })
  const account = found?.active && mayTry ? found : null
  const matches = await verifyPassword(account?.passwordHash ?? null, attempt.password)
  return withAuthWork(async (work) => {
    if (account && matches) {
      await forgetTries(work, 'account', email)
      await uncountTry(work, 'address', network)
      return { staffId: account.staffId }
    }
    const reason = mayTry ? 'notAccepted' : 'paused'
    await work.audit({ event: 'session.refused', reason, staffId: found?.staffId ?? null })
    return null
  })
}

/** Opens the session of an account whose password was right. @returns the token for the cookie */
export const startSession = (start: { staffId: string; device: string }): Promise<string> =>
  withAuthWork(async (work) => {
    const { id, token } = await insertSession(work, start)
    await work.audit({ event: 'session.started', sessionId: id, staffId: start.staffId })
    // Here and not where tries are counted: there it would be heard in the time.
    await removeExpiredTries(work)
    return token
  })

export const findSessionByToken = (token: string) => withAuthWork((work) => findLiveSession(work, token))

/** Ends the session behind the token; harmless when it is over already. */
export const endSessionByToken = (token: string): Promise<void> =>
  withAuthWork(async (work) => {
    const ended = await endSession(work, token)
    if (ended) await work.audit({ event: 'session.ended', sessionId: ended.id, staffId: ended.staffId })
  })

/**
 * Demo only: a session as an invented person. The function behind it exists in demo databases and nowhere else, so that
 * a wrong setting alone opens nothing.
 * @returns the token, or null for an account that is not of the demo organisation
 */
export const startDemoSession = (staffId: string): Promise<string | null> =>
  withAuthWork(async (work) => {
    const token = newToken()
    const rows = await work.tx
      .$queryRaw`SELECT app.demo_sign_in(${staffId}::uuid, ${hashToken(token)}) AS opened`
    const [row] = z.array(z.object({ opened: z.boolean() })).parse(rows)
    return row?.opened === true ? token : null
  })
