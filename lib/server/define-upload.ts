import 'server-only'
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { can } from '@/lib/access/can'
import { Forbidden, NotSignedIn } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { report } from '@/lib/runtime/log'
import type { Result } from '@/lib/shared/result'
import { type Answer, envelope, fieldCodes } from './answer'
import type { Action } from './carry-out'
import { perform } from './define-action'
import { stepUpOf, withMetadata } from './handler-metadata'
import { inSession } from './in-session'
import { recordDenial } from './refusals'
import { sessionToken } from './session'
import { makeTurns } from './turns'

export type Upload<S extends z.core.$ZodType, V extends z.core.$ZodType, P> = Omit<Action<S, V>, 'run'> & {
  /** More bytes than this, all files together, are not read. */
  readonly limit: number
  /** What takes long and needs no row: before the transaction, after the permission. */
  readonly prepare: (files: readonly Buffer[], input: z.output<S>) => Promise<Result<P>>
  readonly run: (work: Work, input: z.output<S>, prepared: P) => Promise<Result<z.output<V>>>
}

/** The form around the files, and their headers. */
const AROUND = 64 * 2 ** 10
const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
const say = <T>(answer: Answer<T>): Response => Response.json(answer, { headers: HEADERS })
const nothing = (status: number): Response => new Response(null, { status, headers: HEADERS })
/** Files of so many requests are in memory and being parsed at once; of so many more the bodies wait. */
const turn = makeTurns(2, 6)
const busy = (): Response => say({ ok: false, code: 'invalid', fields: { files: 'fileBusy' } })
const tooLarge = (): Response => say({ ok: false, code: 'invalid', fields: { files: 'fileTooLarge' } })

const readJson = (text: unknown): unknown => {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null
  } catch {
    return null
  }
}

/**
 * The handler of files: a form with `sent` (the envelope of an action, as JSON) and `files`. It answers as an action does, and
 * a request id is good for one content, files included. Only our own pages come in, and nothing is read before the stated
 * length and the permission are known.
 */
export const defineUpload = <S extends z.core.$ZodType, V extends z.core.$ZodType, P>({
  limit,
  prepare,
  run,
  ...action
}: Upload<S, V, P>) => {
  const { permission, schema } = action
  /** What was sent, checked and prepared, or the answer that says why it is refused. */
  const readFiles = async (request: Request) => {
    const form = await request.formData()
    const parcel = envelope.safeParse(readJson(form.get('sent')))
    const parsed = parcel.success ? z.safeParse(schema, parcel.data.input) : null
    if (!parcel.success || parsed === null) return say({ ok: false, code: 'invalid', fields: {} })
    if (!parsed.success) return say({ ok: false, code: 'invalid', fields: fieldCodes(parsed.error) })
    const files: Buffer[] = []
    for (const file of form.getAll('files'))
      if (typeof file !== 'string') files.push(Buffer.from(await file.arrayBuffer()))
    if (files.reduce((sum, file) => sum + file.length, 0) > limit) return tooLarge()
    const prepared = await prepare(files, parsed.data)
    if (!prepared.ok) return say(prepared)
    const hashes = files.map((file) => createHash('sha256').update(file).digest('hex'))
    return { parcel: parcel.data, prepared: prepared.value, hashes }
  }
  const handler = async (request: Request): Promise<Response> => {
    if (request.headers.get('sec-fetch-site') !== 'same-origin') return nothing(403)
    if (!/^multipart\/form-data\b/.test(request.headers.get('content-type') ?? '')) return nothing(415)
    const token = await sessionToken()
    if (token === null) return say({ ok: false, code: 'signedOut' })
    const length = Number(request.headers.get('content-length') ?? Number.NaN)
    if (Number.isNaN(length)) return nothing(411)
    if (length > limit + AROUND) return tooLarge()
    try {
      await inSession(token, async (work) => {
        if (!can(work.actor, permission)) throw new Forbidden()
      })
      const read = await turn(() => readFiles(request))
      if (read === null) return busy()
      if (read instanceof Response) return read
      const { parcel, prepared, hashes } = read
      return say(
        await perform({ ...action, run: (work, input) => run(work, input, prepared) }, token, parcel, [
          parcel.input,
          hashes,
        ]),
      )
    } catch (error) {
      if (error instanceof NotSignedIn) return say({ ok: false, code: 'signedOut' })
      if (error instanceof Forbidden) {
        await recordDenial(token, permission, 'action')
        return say({ ok: false, code: 'forbidden' })
      }
      return say({ ok: false, code: 'failed', reference: report('upload', error) })
    }
  }
  return withMetadata(handler, { kind: 'upload', permission, stepUp: stepUpOf(action.stepUp) })
}
