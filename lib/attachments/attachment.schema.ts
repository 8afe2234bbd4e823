import * as z from 'zod/mini'
import { KINDS, REMOVALS } from './attachment.rules'

/** What is typed beside the files; `pages` makes one document of several photos. */
export const bringSchema = z.strictObject({
  caseId: z.uuid(),
  kind: z.enum(KINDS.codes, 'required'),
  name: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(200, 'tooLong')),
  pages: z.enum(['each', 'one']),
})
export type Bring = z.output<typeof bringSchema>

export const removeSchema = z.strictObject({
  attachmentId: z.uuid(),
  because: z.enum(REMOVALS.codes, 'required'),
})

export const scanSchema = z.strictObject({ attachmentId: z.uuid() })
