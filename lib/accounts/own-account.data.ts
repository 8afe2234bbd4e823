import 'server-only'
import * as z from 'zod'
import { type Work, withAuthWork } from '@/lib/db/work'
import { findCredential } from './credential.data'
import { listPasskeys, relyingParty } from './passkey.data'
import { hashPassword, verifyPassword } from './password-hash'
import { findLastReset } from './reset.data'
import { countRecoveryCodes } from './second-step.data'
import { endSessionsAsActor, listLiveSessions } from './session.data'
import { countTry, forgetTries } from './throttle.data'

// What the app role must not see (sessions, secrets) is asked through the auth role, for the actor of the Work alone;
// what is changed of it is changed inside the transaction of the Work (docs/adr/0014).

const done = z.array(z.object({ done: z.boolean() })).length(1)

/** Everything the own account page shows. */
export const getOwnAccount = async (work: Work) => {
  const { id, sessionId } = work.actor
  const staff = await work.tx.staff.findUniqueOrThrow({
    where: { id },
    select: { version: true, languages: true },
  })
  const passkeys = await listPasskeys(work)
  return withAuthWork(async (auth) => {
    const credential = await findCredential(auth, id)
    const sessions = await listLiveSessions(auth, id)
    return {
      version: staff.version,
      languages: staff.languages,
      email: credential?.email ?? null,
      enrolledAt: credential?.totpEnrolledAt ?? null,
      passwordSetAt: credential?.passwordSetAt ?? null,
      lastReset: await findLastReset(auth, id),
      passkeys,
      takesPasskeys: relyingParty() !== null,
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
export const endOneSession = async (work: Work, sessionId: string): Promise<boolean> => {
  const [row] = done.parse(await work.tx.$queryRaw`SELECT app.end_own_session(${sessionId}::uuid) AS done`)
  return row?.done === true
}

/** @returns how many other sessions were ended */
export const endOtherSessions = (work: Work): Promise<number> =>
  endSessionsAsActor(work, { staffId: work.actor.id, exceptId: work.actor.sessionId })

/** Whether the actor signs in with a second step. */
export const hasSecondStep = (work: Work): Promise<boolean> =>
  withAuthWork(async (auth) => ((await findCredential(auth, work.actor.id))?.totpEnrolledAt ?? null) !== null)

/** What a new password is judged by. */
export const getPasswordContext = (work: Work) =>
  withAuthWork(async (auth) => {
    const credential = await findCredential(auth, work.actor.id)
    return {
      hasSecondStep: credential?.totpEnrolledAt !== null && credential !== null,
      words: [credential?.email ?? '', work.actor.name, credential?.staff.organisation.name ?? ''],
    }
  })

/** Whether the one at work knows the password of the account; a fault when it is not right, or was tried too often. */
export const checkOwnPassword = async (
  work: Work,
  password: string,
): Promise<{ readonly hash: string } | 'passwordWrong' | 'pleaseWait'> => {
  const staffId = work.actor.id
  const { mayTry, passwordHash } = await withAuthWork(async (auth) => ({
    mayTry: await countTry(auth, 'code', `password:${staffId}`),
    passwordHash: (await findCredential(auth, staffId))?.passwordHash ?? null,
  }))
  if (!mayTry) return 'pleaseWait'
  if (passwordHash === null || !(await verifyPassword(passwordHash, password))) return 'passwordWrong'
  return { hash: passwordHash }
}
/** They knew it: their tries are forgiven. */
export const forgiveTries = (work: Work): Promise<void> =>
  withAuthWork((auth) => forgetTries(auth, 'code', `password:${work.actor.id}`))

/**
 * Changes the actor's password and ends their other sessions: anyone who knew the old one is out.
 * @returns a fault when the current password is not right, or was tried too often
 */
export const changeOwnPassword = async (
  work: Work,
  change: { current: string; next: string },
): Promise<'passwordWrong' | 'pleaseWait' | null> => {
  const known = await checkOwnPassword(work, change.current)
  if (typeof known === 'string') return known
  const next = await hashPassword(change.next)
  const [row] = done.parse(
    await work.tx.$queryRaw`SELECT app.change_password(${known.hash}, ${next}) AS done`,
  )
  if (row?.done !== true) return 'passwordWrong'
  await endOtherSessions(work)
  // Whatever becomes of the rest.
  await forgiveTries(work)
  return null
}
