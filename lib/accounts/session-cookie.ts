import 'server-only'
import { cookies } from 'next/headers'
import { isSecure } from '@/lib/server/env'
import { sessionCookieName } from './cookie.rules'
import { ABSOLUTE_SECONDS } from './session.rules'

/** Hands a new token to the browser, with the same flags as next-auth sets at sign-in. */
export const setSessionCookie = async (token: string): Promise<void> => {
  const jar = await cookies()
  jar.set(sessionCookieName(isSecure()), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    path: '/',
    maxAge: ABSOLUTE_SECONDS,
  })
}

export const clearSessionCookie = async (): Promise<void> => {
  const jar = await cookies()
  // A deletion must carry the same flags: browsers ignore an insecure Set-Cookie for a `__Host-` name.
  jar.set(sessionCookieName(isSecure()), '', {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    path: '/',
    maxAge: 0,
  })
}
