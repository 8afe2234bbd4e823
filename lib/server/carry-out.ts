import 'server-only'
import * as z from 'zod'
import { can } from '@/lib/access/can'
import type { Permission } from '@/lib/access/grants'
import { Forbidden } from '@/lib/db/errors'
import type { AuditEvent } from '@/lib/db/events'
import type { Work } from '@/lib/db/work'
import type { Result } from '@/lib/shared/result'
import { type Answer, fieldCodes } from './answer'
import { claim, keep } from './receipt.data'
import { isSteppedUp } from './step-up.data'

/** Rolls the transaction back and carries the refusal out of it. */
export class Refused extends Error {
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
  /**
   * It widens who reads, or takes something out: the person proves once more who they are when they last did so more than five minutes
   * ago (docs/adr/0189). A function where it depends on what is typed.
   */
  readonly stepUp?: true | ((input: z.output<S>) => boolean)
  /** Milliseconds after which it is given up. For a piece of work that another one of its kind may have to wait for. */
  readonly most?: number
}

/** A command that may be carried out by an action, or for a text that was finished without a network. */
export const defineCommand = <S extends z.core.$ZodType, V extends z.core.$ZodType>(
  command: Action<S, V>,
): Action<S, V> => command

/**
 * Permission, step-up, schema, receipt, the command, the audit log, within the transaction of `work`. Throws what rolls it back: Refused with
 * what is answered, and Forbidden, NotFound, Damaged.
 * @param content what the receipt remembers
 */
export const carryOut = async <S extends z.core.$ZodType, V extends z.core.$ZodType>(
  work: Work,
  { name, permission, schema, value, audit, run: command, isQuestion, stepUp }: Action<S, V>,
  {
    requestId,
    input,
    content,
  }: { readonly requestId: string; readonly input: unknown; readonly content: unknown },
): Promise<Answer<z.output<V>>> => {
  if (!can(work.actor, permission)) throw new Forbidden()
  const proveFirst = async (): Promise<void> => {
    if (!(await isSteppedUp(work))) throw new Refused({ ok: false, code: 'stepUp' })
  }
  if (stepUp === true) await proveFirst()
  const parsed = z.safeParse(schema, input)
  if (!parsed.success) throw new Refused({ ok: false, code: 'invalid', fields: fieldCodes(parsed.error) })
  if (typeof stepUp === 'function' && stepUp(parsed.data)) await proveFirst()
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
}
