import 'server-only'
import * as z from 'zod'
import { type AuthWork, withAuthWork } from '@/lib/db/work'
import { metrics } from '@/lib/runtime/metrics'
import { toNetwork } from '@/lib/server/caller.rules'
import { countCompared, findCredential, findForSignIn, type SignInRow } from './credential.data'
import { normalizeEmail } from './invitation.rules'
import { oldestUse, rememberDevice } from './known-device.data'
import { MAX_LENGTH } from './password.rules'
import { verifyPassword } from './password-hash'
import { checkSecondStep } from './second-step.data'
import { endSession, findLiveSession, insertSession } from './session.data'
import { requiresSecondStep } from './session.rules'
import { readRules } from './sign-in-rules.data'
import { countTry, forgetTries, removeExpiredTries, uncountTry } from './throttle.data'
import { triedFrom } from './throttle.rules'
import { hashToken, newToken } from './token'

// These functions open their transactions themselves: hashing takes tens of milliseconds and must not hold one.

type Attempt = {
  email: string
  password: string
  address: string
  /** Of a browser that someone has signed in from before. */
  device?: string | null | undefined
  /** A code of the second step, given together with the password: it gets through a pause that others caused. */
  code?: string | null | undefined
}
type Accepted = {
  staffId: string
  /** The second step was done together with the password. */
  isProved?: true
}

/**
 * Counts the try and says whether the password may be judged. From a browser that the account knows only its own counter speaks:
 * strangers cannot fill it. Else the network's, the account's from this network, and the account's from everywhere. A pause of the
 * last two makes no difference to anyone who brings a code of the second step; the code decides then.
 */
const countSignIn = async (
  work: AuthWork,
  {
    email,
    network,
    deviceId,
    brings,
  }: { email: string; network: string; deviceId: string | null; brings: boolean },
): Promise<boolean> => {
  if (deviceId !== null) return countTry(work, 'device', deviceId)
  // The account is not counted when the network already pauses: no one shuts a colleague out from there.
  if (!(await countTry(work, 'address', network))) return false
  const near = await countTry(work, 'account', triedFrom(network, email))
  return (near && (await countTry(work, 'everywhere', email))) || brings
}

/** The password was right: tries of this browser, or of this network at this account, are forgiven. */
const forgive = async (
  work: AuthWork,
  { email, network, deviceId }: { email: string; network: string; deviceId: string | null },
): Promise<void> => {
  if (deviceId !== null) return forgetTries(work, 'device', deviceId)
  await forgetTries(work, 'account', triedFrom(network, email))
  await uncountTry(work, 'everywhere', email)
  await uncountTry(work, 'address', network)
}

/**
 * Judges a sign-in. Unknown, wrong, paused and switched off are one answer and take one time: always one look-up, one
 * hash, one line in the audit log.
 * @returns the account, or null
 */
export const checkSignIn = async (attempt: Attempt): Promise<Accepted | null> => {
  if (attempt.password.length > MAX_LENGTH || attempt.email.length > 254) return null
  const email = normalizeEmail(attempt.email)
  const network = toNetwork(attempt.address)
  const code = attempt.code?.trim() || null
  const hash = attempt.device ? hashToken(attempt.device) : null
  const { found, compared, deviceId, mayTry, brings } = await withAuthWork(async (work) => {
    const found = await findForSignIn(work, email, { hash, since: oldestUse(work) })
    const compared = await countCompared(work)
    const deviceId = found.find((one) => one.deviceId !== null)?.deviceId ?? null
    const brings = code !== null && found.some((one) => one.hasSecondStep)
    // Last: it locks counters that other tries wait for.
    const mayTry = await countSignIn(work, { email, network, deviceId, brings })
    return { found, compared, deviceId, mayTry, brings }
  })
  const judged: (SignInRow | null)[] = mayTry ? found.filter((one) => one.active) : []
  while (judged.length < compared) judged.push(null)
  const matches = await Promise.all(
    judged.map((one) => verifyPassword(one?.passwordHash ?? null, attempt.password)),
  )
  const account = judged.find((one, index) => one !== null && matches[index]) ?? null
  return withAuthWork(async (work) => {
    if (account && (!brings || (await isGoodCode(work, account.staffId, code)))) {
      await forgive(work, { email, network, deviceId })
      metrics().signIns.inc({ result: 'accepted' })
      return { staffId: account.staffId, ...(brings ? { isProved: true } : {}) }
    }
    const reason = mayTry ? 'notAccepted' : 'paused'
    metrics().signIns.inc({ result: reason })
    for (const staffId of found.length === 0 ? [null] : found.map((one) => one.staffId))
      await work.audit({ event: 'session.refused', reason, staffId })
    return null
  })
}

/** Counted only once the password was right, so that no stranger fills this counter. */
const isGoodCode = async (work: AuthWork, staffId: string, code: string | null): Promise<boolean> => {
  if (code === null || !(await countTry(work, 'code', staffId))) return false
  const means = await checkSecondStep(work, { staffId, code })
  if (means === null) return false
  await forgetTries(work, 'code', staffId)
  await work.audit({ event: 'secondStep.used', staffId, means })
  return true
}

/** Opens the session of an account whose password was right. @returns the token for the cookie */
export const startSession = (start: {
  staffId: string
  device: string
  isProved?: boolean | undefined
}): Promise<string> =>
  withAuthWork(async (work) => {
    const { id, token } = await insertSession(work, start)
    await work.audit({ event: 'session.started', sessionId: id, staffId: start.staffId })
    // Here and not where tries are counted: there it would be heard in the time.
    await removeExpiredTries(work)
    return token
  })

/**
 * The browser has another session now: the one from before ends, no matter whose it was (one person never leaves another signed in).
 * A sign-in that owes no second step any more makes the browser known. @returns its new token, or null
 */
export const settleBrowser = (browser: {
  before: string | null
  staffId: string
  device: string
  deviceToken: string | null
  isComplete: boolean
}): Promise<string | null> =>
  withAuthWork(async (work) => {
    const ended = browser.before === null ? null : await endSession(work, browser.before)
    if (ended) await work.audit({ event: 'session.ended', sessionId: ended.id, staffId: ended.staffId })
    const { staffId, device, deviceToken: token } = browser
    return browser.isComplete ? rememberDevice(work, { staffId, device, token }) : null
  })

/** Whether an account has to do a second step after its password. */
export const owesAfterPassword = (staffId: string): Promise<boolean> =>
  withAuthWork(async (work) => {
    const found = await findCredential(work, staffId)
    if (found === null || found.totpEnrolledAt !== null || requiresSecondStep(found.staff.role)) return true
    return (await readRules(work, staffId)).rules.get('signIn.secondStep')
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
