import 'server-only'
import { type Work, withAuthWork } from '@/lib/db/work'
import { findCredential, updatePassword } from './credential.data'
import { hashPassword, verifyPassword } from './password-hash'
import { countRecoveryCodes } from './second-step.data'
import { endOwnSession, endSessions, listLiveSessions } from './session.data'
import { countTry, forgetTries } from './throttle.data'

// What the app role must not see (sessions, secrets) is asked through the auth role, for the actor of the Work alone.

/** Everything the own account page shows. */
export const getOwnAccount = async (work: Work) => {
  const { id, sessionId } = work.actor
  const staff = await work.tx.staff.findUniqueOrThrow({ where: { id }, select: { version: true } })
  return withAuthWork(async (auth) => {
    const credential = await findCredential(auth, id)
    const sessions = await listLiveSessions(auth, id)
    return {
      version: staff.version,
      email: credential?.email ?? null,
      enrolledAt: credential?.totpEnrolledAt ?? null,
      passwordSetAt: credential?.passwordSetAt ?? null,
      recoveryCodes: await countRecoveryCodes(auth, id),
      sessions: sessions.map((session) => ({
        id: session.id,
        device: session.device,
        createdAt: session.createdAt,
        lastSeenAt: session.lastSeenAt,
        isThis: session.id === sessionId,
      })),
    }
  })
}

/** @returns false when no such session of the actor is open */
export const endOneSession = (work: Work, sessionId: string): Promise<boolean> =>
  withAuthWork((auth) => endOwnSession(auth, { staffId: work.actor.id, sessionId }))

/** @returns how many other sessions were ended */
export const endOtherSessions = (work: Work): Promise<number> =>
  withAuthWork((auth) => endSessions(auth, { staffId: work.actor.id, exceptId: work.actor.sessionId }))

/** What a new password is judged by. */
export const getPasswordContext = (work: Work) =>
  withAuthWork(async (auth) => {
    const credential = await findCredential(auth, work.actor.id)
    return {
      hasSecondStep: credential?.totpEnrolledAt !== null && credential !== null,
      words: [credential?.email ?? '', work.actor.name, credential?.staff.organisation.name ?? ''],
    }
  })

/**
 * Changes the actor's password and ends her other sessions: whoever knew the old one is out.
 * @returns a fault when the current password is not right, or was tried too often
 */
export const changeOwnPassword = async (
  work: Work,
  change: { current: string; next: string },
): Promise<'passwordWrong' | 'pleaseWait' | null> => {
  const staffId = work.actor.id
  const { mayTry, passwordHash } = await withAuthWork(async (auth) => ({
    mayTry: await countTry(auth, 'code', `password:${staffId}`),
    passwordHash: (await findCredential(auth, staffId))?.passwordHash ?? null,
  }))
  if (!mayTry) return 'pleaseWait'
  if (!(await verifyPassword(passwordHash, change.current))) return 'passwordWrong'
  const next = await hashPassword(change.next)
  await withAuthWork(async (auth) => {
    await updatePassword(auth, { staffId, passwordHash: next })
    await endSessions(auth, { staffId, exceptId: work.actor.sessionId })
    await forgetTries(auth, 'code', `password:${staffId}`)
  })
  return null
}
