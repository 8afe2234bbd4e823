import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { type IncomingContent, type IncomingField, incomingSchema } from '@/lib/incoming/incoming.schema'
import { isUuid } from '@/lib/shared/ids'

export type Sent = ReadonlyMap<string, string>
type Values = Readonly<Record<IncomingField, string>>
const ERRORS = ['required', 'tooLong', 'phoneInvalid', 'yearInvalid', 'unknownChoice'] as const
type ErrorCode = (typeof ERRORS)[number]
const isError = (code: string): code is ErrorCode => ERRORS.some((one) => one === code)

/** What a page with what was typed needs to know; `wrong`: which answers, and why. */
export type Again = {
  readonly requestId: string
  readonly values: Values
  readonly wrong: ReadonlyMap<string, ErrorCode>
  readonly isFull?: boolean
  readonly isLater?: boolean
}
export type Typed =
  | (Again & { readonly ok: true; readonly content: IncomingContent })
  | (Again & { readonly ok: false })

export const valuesOf = (sent: Sent | null): Values => {
  const of = (field: IncomingField): string => (sent?.get(field) ?? '').replaceAll('\r\n', '\n')
  return {
    byName: of('byName'),
    byPhone: of('byPhone'),
    byReach: of('byReach'),
    person: of('person'),
    birthYear: of('birthYear'),
    language: of('language'),
    languages: of('languages'),
    place: of('place'),
    need: of('need'),
    urgency: of('urgency'),
    agreed: of('agreed'),
    agreedWhy: of('agreedWhy'),
    safe: of('safe'),
  }
}
export const requestOf = (sent: Sent | null): string => {
  const given = sent?.get('request') ?? ''
  return isUuid(given) ? given : randomUUID()
}

/** What a form brought: whole, or with what is to be mended and everything that was typed. */
export const readTyped = (sent: Sent): Typed => {
  const values = valuesOf(sent)
  const parsed = z.safeParse(incomingSchema, values)
  const again = { requestId: requestOf(sent), values }
  if (parsed.success) return { ok: true, ...again, wrong: new Map(), content: parsed.data }
  const wrong = new Map<string, ErrorCode>()
  for (const { path, message } of parsed.error.issues) {
    const field = String(path[0])
    if (!wrong.has(field)) wrong.set(field, isError(message) ? message : 'unknownChoice')
  }
  return { ok: false, ...again, wrong }
}
