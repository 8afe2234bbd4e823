import 'server-only'
import * as z from 'zod'
import { Damaged, Forbidden, isBusy, NotFound, NotSignedIn } from '@/lib/db/errors'
import { type AuthWork, withAuthWork } from '@/lib/db/work'
import { report } from '@/lib/runtime/log'
import { metrics } from '@/lib/runtime/metrics'
import type { Result } from '@/lib/shared/result'
import { UnknownCode } from '@/lib/shared/vocabulary'
import { type Answer, type Envelope, envelope, fieldCodes } from './answer'
import { type Action, carryOut, Refused } from './carry-out'
import { stepUpOf, withMetadata } from './handler-metadata'
import { inSession } from './in-session'
import { recordDenial } from './refusals'
import { sessionToken } from './session'

/**
 * The handler of everything a person may do. Always in this order: session, permission, step-up, schema, one transaction, the command,
 * the audit log, the receipt, commit. A request id that was answered before gets its first answer again (a double click, a
 * lost reply, a replay); the same id with another content or at another handler is refused, so that nothing is silently
 * dropped.
 */
export const defineAction = <S extends z.core.$ZodType, V extends z.core.$ZodType>(action: Action<S, V>) => {
  const handler = async (sent: Envelope): Promise<Answer<z.output<V>>> => {
    const token = await sessionToken()
    if (token === null) return { ok: false, code: 'signedOut' }
    const parcel = envelope.safeParse(sent)
    if (!parcel.success) return { ok: false, code: 'invalid', fields: {} }
    return perform(action, token, parcel.data)
  }
  const { name, permission, schema, stepUp } = action
  return withMetadata(handler, { kind: 'action', name, permission, schema, stepUp: stepUpOf(stepUp) })
}

/** What a handler does once it knows who asks, counted. `content` is what the receipt remembers, where that is more than the input. */
export const perform = async <S extends z.core.$ZodType, V extends z.core.$ZodType>(
  action: Action<S, V>,
  token: string,
  sent: Envelope,
  content: unknown = sent.input,
): Promise<Answer<z.output<V>>> => {
  const answer = await run(action, token, sent, content)
  metrics().actions.inc({ action: action.name, result: answer.ok ? 'ok' : resultOf(answer.code) })
  return answer
}

/** What is told apart in counts; every other refusal is one of the rules of the field. */
const TOLD_APART: ReadonlySet<string> = new Set([
  'invalid',
  'changedMeanwhile',
  'forbidden',
  'notFound',
  'signedOut',
  'stepUp',
  'busy',
  'failed',
])
const resultOf = (code: string): string => (TOLD_APART.has(code) ? code : 'refused')

const run = async <S extends z.core.$ZodType, V extends z.core.$ZodType>(
  action: Action<S, V>,
  token: string,
  { requestId, input, as }: Envelope,
  content: unknown,
): Promise<Answer<z.output<V>>> => {
  try {
    return await inSession(
      token,
      (work) => {
        if (as !== undefined && as !== work.actor.id) throw new NotSignedIn()
        return carryOut(work, action, { requestId, input, content })
      },
      action.most,
    )
  } catch (error) {
    if (error instanceof Refused) return error.answer
    if (error instanceof NotSignedIn) return { ok: false, code: 'signedOut' }
    if (error instanceof Damaged) return { ok: false, code: 'contentDamaged' }
    if (error instanceof Forbidden || error instanceof NotFound) {
      await recordDenial(token, action.permission, 'action')
      return { ok: false, code: error instanceof Forbidden ? 'forbidden' : 'notFound' }
    }
    return toFailure('action', error)
  }
}

/** `busy` and `unknownCode`: nothing was saved. `failed`: this is not known. All are in the log under the number. */
const toFailure = (handler: string, error: unknown): Answer<never> => {
  const reference = report(handler, error)
  if (error instanceof UnknownCode) return { ok: false, code: 'unknownCode', reference }
  return isBusy(error) ? { ok: false, code: 'busy' } : { ok: false, code: 'failed', reference }
}

export type OpenAction<S extends z.core.$ZodType, T> = {
  /** Why no one needs to be signed in for this. */
  readonly reason: string
  readonly schema: S
  readonly run: (work: AuthWork, input: z.output<S>) => Promise<Result<T>>
}

/** The handler of what comes before sign-in, on the auth role: it reaches no person and no file. */
export const defineOpenAction = <S extends z.core.$ZodType, T>({ reason, schema, run }: OpenAction<S, T>) => {
  const handler = async (sent: Envelope): Promise<Answer<T>> => {
    const parcel = envelope.safeParse(sent)
    if (!parcel.success) return { ok: false, code: 'invalid', fields: {} }
    const parsed = z.safeParse(schema, parcel.data.input)
    if (!parsed.success) return { ok: false, code: 'invalid', fields: fieldCodes(parsed.error) }
    try {
      return await withAuthWork((work) => run(work, parsed.data))
    } catch (error) {
      if (error instanceof Damaged) return { ok: false, code: 'contentDamaged' }
      return toFailure('open action', error)
    }
  }
  return withMetadata(handler, { kind: 'openAction', reason })
}
