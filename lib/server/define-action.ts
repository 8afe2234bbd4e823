import 'server-only'
import * as z from 'zod'
import { can } from '@/lib/access/can'
import type { Permission } from '@/lib/access/grants'
import { Damaged, Forbidden, isBusy, NotFound, NotSignedIn } from '@/lib/db/errors'
import type { AuditEvent } from '@/lib/db/events'
import { type AuthWork, type Work, withAuthWork } from '@/lib/db/work'
import { report } from '@/lib/runtime/log'
import { metrics } from '@/lib/runtime/metrics'
import type { Result } from '@/lib/shared/result'
import { UnknownCode } from '@/lib/shared/vocabulary'
import { type Answer, type Envelope, envelope, fieldCodes } from './answer'
import { withMetadata } from './handler-metadata'
import { inSession } from './in-session'
import { claim, keep } from './receipt.data'
import { recordDenial } from './refusals'
import { sessionToken } from './session'

/** Rolls the transaction back and carries the refusal out of it. */
class Refused extends Error {
  constructor(readonly answer: Answer<never>) {
    super('refused')
  }
}

export type Action<S extends z.core.$ZodType, V extends z.core.$ZodType> = {
  /** The name it is exported under (a test compares them): a request id belongs to one handler. */
  readonly name: string
  readonly permission: Permission
  /** What may be typed; the form holds the same object. */
  readonly schema: S
  /** The answer: ids, codes and numbers only, because it is kept as the receipt and given again to a replay. */
  readonly value: V
  /** What the audit log keeps: written in the same transaction, so there is no change without its trace. */
  readonly audit: (input: z.output<S>, value: z.output<V>) => AuditEvent
  readonly run: (work: Work, input: z.output<S>) => Promise<Result<z.output<V>>>
  /**
   * It asks and changes nothing: every call is answered from what may be seen now. A kept answer would go on naming files
   * that are out of reach since, and the receipt would keep a mark of the name that was asked for.
   */
  readonly isQuestion?: true
  /** Milliseconds after which it is given up. For a piece of work that another one of its kind may have to wait for. */
  readonly most?: number
}

/**
 * The handler of everything a person may do. Always in this order: session, permission, schema, one transaction, the command,
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
  const { name, permission, schema } = action
  return withMetadata(handler, { kind: 'action', name, permission, schema })
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
  'busy',
  'failed',
])
const resultOf = (code: string): string => (TOLD_APART.has(code) ? code : 'refused')

const run = async <S extends z.core.$ZodType, V extends z.core.$ZodType>(
  { name, permission, schema, value, audit, run: command, isQuestion, most }: Action<S, V>,
  token: string,
  { requestId, input: raw, as }: Envelope,
  content: unknown,
): Promise<Answer<z.output<V>>> => {
  try {
    return await inSession(
      token,
      async (work): Promise<Answer<z.output<V>>> => {
        if (as !== undefined && as !== work.actor.id) throw new NotSignedIn()
        if (!can(work.actor, permission)) throw new Forbidden()
        const parsed = z.safeParse(schema, raw)
        if (!parsed.success)
          throw new Refused({ ok: false, code: 'invalid', fields: fieldCodes(parsed.error) })
        const earlier = isQuestion ? null : await claim(work, { requestId, door: name, content }, value)
        if (earlier !== null) return earlier
        const result = await command(work, parsed.data)
        if (!result.ok) throw new Refused(result)
        // What is answered, audited and kept for a repeated request is one value: what the schema names, and no more.
        const answer = z.parse(value, result.value)
        const line = audit(parsed.data, answer)
        if (isQuestion) await work.audit(line)
        else await keep(work, requestId, { line, answer })
        return { ok: true, value: answer }
      },
      most,
    )
  } catch (error) {
    if (error instanceof Refused) return error.answer
    if (error instanceof NotSignedIn) return { ok: false, code: 'signedOut' }
    if (error instanceof Damaged) return { ok: false, code: 'contentDamaged' }
    if (error instanceof Forbidden || error instanceof NotFound) {
      await recordDenial(token, permission, 'action')
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
