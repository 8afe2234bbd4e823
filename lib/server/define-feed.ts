import 'server-only'
import { type AuthWork, withAuthWork } from '@/lib/db/work'
import { report } from '@/lib/runtime/log'
import { withMetadata } from './handler-metadata'

export type Feed = {
  /** Why this is fetched without a session. */
  readonly reason: string
  readonly type: string
  /** The body behind a secret; null for every secret that opens nothing, 'tooOften' when it is fetched without pause. */
  readonly run: (work: AuthWork, secret: string) => Promise<string | 'tooOften' | null>
}

type SecretRequest = { readonly params: Promise<{ readonly secret: string }> }

const answer = (status: number, body: string | null, headers: Readonly<Record<string, string>>): Response =>
  new Response(body, {
    status,
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers },
  })

/**
 * The handler of what another program fetches by itself: no session, a secret in the address instead, on the sign-in role,
 * which reaches no person and no file. Whatever opens nothing gets one and the same answer. Fetches are not written to
 * the audit log: nothing personal leaves, and a calendar asks every hour; the owner of the address sees when it was last used.
 */
export const defineFeed = ({ reason, type, run }: Feed) => {
  const handler = async (_request: Request, { params }: SecretRequest): Promise<Response> => {
    const { secret } = await params
    try {
      // Some programs want an address that ends like a file.
      const body = await withAuthWork((work) => run(work, secret.replace(/\.ics$/, '')))
      if (body === null) return answer(404, null, {})
      if (body === 'tooOften') return answer(429, null, { 'retry-after': '3600' })
      return answer(200, body, {
        'content-type': type,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-robots-tag': 'noindex',
      })
    } catch (error) {
      report('feed', error)
      return answer(500, null, {})
    }
  }
  return withMetadata(handler, { kind: 'openDownload', reason })
}
