import 'server-only'
import { cookies } from 'next/headers'
import { env, isSecure } from '@/lib/runtime/env'
import { bindToken } from '@/lib/server/bound-cookie'
import { DEVICE_DAYS, deviceCookieName, sessionCookieName } from '@/lib/shared/cookie.rules'
import { ABSOLUTE_SECONDS } from './session.rules'

const set = async (name: string, value: string, maxAge: number): Promise<void> => {
  const jar = await cookies()
  jar.set(name, value, { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/', maxAge })
}

/** Hands a new token to the browser, with the same flags as next-auth sets at sign-in. */
export const setSessionCookie = (token: string): Promise<void> =>
  set(sessionCookieName(isSecure()), bindToken(env().NEXTAUTH_SECRET, token), ABSOLUTE_SECONDS)

export const setDeviceCookie = (token: string): Promise<void> =>
  set(deviceCookieName(isSecure()), bindToken(env().NEXTAUTH_SECRET, token), DEVICE_DAYS * 24 * 60 * 60)

/** A deletion carries the same flags: browsers ignore an insecure Set-Cookie for a `__Host-` name. */
export const clearSessionCookie = (): Promise<void> => set(sessionCookieName(isSecure()), '', 0)
