import * as z from 'zod'
import type { ErrorClass } from '@/lib/runtime/metrics'
import type { DamagedPlace } from './damage'

/** Out of reach and not there are the same answer: the existence of a file is itself a secret. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** No live session stands behind the token. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn'
}

/** The actor's role lacks the permission altogether. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

/** What was asked for needs a stored text, paper or key that is damaged: nothing was changed, and the administrators are told. */
export class Damaged extends Error {
  override readonly name = 'Damaged'
  /** Where, when field encryption does not know it yet. */
  constructor(readonly place: DamagedPlace | null = null) {
    super('a stored value is damaged')
  }
}

const refusal = z.object({
  meta: z.object({
    driverAdapterError: z.object({ cause: z.object({ originalCode: z.literal('42501') }) }),
  }),
})

const failure = z.object({
  code: z.string().optional(),
  meta: z
    .object({
      driverAdapterError: z.object({ cause: z.object({ originalCode: z.string().optional() }) }).optional(),
    })
    .optional(),
  cause: z.object({ originalCode: z.string().optional() }).optional(),
})
// A lock or a statement took too long, two transactions were in each other's way, or no connection was free.
const BUSY = new Set(['55P03', '57014', '40001', '40P01', 'P2024', 'P2028', 'P2034'])

const codesOf = (error: unknown): string[] => {
  const parsed = failure.safeParse(error)
  if (!parsed.success) return []
  const { code, meta, cause } = parsed.data
  return [meta?.driverAdapterError?.cause.originalCode, cause?.originalCode, code].filter(
    (one) => one !== undefined,
  )
}

/** The database had too much to do: the transaction was undone as a whole, and the same request may come again. */
export const isBusy = (error: unknown): boolean => codesOf(error).some((one) => BUSY.has(one))

const CLASSES: readonly (readonly [ErrorClass, RegExp])[] = [
  ['away', /^(08\w{3}|57P0\d|53300|P1001|P1002|P1017|E(CONN|TIMEDOUT|HOST|NET|AI_)\w*)$/],
  ['timeout', /^(57014|55P03|25P0[34]|P2024|P2028)$/],
  ['deadlock', /^40P01$/],
  ['serialisation', /^(40001|P2034)$/],
  ['other', /^([0-9A-Z]{5}|P\d{4})$/],
]

/** What kind of trouble the database had, for what is counted; null for an error that is not of the database. */
export const errorClassOf = (error: unknown): ErrorClass | null => {
  const codes = codesOf(error)
  return CLASSES.find(([, pattern]) => codes.some((one) => pattern.test(one)))?.[0] ?? null
}

/** A policy refused the row (42501, insufficient privilege): what it hangs on is out of the actor's reach. */
export const isOutOfReach = (error: unknown): boolean => refusal.safeParse(error).success
