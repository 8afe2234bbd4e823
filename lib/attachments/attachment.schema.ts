import * as z from 'zod'
import { KINDS, REMOVALS } from './attachment.rules'

/** What is typed beside the files; `pages` makes one document of several photos. */
export const bringSchema = z.strictObject({
  caseId: z.uuid(),
  kind: z.enum(KINDS, 'required'),
  name: z.string().trim().min(1, 'required').max(200, 'tooLong'),
  pages: z.enum(['each', 'one']),
})
export type Bring = z.output<typeof bringSchema>

export const removeSchema = z.strictObject({ attachmentId: z.uuid(), because: z.enum(REMOVALS, 'required') })

export const scanSchema = z.strictObject({ attachmentId: z.uuid() })
