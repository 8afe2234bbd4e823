import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Actor } from '@/lib/access/actor'
import { sessionCookieName } from '@/lib/accounts/cookie.rules'
import { findActor } from '@/lib/db/work'
import { isSecure } from './env'

/** The opaque session token the browser holds, or null. It proves nothing until the database has looked it up. */
export const sessionToken = async (): Promise<string | null> =>
  (await cookies()).get(sessionCookieName(isSecure()))?.value ?? null

/** Who is signed in, for drawing the house around a page. Guards nothing: that is the page's door. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const token = await sessionToken()
  return token === null ? null : findActor(token)
})
