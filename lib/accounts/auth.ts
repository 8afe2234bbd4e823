import 'server-only'
import type { NextAuthOptions, User } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import * as z from 'zod'
import { env, isSecure } from '@/lib/runtime/env'
import { bindToken, readBoundToken } from '@/lib/server/bound-cookie'
import { toClientAddress } from '@/lib/server/caller.rules'
import { deviceToken, sessionToken } from '@/lib/server/session'
import { sessionCookieName } from '@/lib/shared/cookie.rules'
import { ABSOLUTE_SECONDS, toDevice } from './session.rules'
import { setDeviceCookie } from './session-cookie'
import {
  checkSignIn,
  endSessionByToken,
  findSessionByToken,
  owesAfterPassword,
  settleBrowser,
  startDemoSession,
  startSession,
} from './sign-in.data'

const signInInput = z.object({
  email: z.string(),
  password: z.string(),
  code: z.string().max(40).optional(),
})
const demoInput = z.object({ staffId: z.uuid() })
const opened = z.object({ sub: z.uuid(), device: z.string(), isProved: z.boolean().optional() })
const known = z.object({ sessionToken: z.string() })

type Headers = Readonly<Record<string, unknown>>
const header = (headers: Headers | undefined, name: string): string => {
  const value = headers?.[name]
  return typeof value === 'string' ? value : ''
}

const password = CredentialsProvider({
  id: 'password',
  credentials: { email: {}, password: {}, code: {} },
  async authorize(raw, request): Promise<User | null> {
    const input = signInInput.safeParse(raw)
    if (!input.success) return null
    const address = toClientAddress(header(request.headers, 'x-forwarded-for'))
    const account = await checkSignIn({ ...input.data, address, device: await deviceToken() })
    if (account === null) return null
    const { staffId: id, isProved = false } = account
    return { id, isProved, device: toDevice(header(request.headers, 'user-agent')) }
  },
})

const demo = CredentialsProvider({
  id: 'demo',
  credentials: { staffId: {} },
  async authorize(raw): Promise<User | null> {
    const input = demoInput.safeParse(raw)
    const token = input.success ? await startDemoSession(input.data.staffId) : null
    if (token === null || !input.success) return null
    return { id: input.data.staffId, sessionToken: token }
  },
})

/**
 * next-auth with sessions that can be ended. It carries credentials only as "JWT", which no one could take back; here
 * that token is an opaque random secret of a row in `session` (encode makes it, decode looks it up).
 */
export const authOptions = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  useSecureCookies: isSecure(),
  pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
  session: { strategy: 'jwt', maxAge: ABSOLUTE_SECONDS },
  providers: env().DEMO === 'on' ? [password, demo] : [password],
  cookies: {
    sessionToken: {
      name: sessionCookieName(isSecure()),
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
    },
  },
  jwt: {
    maxAge: ABSOLUTE_SECONDS,
    async encode({ token }) {
      const secret = env().NEXTAUTH_SECRET
      const session = known.safeParse(token)
      if (session.success) return bindToken(secret, session.data.sessionToken)
      const { sub, device, isProved } = opened.parse(token)
      return bindToken(secret, await startSession({ staffId: sub, device, isProved }))
    },
    async decode({ token: cookie }) {
      const token = cookie ? readBoundToken(env().NEXTAUTH_SECRET, cookie) : null
      if (token === null) return null
      const session = await findSessionByToken(token)
      return session && { sub: session.staffId, sessionToken: token }
    },
  },
  callbacks: {
    jwt: ({ token, user }) =>
      user
        ? { sub: user.id, device: user.device, isProved: user.isProved, sessionToken: user.sessionToken }
        : token,
    // Pages learn who is signed in from the database; next-auth's own route tells nothing about the person.
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    // The request still brings the cookie of the session from before.
    async signIn({ user }) {
      const { id: staffId, device = 'other-other', isProved = false } = user
      const isComplete = isProved || !(await owesAfterPassword(staffId))
      const browser = { before: await sessionToken(), staffId, device, deviceToken: await deviceToken() }
      const next = await settleBrowser({ ...browser, isComplete })
      if (next !== null) await setDeviceCookie(next)
    },
    async signOut({ token }) {
      const session = known.safeParse(token)
      if (session.success) await endSessionByToken(session.data.sessionToken)
    },
  },
  // An ended session is no defect; what next-auth would print about it may hold the cookie.
  logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
})

declare module 'next-auth' {
  interface User {
    device?: string
    isProved?: boolean
    sessionToken?: string
  }
}
