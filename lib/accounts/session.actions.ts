'use server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { defineAction, defineOpenAction } from '@/lib/server/define-action'
import { sessionToken } from '@/lib/server/session'
import { ok } from '@/lib/shared/result'
import { nothing, sessionSchema } from './account.schema'
import { forgetDevices } from './known-device.data'
import { endOneSession, endOtherSessions } from './own-account.data'
import { endSession, endSessions, findLiveSession } from './session.data'
import { clearSessionCookie } from './session-cookie'

/** Ends this session. Open, because a session that owes its second step must be able to leave too. */
export const signOut = defineOpenAction({
  reason: 'ends nothing but the session of the cookie it is called with',
  schema: nothing,
  run: async (work) => {
    const token = await sessionToken()
    const ended = token === null ? null : await endSession(work, token)
    if (ended) await work.audit({ event: 'session.ended', sessionId: ended.id, staffId: ended.staffId })
    await clearSessionCookie()
    return ok({})
  },
})

/** Ends every session of the account, this one too. */
export const signOutEverywhere = defineOpenAction({
  reason:
    'after it nobody is signed in who could be named in the audit log; it reaches the own account alone',
  schema: nothing,
  run: async (work) => {
    const token = await sessionToken()
    const session = token === null ? null : await findLiveSession(work, token)
    if (session) {
      const count = await endSessions(work, { staffId: session.staffId })
      await forgetDevices(work, session.staffId)
      await work.audit({ event: 'sessions.ended', staffId: session.staffId, count })
    }
    await clearSessionCookie()
    return ok({})
  },
})

export const endMySession = defineAction({
  name: 'endMySession',
  permission: 'session:own',
  schema: sessionSchema,
  value: z.object({ staffId: z.string() }),
  audit: ({ sessionId }, { staffId }) => ({ event: 'session.ended', sessionId, staffId }),
  run: async (work, { sessionId }) => {
    if (sessionId === work.actor.sessionId || !(await endOneSession(work, sessionId))) throw new NotFound()
    return ok({ staffId: work.actor.id })
  },
})

export const endMyOtherSessions = defineAction({
  name: 'endMyOtherSessions',
  permission: 'session:own',
  schema: nothing,
  value: z.object({ staffId: z.string(), count: z.number() }),
  audit: (_input, { staffId, count }) => ({ event: 'sessions.ended', staffId, count }),
  run: async (work) => ok({ staffId: work.actor.id, count: await endOtherSessions(work) }),
})
