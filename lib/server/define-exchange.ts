import 'server-only'
import * as z from 'zod'
import { can } from '@/lib/access/can'
import type { Permission } from '@/lib/access/grants'
import { Damaged, Forbidden, NotFound, NotSignedIn } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { report } from '@/lib/runtime/log'
import { withMetadata } from './handler-metadata'
import { inSession } from './in-session'
import { recordDenial } from './refusals'
import { sessionToken } from './session'

export type Exchange<S extends z.core.$ZodType, T extends object> = {
  /** Only for what is one's own and no one else's: that is why it leaves no trace. What does (a device is prepared) writes it itself. */
  readonly permission: Extract<Permission, `${string}:own`> | 'visit:record'
  readonly body: S
  /** More bytes than this are not even read. */
  readonly limit: number
  readonly run: (work: Work, body: z.output<S>) => Promise<T>
}

/** Carries a refusal out of the transaction, as a status that our own page knows. */
export class Turned extends Error {
  constructor(readonly status: 403 | 429) {
    super('turned away')
  }
}

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
}
const nothing = (status: number): Response => new Response(null, { status, headers: HEADERS })

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * The handler of what our own pages keep on the server for themselves, as JSON both ways: no receipt, because writing the same
 * bytes twice changes nothing, and no line in the audit log, because it is at every key. Only our own pages come in.
 */
export const defineExchange = <S extends z.core.$ZodType, T extends object>({
  permission,
  body,
  limit,
  run,
}: Exchange<S, T>) => {
  const handler = async (request: Request): Promise<Response> => {
    if (request.headers.get('sec-fetch-site') !== 'same-origin') return nothing(403)
    if (!/^application\/json\b/.test(request.headers.get('content-type') ?? '')) return nothing(415)
    const token = await sessionToken()
    if (token === null) return nothing(401)
    // The stated length decides before anything is read; without one nothing comes this far (front.ts).
    if (Number(request.headers.get('content-length') ?? 0) > limit) return nothing(413)
    const text = await request.text()
    if (text.length > limit) return nothing(413)
    try {
      const answer = await inSession(token, async (work) => {
        if (!can(work.actor, permission)) throw new Forbidden()
        const parsed = z.safeParse(body, readJson(text))
        return parsed.success ? run(work, parsed.data) : null
      })
      if (answer === null) return nothing(400)
      return Response.json(answer, { headers: HEADERS })
    } catch (error) {
      if (error instanceof NotSignedIn) return nothing(401)
      if (error instanceof Forbidden) {
        await recordDenial(token, permission, 'exchange')
        return nothing(404)
      }
      if (error instanceof Turned) return nothing(error.status)
      if (error instanceof NotFound) return nothing(404)
      if (error instanceof Damaged) return nothing(422)
      report('exchange', error)
      return nothing(500)
    }
  }
  return withMetadata(handler, { kind: 'exchange', permission })
}
