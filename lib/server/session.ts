import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { findEntered, type Work } from '@/lib/db/work'
import { env, isSecure } from '@/lib/runtime/env'
import type { Actor } from '@/lib/shared/actor'
import { DISCREET, DISCREET_COOKIE, deviceCookieName, sessionCookieName } from '@/lib/shared/cookie.rules'
import { readBoundToken } from './bound-cookie'

const boundToken = async (cookie: string): Promise<string | null> => {
  const value = (await cookies()).get(cookie)?.value
  return value === undefined ? null : readBoundToken(env().NEXTAUTH_SECRET, value)
}

/** The opaque session token the browser holds, or null. It proves nothing until the database has looked it up. */
export const sessionToken = (): Promise<string | null> => boundToken(sessionCookieName(isSecure()))

/** The token of a browser that someone has signed in from before, or null. */
export const deviceToken = (): Promise<string | null> => boundToken(deviceCookieName(isSecure()))

/** Whether people stand in lists by their initials on this device. Anything else than its one word is no. */
export const isDiscreetDevice = async (): Promise<boolean> =>
  (await cookies()).get(DISCREET_COOKIE)?.value === DISCREET

/** The same for a request: the organisation may have said it for every device. */
export const isDiscreetFor = async ({ settings }: Pick<Work, 'settings'>): Promise<boolean> =>
  settings.get('work.names') === 'codes' || (await isDiscreetDevice())

/** Who is signed in and what their organisation has set, for drawing the frame around a page. Guards nothing: that is the page's handler. */
export const currentFrame = cache(async () => {
  const token = await sessionToken()
  return token === null ? null : findEntered(token)
})

export const currentActor = async (): Promise<Actor | null> => (await currentFrame())?.actor ?? null
