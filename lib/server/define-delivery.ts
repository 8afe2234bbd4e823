import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { fingerprint } from '@/lib/crypto/keyring'
import { isBusy } from '@/lib/db/errors'
import { type ShareWork, withShareWork } from '@/lib/db/work'
import { report } from '@/lib/runtime/log'
import { callerNetwork } from './caller'
import { withMetadata } from './handler-metadata'

export type Delivered = {
  readonly status: number
  readonly body: object | null
  /** For `after` alone. */
  readonly token?: string
}
export type Delivery<S extends z.core.$ZodType> = {
  /** Why no one needs to be signed in for this. */
  readonly reason: string
  readonly body: S
  /** More bytes than this are not even read. */
  readonly limit: number
  /** Counts a request of a network before it is judged. */
  readonly mayCome: (work: ShareWork, network: string) => Promise<boolean>
  readonly run: (work: ShareWork, body: z.output<S>) => Promise<Delivered>
  /** After the commit, and after the answer is known: the one who sent waits for nothing of it. */
  readonly after?: (delivered: Delivered) => void
}

/** What is refused is answered on the beat: how long it was looked at is not to be heard. */
const BEAT = 250
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
}
const answer = (status: number, body: object | null = null): Response =>
  body === null
    ? new Response(null, { status, headers: HEADERS })
    : Response.json(body, { status, headers: HEADERS })

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * The handler of what a device brings or asks without a session, as JSON both ways, on the database role that reaches no table. What it
 * may do is in the functions that this role may call. 400 is one answer for whatever is not known.
 */
export const defineDelivery = <S extends z.core.$ZodType>({
  reason,
  body,
  limit,
  mayCome,
  run,
  after,
}: Delivery<S>) => {
  const handler = async (request: Request): Promise<Response> => {
    const began = performance.now()
    const refused = async (status: number): Promise<Response> => {
      await pause(BEAT - ((performance.now() - began) % BEAT))
      return answer(status)
    }
    if (!/^application\/json\b/.test(request.headers.get('content-type') ?? '')) return refused(415)
    if (Number(request.headers.get('content-length') ?? 0) > limit) return refused(413)
    try {
      const network = fingerprint('throttle', `submission:${await callerNetwork()}`).toString('hex')
      if (!(await withShareWork((work) => mayCome(work, network)))) return await refused(429)
      const text = await request.text()
      if (text.length > limit) return await refused(413)
      const parsed = z.safeParse(body, readJson(text))
      if (!parsed.success) return await refused(400)
      const delivered = await withShareWork((work) => run(work, parsed.data))
      after?.(delivered)
      return delivered.status === 400 ? await refused(400) : answer(delivered.status, delivered.body)
    } catch (error) {
      if (!isBusy(error)) report('delivery', error)
      return refused(503)
    }
  }
  return withMetadata(handler, { kind: 'openDownload', reason })
}
