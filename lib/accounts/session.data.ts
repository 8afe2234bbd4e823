import 'server-only'
import * as z from 'zod'
import type { AuthWork, Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { ABSOLUTE_SECONDS, isSessionLive } from './session.rules'
import { readRules } from './sign-in-rules.data'
import { hashToken, newToken } from './token'

const sessionState = {
  id: true,
  staffId: true,
  revokedAt: true,
  expiresAt: true,
  lastSeenAt: true,
  createdAt: true,
  secondStepAt: true,
  secondStepDue: true,
  steppedUpAt: true,
  device: true,
  staff: { select: { active: true, role: true, name: true, organisationId: true, vouchedAt: true } },
} as const

/**
 * Opens a session; its token exists nowhere else. `secondStepDue` follows the account.
 * @param session.isProved the second step was done together with the password
 */
export const insertSession = async (
  work: AuthWork,
  session: { staffId: string; device: string; isProved?: boolean | undefined },
): Promise<{ id: string; token: string }> => {
  const token = newToken()
  const { rules } = await readRules(work, session.staffId)
  const enrolled = await work.tx.credential.count({
    where: { staffId: session.staffId, totpEnrolledAt: { not: null } },
  })
  const isProved = session.isProved === true && enrolled > 0
  const isDue = enrolled > 0 || rules.get('signIn.secondStep')
  const id = newId()
  await work.tx.session.createMany({
    data: {
      id,
      tokenHash: hashToken(token),
      staffId: session.staffId,
      createdAt: work.now,
      lastSeenAt: work.now,
      expiresAt: new Date(
        work.now.getTime() + Math.min(ABSOLUTE_SECONDS, rules.get('signIn.day') * 3600) * 1000,
      ),
      secondStepDue: isDue,
      secondStepAt: isProved ? work.now : null,
      // Where the password is all that is asked for, it was given a moment ago.
      steppedUpAt: isProved || !isDue ? work.now : null,
      device: session.device,
    },
  })
  return { id, token }
}

/** The session behind a token while it is believed (see session.rules), else null. */
export const findLiveSession = async (work: AuthWork, token: string) => {
  const session = await work.tx.session.findUnique({
    where: { tokenHash: hashToken(token) },
    select: sessionState,
  })
  if (session === null) return null
  const { rules } = await readRules(work, session.staffId)
  return isSessionLive(session, work.now, rules.get('signIn.idle')) ? session : null
}

/**
 * The second step is done: the session gets a new token, and the one from before is dead.
 * @returns the new token; null when the session was ended or already moved on meanwhile
 */
export const rotateSession = async (work: AuthWork, token: string): Promise<string | null> => {
  const next = newToken()
  const { count } = await work.tx.session.updateMany({
    where: { tokenHash: hashToken(token), revokedAt: null },
    data: {
      tokenHash: hashToken(next),
      secondStepAt: work.now,
      steppedUpAt: work.now,
      lastSeenAt: work.now,
    },
  })
  return count === 1 ? next : null
}

/** The person behind the session proved once more who they are. @returns false when the session was ended meanwhile */
export const stepUpSession = async (work: AuthWork, id: string): Promise<boolean> => {
  const { count } = await work.tx.session.updateMany({
    where: { id, revokedAt: null },
    data: { steppedUpAt: work.now },
  })
  return count === 1
}

/** Own sessions that still open something, newest first. */
export const listLiveSessions = async (work: AuthWork, staffId: string) => {
  const sessions = await work.tx.session.findMany({
    where: { staffId, revokedAt: null, expiresAt: { gt: work.now } },
    select: sessionState,
    orderBy: { createdAt: 'desc' },
  })
  const { rules } = await readRules(work, staffId)
  return sessions.filter((session) => isSessionLive(session, work.now, rules.get('signIn.idle')))
}

/** When each account of an organisation last signed in; who never did is not among them, nor is a second step that was not done. */
export const listLastSignIns = async (
  work: AuthWork,
  organisationId: string,
): Promise<ReadonlyMap<string, Date>> => {
  const last = await work.tx.session.groupBy({
    by: ['staffId'],
    where: {
      staff: { organisationId },
      OR: [{ secondStepDue: false }, { secondStepAt: { not: null } }],
    },
    _max: { createdAt: true },
  })
  return new Map(
    last.flatMap(({ staffId, _max: { createdAt } }) => (createdAt === null ? [] : [[staffId, createdAt]])),
  )
}

/** Ends the session behind this token. @returns which it was, or null when it was over already */
export const endSession = async (
  work: AuthWork,
  token: string,
): Promise<{ id: string; staffId: string } | null> => {
  const where = { tokenHash: hashToken(token), revokedAt: null }
  const session = await work.tx.session.findFirst({ where, select: { id: true, staffId: true } })
  if (session === null) return null
  const { count } = await work.tx.session.updateMany({ where, data: { revokedAt: work.now } })
  return count === 1 ? session : null
}

/** Before anyone is signed in, or for the last time: ends every session, but for `exceptId`. @returns how many */
export const endSessions = async (
  work: AuthWork,
  which: { staffId: string; exceptId?: string },
): Promise<number> => {
  const { count } = await work.tx.session.updateMany({
    where: {
      staffId: which.staffId,
      revokedAt: null,
      ...(which.exceptId === undefined ? {} : { id: { not: which.exceptId } }),
    },
    data: { revokedAt: work.now },
  })
  return count
}

const ended = z.array(z.object({ count: z.int() })).length(1)

/** The same within the actor's own transaction: their own sessions, or as admin a colleague's. @returns how many */
export const endSessionsAsActor = async (
  work: Work,
  { staffId, exceptId = null }: { staffId: string; exceptId?: string | null },
): Promise<number> => {
  const rows = await work.tx.$queryRaw`SELECT app.end_sessions(${staffId}::uuid, ${exceptId}::uuid) AS count`
  return ended.parse(rows)[0]?.count ?? 0
}
