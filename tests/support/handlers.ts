import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import { env } from '@/lib/runtime/env'
import type { Envelope } from '@/lib/server/answer'
import { bindToken } from '@/lib/server/bound-cookie'
import { PLAIN_SESSION_COOKIE } from '@/lib/shared/cookie.rules'
import { asking } from './next/asked'
import { NotFoundShown, Redirected } from './next/navigation'

// Opens the real handlers with a session token, on the database of this test file. Nothing of ours is replaced; Next's
// request is (tests/support/next, by alias in vitest.config.ts).

/** Runs anything as the browser that holds this token; null holds none. */
export const withToken = <T>(
  token: string | null,
  run: () => Promise<T>,
  locale: Locale = 'en',
  preferences: readonly (readonly [name: string, value: string])[] = [],
): Promise<T> =>
  asking(
    {
      cookies: new Map([
        ...preferences,
        ...(token === null ? [] : [[PLAIN_SESSION_COOKIE, bindToken(env().NEXTAUTH_SECRET, token)] as const]),
      ]),
      headers: new Headers(),
      locale,
    },
    run,
  )

/** Calls an action as the browser does; without `requestId` as a new intention. */
export const act = <A>(
  token: string | null,
  action: (sent: Envelope) => Promise<A>,
  input: unknown,
  requestId: string = randomUUID(),
): Promise<A> => withToken(token, () => action({ requestId, input }))

type Page = (props: {
  params: Promise<Record<string, string>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) => Promise<ReactNode>
export type Shown =
  | { readonly outcome: 'shown'; readonly node: ReactNode }
  | { readonly outcome: 'redirected'; readonly to: string }
  | { readonly outcome: 'notFound' }

/** Opens a page: its element (not rendered), where it sends to, or not found. */
export const openPage = async (
  token: string | null,
  page: Page,
  {
    params = {},
    search = {},
    locale = 'en',
    preferences = [],
  }: {
    params?: Record<string, string>
    search?: Record<string, string | string[]>
    locale?: Locale
    /** Cookies that the browser holds beside that of the session. */
    preferences?: readonly (readonly [name: string, value: string])[]
  } = {},
): Promise<Shown> => {
  try {
    const node = await withToken(
      token,
      () => page({ params: Promise.resolve(params), searchParams: Promise.resolve(search) }),
      locale,
      preferences,
    )
    return { outcome: 'shown', node }
  } catch (error) {
    if (error instanceof Redirected) return { outcome: 'redirected', to: error.to }
    if (error instanceof NotFoundShown) return { outcome: 'notFound' }
    throw error
  }
}

/** Fetches a download as our own page does. `path` with its query. */
export const fetchFile = (
  token: string | null,
  get: (request: Request) => Promise<Response>,
  path: string,
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
): Promise<Response> =>
  withToken(token, () => get(new Request(new URL(path, 'http://localhost:3000'), { headers })))
