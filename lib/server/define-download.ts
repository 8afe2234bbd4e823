import 'server-only'
import * as z from 'zod'
import { can } from '@/lib/access/can'
import type { Permission } from '@/lib/access/grants'
import { Damaged, Forbidden, NotFound, NotSignedIn } from '@/lib/db/errors'
import type { AuditEvent } from '@/lib/db/events'
import type { Work } from '@/lib/db/work'
import { report } from '@/lib/runtime/log'
import { UnknownCode } from '@/lib/shared/vocabulary'
import { PAGE_POLICY, type Refusal, refusalPage } from './away-page'
import { stepUpOf, withMetadata } from './handler-metadata'
import { inSession } from './in-session'
import { recordDenial } from './refusals'
import { sessionToken } from './session'
import { isSteppedUp } from './step-up.data'

export type File = {
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>
  readonly type: string
  /** Given when the browser should save it; without, the answer is read by our own page. */
  readonly fileName?: string
}

export type Download<S extends z.core.$ZodType, F extends File> = {
  readonly permission: Permission
  readonly query: S
  /** What leaves asks the person to prove once more who they are (docs/adr/0189). For what a link leads to, not for what a script reads. */
  readonly stepUp?: true
  /** What the audit log keeps; null only for what shows no one. */
  readonly audit: ((query: z.output<S>, file: F) => AuditEvent) | null
  /** A long file asks anew for each piece, by `work.apart`, whether the reader still may. */
  readonly run: (work: Work, query: z.output<S>) => Promise<F>
}

const nothing = (status: number): Response =>
  new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/** To the page where the person proves who they are, and then on to what was asked for. */
const proveFirst = (url: string): Response => {
  const { pathname, search } = new URL(url)
  const location = `/accounts/me/confirm?${new URLSearchParams({ to: `${pathname}${search}` })}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

/** Carries it out of the transaction. */
class StepUpOwed extends Error {}

/** What was asked for cannot be read: the person reads why, and nothing of it leaves. */
const refuse = (why: Refusal): Response =>
  new Response(refusalPage(why), {
    status: 422,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': PAGE_POLICY,
    },
  })

/**
 * The handler of everything that leaves as a file or as data for our own page. Nothing leaves before the audit log is committed.
 * Requests of other sites are refused (Fetch Metadata); every answer is no-store.
 */
export const defineDownload = <S extends z.core.$ZodType, F extends File>({
  permission,
  query,
  stepUp,
  audit,
  run,
}: Download<S, F>) => {
  const handler = async (request: Request): Promise<Response> => {
    const site = request.headers.get('sec-fetch-site')
    if (site !== null && site !== 'same-origin' && site !== 'none') return nothing(403)
    const token = await sessionToken()
    if (token === null) return nothing(401)
    try {
      const file = await inSession(token, async (work) => {
        if (!can(work.actor, permission)) throw new Forbidden()
        if (stepUp && !(await isSteppedUp(work))) throw new StepUpOwed()
        const asked = z.safeParse(query, Object.fromEntries(new URL(request.url).searchParams))
        if (!asked.success) throw new NotFound()
        const made = await run(work, asked.data)
        if (audit !== null) await work.audit(audit(asked.data, made))
        return made
      })
      return new Response(file.body, {
        headers: {
          'content-type': file.type,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'content-security-policy': "sandbox; default-src 'none'",
          ...(file.fileName ? { 'content-disposition': `attachment; filename="${file.fileName}"` } : {}),
        },
      })
    } catch (error) {
      if (error instanceof NotSignedIn) return nothing(401)
      if (error instanceof StepUpOwed) return proveFirst(request.url)
      if (error instanceof Forbidden || error instanceof NotFound) {
        await recordDenial(token, permission, 'download')
        return nothing(404)
      }
      if (error instanceof Damaged) return refuse('damaged')
      report('download', error)
      if (error instanceof UnknownCode) return refuse('newer')
      return nothing(500)
    }
  }
  return withMetadata(handler, { kind: 'download', permission, stepUp: stepUpOf(stepUp) })
}
