import * as z from 'zod'
import type { Result } from '@/lib/shared/result'
import { asTyped } from './typed'

/** What every action receives: the id is made by the browser once for each thing to be saved. */
export const envelope = z.strictObject({
  requestId: z.uuid(),
  input: z.unknown().transform(asTyped),
  /** Who wrote it: sent from a page or an outbox that outlived its session, it never becomes a colleague's text. */
  as: z.string().optional(),
})
export type Envelope = {
  readonly requestId: string
  readonly input: unknown
  readonly as?: string | undefined
}

/** What the browser gets back. `reference` is the number of a defect in the log. */
export type Answer<T> = Result<T> & { readonly reference?: string }

/** Field path -> error code. Our schemas carry codes as their messages ('required', 'tooLong', …). */
export const fieldCodes = (error: z.core.$ZodError): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message
  return fields
}
