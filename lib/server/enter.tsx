import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { StoppedPage } from '@/components/layout/stopped-page'
import { UnreadAddress } from '@/components/layout/unread-address'
import { can } from '@/lib/access/can'
import type { Permission } from '@/lib/access/grants'
import { Damaged, Forbidden, NotFound, NotSignedIn } from '@/lib/db/errors'
import type { AuditEvent } from '@/lib/db/events'
import type { Work } from '@/lib/db/work'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { type MessagePart, pickMessages } from '@/lib/i18n/messages'
import { WithMessages } from '@/lib/i18n/with-messages'
import { report } from '@/lib/runtime/log'
import type { Actor } from '@/lib/shared/actor'
import { type Search, unreadIn } from '@/lib/shared/search'
import { UnknownCode } from '@/lib/shared/vocabulary'
import { withMetadata } from './handler-metadata'
import { inSession } from './in-session'
import { recordDenial } from './refusals'
import { isDiscreetFor, sessionToken } from './session'

export type PageRequest = {
  readonly params: Readonly<Record<string, string>>
  readonly search: Search
  readonly locale: Locale
  /** Lists show initials: names are not sent to this device. */
  readonly isDiscreet: boolean
}
export type Surroundings = { readonly actor: Actor; readonly now: Date; readonly locale: Locale }

type NextPageProps = {
  readonly params: Promise<Record<string, string>>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export type Page<P extends Permission, D> = {
  readonly permission: P
  /** What the audit log keeps of this visit; null only for pages, and states of a page, that show no one. */
  readonly audit: ((data: D) => AuditEvent | null) | null
  readonly load: (work: Work, request: PageRequest) => Promise<D>
  readonly show: (data: D, surroundings: Surroundings) => ReactNode
  /** The messages that the page's script says in the browser, beside those of the frame (a test compares). */
  readonly messages: readonly MessagePart[]
}

/** A page with the messages of its own script around it. */
const withMessages = async (shown: ReactNode, messages: readonly MessagePart[]): Promise<ReactNode> =>
  messages.length === 0 ? (
    shown
  ) : (
    <WithMessages text={pickMessages(await getMessages(), messages)}>{shown}</WithMessages>
  )

/**
 * The handler of every page about people or the organisation. One transaction reads the data and writes the audit log; if the audit log
 * cannot be written, nothing is shown. Out of reach, not there and not permitted look the same: not found.
 */
export const enter = <P extends Permission, D>({ permission, audit, load, show, messages }: Page<P, D>) => {
  const handler = async ({ params, searchParams }: NextPageProps): Promise<ReactNode> => {
    const locale = LOCALES.read(await getLocale())
    const request = {
      params: await params,
      search: await searchParams,
      locale,
    }
    const token = await sessionToken()
    if (token === null) redirect('/sign-in')
    const outcome = await open(token, permission, async (work) => {
      const data = await load(work, { ...request, isDiscreet: await isDiscreetFor(work) })
      const line = audit === null ? null : audit(data)
      if (line !== null) await work.audit(line)
      return { data, actor: work.actor, now: work.now }
    })
    if (outcome === 'signedOut') redirect(await signInFrom())
    if (outcome === 'refused') notFound()
    if (outcome === 'damaged') return <StoppedPage />
    if (outcome instanceof UnknownCode) return <StoppedPage unknownIn={outcome.digest} />
    const surroundings = { actor: outcome.actor, now: outcome.now, locale }
    return withMessages(
      <>
        <UnreadAddress names={unreadIn(request.search)} />
        {show(outcome.data, surroundings)}
      </>,
      messages,
    )
  }
  return withMetadata(handler, { kind: 'page', permission })
}

/** The sign-in page, with the way back to where one was; `x-path` is set by proxy.ts, never by the browser. */
const signInFrom = async (): Promise<string> => {
  const path = (await headers()).get('x-path') ?? '/'
  return path === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(path)}`
}

const open = async <T,>(
  token: string,
  permission: Permission,
  run: (work: Work) => Promise<T>,
): Promise<T | 'signedOut' | 'refused' | 'damaged' | UnknownCode> => {
  try {
    return await inSession(token, async (work) => {
      if (!can(work.actor, permission)) throw new Forbidden()
      return run(work)
    })
  } catch (error) {
    if (error instanceof NotSignedIn) return 'signedOut'
    if (error instanceof Damaged) return 'damaged'
    if (error instanceof Forbidden || error instanceof NotFound) {
      await recordDenial(token, permission, 'page')
      return 'refused'
    }
    if (!(error instanceof UnknownCode)) throw error
    report('page', error)
    return error
  }
}

export type OpenPage<D> = {
  /** Why this page needs no one to be signed in. */
  readonly reason: string
  readonly messages: readonly MessagePart[]
  readonly load: (request: Omit<PageRequest, 'isDiscreet'>) => Promise<D>
  readonly show: (data: D, surroundings: { readonly locale: Locale }) => ReactNode
}

/** The handler of the few pages that come before sign-in. */
export const enterWithoutSession = <D,>({ reason, load, show, messages }: OpenPage<D>) => {
  const handler = async ({ params, searchParams }: NextPageProps): Promise<ReactNode> => {
    const locale = LOCALES.read(await getLocale())
    const data = await load({ params: await params, search: await searchParams, locale })
    return withMessages(show(data, { locale }), messages)
  }
  return withMetadata(handler, { kind: 'openPage', reason })
}
