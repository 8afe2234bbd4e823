import * as z from 'zod/mini'
import type { CodeOf } from '@/lib/shared/vocabulary'
import { GROUNDS } from './ground.rules'
import { SHARE_DAYS, SHARE_OPENINGS } from './share.rules'

const which = { caseId: z.uuid(), subjectId: z.uuid(), version: z.int().check(z.minimum(1)) }
const chosen = {
  ...which,
  days: z.enum(SHARE_DAYS, 'required'),
  openings: z.enum(SHARE_OPENINGS, 'required'),
  ground: z.enum(GROUNDS.codes, 'required'),
  words: z.string().check(z.trim(), z.maxLength(5_000, 'tooLong')),
}
type Chosen = { readonly ground: CodeOf<typeof GROUNDS>; readonly words: string }
// Another ground than consent says why.
const saysWhy = z.superRefine<Chosen>(({ ground, words }, context) => {
  if (ground !== 'consent' && words === '')
    context.addIssue({ code: 'custom', path: ['words'], message: 'required' })
})

/** What is typed to make a link. */
export const shareFormSchema = z.strictObject(chosen).check(saysWhy)
/** The same with what the browser drew: the secret of the link (256 bits) and the code that is said. */
export const shareSchema = z
  .strictObject({
    ...chosen,
    secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, 'invalid')),
    code: z.string().check(z.regex(/^\d{8}$/, 'invalid')),
  })
  .check(saysWhy)
export const shareCloseSchema = z.strictObject({ caseId: z.uuid(), shareId: z.uuid() })
