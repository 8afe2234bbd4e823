import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { fingerprint } from '@/lib/crypto/keyring'
import { type ShareWork, withShareWork } from '@/lib/db/work'
import { report } from '@/lib/runtime/log'
import { callerNetwork } from './caller'
import { withMetadata } from './handler-metadata'

export type Asked = {
  /** The language of the address, else of the browser. */
  readonly language: string | null
  readonly acceptLanguage: string | null
}
export type Outside<T> = {
  /** Why this is opened without a session. */
  readonly reason: string
  /** The same page for every link: nothing is looked up. */
  readonly ask: (asked: Asked, isRefused: boolean) => Promise<string>
  /** From which network a try comes, and whether it may be judged at all. */
  readonly mayTry: (work: ShareWork, network: string) => Promise<boolean>
  /** What costs time, the same for every secret and code. */
  readonly prepare: (secret: string, code: string) => Promise<T>
  /** The page behind a secret and a code; null for all that opens nothing. */
  readonly open: (work: ShareWork, prepared: T, asked: Asked) => Promise<string | null>
  /** Of the one style element that its pages have (the base64 of its SHA-256). */
  readonly styleHash: string
}

type SecretRequest = { readonly params: Promise<{ readonly secret: string }> }

/** What opens nothing is answered on the beat: how long it was looked for is not to be heard. */
const BEAT = 500

/** A code of eight digits in a form, and nothing else of interest. */
const LIMIT = 2_000

const readCode = async (request: Request): Promise<string> => {
  const isForm = /^application\/x-www-form-urlencoded\b/.test(request.headers.get('content-type') ?? '')
  if (!isForm || Number(request.headers.get('content-length') ?? Number.NaN) > LIMIT) return ''
  const typed = new URLSearchParams(await request.text()).get('code') ?? ''
  return typed.slice(0, 100).replace(/\D/g, '')
}

/** A page for a person outside: kept nowhere, found by no search, told to no other page, with one style and no script. */
const outsideAnswer =
  (styleHash: string) =>
  (status: number, body: string): Response =>
    new Response(body, {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'content-security-policy': [
          "default-src 'none'",
          `style-src 'sha256-${styleHash}'`,
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
        ].join('; '),
      },
    })
const askedBy = (request: Request): Asked => ({
  language: new URL(request.url).searchParams.get('l'),
  acceptLanguage: request.headers.get('accept-language'),
})
const onTheBeat = (began: number): Promise<void> => pause(BEAT - ((performance.now() - began) % BEAT))

/**
 * The handlers of a page for a person outside: no session, no script, a secret in the address and a code that was said. They stand
 * on a database role of their own, which reaches no table. Whatever does not open is answered with the same bytes after the
 * same work and on the same beat: a link that never was, a wrong code, one that is over or closed.
 */
export const defineOutside = <T>({ reason, ask, mayTry, prepare, open, styleHash }: Outside<T>) => {
  const answer = outsideAnswer(styleHash)
  const show = async (request: Request): Promise<Response> => answer(200, await ask(askedBy(request), false))
  const tryCode = async (request: Request, { params }: SecretRequest): Promise<Response> => {
    const asked = askedBy(request)
    const began = performance.now()
    const refused = async () => {
      const body = await ask(asked, true)
      await onTheBeat(began)
      return answer(404, body)
    }
    try {
      const network = fingerprint('throttle', `share:${await callerNetwork()}`).toString('hex')
      if (!(await withShareWork((work) => mayTry(work, network)))) return await refused()
      const { secret } = await params
      const prepared = await prepare(secret, await readCode(request))
      const page = await withShareWork((work) => open(work, prepared, asked))
      return page === null ? await refused() : answer(200, page)
    } catch (error) {
      report('outside', error)
      return refused()
    }
  }
  return {
    show: withMetadata(show, { kind: 'openDownload', reason }),
    tryCode: withMetadata(tryCode, { kind: 'openDownload', reason }),
  }
}

/** What a form of a person outside brought, as the browser sent it. */
export type Sent = ReadonlyMap<string, string>
export type OutsideForm = {
  readonly reason: string
  readonly styleHash: string
  /** More bytes than this are not even read. */
  readonly limit: number
  readonly mayTry: (work: ShareWork, network: string) => Promise<boolean>
  /** The page behind a link, or what became of what was sent by it; null for a link that leads nowhere. */
  readonly open: (
    work: ShareWork,
    secret: string,
    asked: Asked,
    sent: Sent | null,
  ) => Promise<{ readonly status: number; readonly body: string } | null>
  /** The same page for every link that leads nowhere. */
  readonly nowhere: (asked: Asked) => Promise<string>
  /** Not now: too many tries, or no database. What was typed is still there; nothing was looked up. */
  readonly later: (asked: Asked, sent: Sent | null) => Promise<string>
}

const readForm = async (request: Request, limit: number): Promise<Sent | null> => {
  const isForm = /^application\/x-www-form-urlencoded\b/.test(request.headers.get('content-type') ?? '')
  // Without a stated length nothing is read: a body without an end would be read for ever.
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!isForm || !(length <= limit)) return null
  return new Map(new URLSearchParams(await request.text()))
}

/**
 * The handlers of a form for a person outside: no session, no script, a secret in the address. On the role that reaches no table; whatever
 * leads nowhere is answered with the same bytes and on the same beat.
 */
export const defineOutsideForm = ({
  reason,
  styleHash,
  limit,
  mayTry,
  open,
  nowhere,
  later,
}: OutsideForm) => {
  const answer = outsideAnswer(styleHash)
  const handle = async (
    request: Request,
    { params }: SecretRequest,
    sent: Sent | null,
  ): Promise<Response> => {
    const asked = askedBy(request)
    const began = performance.now()
    try {
      const network = fingerprint('throttle', `incoming:${await callerNetwork()}`).toString('hex')
      if (!(await withShareWork((work) => mayTry(work, network))))
        return answer(429, await later(asked, sent))
      const { secret } = await params
      const page = await withShareWork((work) => open(work, secret, asked, sent))
      if (page !== null) return answer(page.status, page.body)
    } catch (error) {
      report('outside', error)
      return answer(503, await later(asked, sent))
    }
    const body = await nowhere(asked)
    await onTheBeat(began)
    return answer(404, body)
  }
  const show = (request: Request, context: SecretRequest): Promise<Response> => handle(request, context, null)
  const send = async (request: Request, context: SecretRequest): Promise<Response> => {
    const sent = await readForm(request, limit)
    // No browser of ours sends this: the page has no such form.
    if (sent === null) return answer(413, await nowhere(askedBy(request)))
    return handle(request, context, sent)
  }
  return {
    show: withMetadata(show, { kind: 'openDownload', reason }),
    send: withMetadata(send, { kind: 'openDownload', reason }),
  }
}
