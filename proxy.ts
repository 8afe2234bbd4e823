import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/lib/server/content-security-policy'
import {
  PLAIN_SESSION_COOKIE,
  QUIET_COOKIE,
  QUIET_PATH,
  SECURE_SESSION_COOKIE,
} from '@/lib/shared/cookie.rules'

const OPEN_PATHS = [
  '/sign-in',
  '/accept-invitation',
  '/reset-password',
  QUIET_PATH,
  '/shared/',
  '/incoming/',
  // The program with which outsiders check an archive: it holds nothing of anyone.
  '/verify-archive.mjs',
]

const isOpen = (path: string): boolean =>
  OPEN_PATHS.some((open) => path === open || path.startsWith(open.endsWith('/') ? open : `${open}/`))

const hasSessionCookie = (request: NextRequest): boolean =>
  request.cookies.has(SECURE_SESSION_COOKIE) || request.cookies.has(PLAIN_SESSION_COOKIE)

/**
 * The edge: a nonce for each page, no internal header from outside, and a short way to the sign-in page.
 * It decides nothing about permission; that is the handler of each page (lib/server/enter.tsx).
 */
export const proxy = (request: NextRequest): NextResponse => {
  const { pathname, search } = request.nextUrl
  const asksForPage = request.method === 'GET' || request.method === 'HEAD'
  // Someone hid a page and the application could not end the session yet: none of its pages is shown before it has.
  if (asksForPage && !isOpen(pathname) && request.cookies.has(QUIET_COOKIE))
    return NextResponse.redirect(new URL(QUIET_PATH, request.nextUrl))
  if (asksForPage && !isOpen(pathname) && !hasSessionCookie(request)) {
    const signIn = new URL('/sign-in', request.nextUrl)
    if (pathname !== '/') signIn.searchParams.set('back', `${pathname}${search}`)
    return NextResponse.redirect(signIn)
  }
  const headers = new Headers(request.headers)
  for (const name of [...headers.keys()])
    if (name.startsWith('x-middleware-') || name === 'x-nonce') headers.delete(name)
  // Next keeps a second copy of a body for this function, and Prisma remembers the request of each of its last hundred
  // transactions with it: unread, the copies would stay in memory.
  void request.body?.pipeTo(new WritableStream()).catch(() => undefined)
  // Route handlers answer with their own, stricter policy.
  if (pathname.startsWith('/shared/') || pathname.startsWith('/incoming/'))
    return NextResponse.next({ request: { headers } })
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  headers.set('x-nonce', nonce)
  // Where an expired session comes back to (lib/server/enter.tsx).
  headers.set('x-path', `${pathname}${search}`)
  // Next reads the nonce for its own scripts from the request's copy of the policy.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

// Not /api/: its handlers check permission before they read, and Next would hold a whole body back for this function. Not what works without
// a network either: files that hold nothing of anyone, with a policy of their own (next.config.js).
export const config = {
  matcher: [
    '/((?!api/|_next/static/|icon\\.svg$|calendar\\.svg$|[\\w-]+\\.png$|[\\w-]+\\.webmanifest$|worker\\.js$|offline(?:/|$)).*)',
  ],
}
