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

/**
 * The handlers of a page for a person outside: no session, no script, a secret in the address and a code that was said. They stand
 * on a database role of their own, which reaches no table. Whatever does not open is answered with the same bytes after the
 * same work and on the same beat: a link that never was, a wrong code, one that is over or closed.
 */
export const defineOutside = <T>({ reason, ask, mayTry, prepare, open, styleHash }: Outside<T>) => {
  const answer = (status: number, body: string): Response =>
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
  const show = async (request: Request): Promise<Response> => answer(200, await ask(askedBy(request), false))
  const tryCode = async (request: Request, { params }: SecretRequest): Promise<Response> => {
    const asked = askedBy(request)
    const began = performance.now()
    const refused = async () => {
      const body = await ask(asked, true)
      await pause(BEAT - ((performance.now() - began) % BEAT))
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
