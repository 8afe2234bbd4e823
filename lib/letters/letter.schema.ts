import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locales'
import { GROUNDS } from '@/lib/summaries/ground.rules'
import { SECTIONS } from '@/lib/summaries/level.rules'

/** A letter to be made: of which template as it was read, about whom, and what is typed for it alone. */
export const makeLetterSchema = z.strictObject({
  caseId: z.uuid(),
  templateId: z.uuid(),
  edition: z.int().check(z.minimum(1), z.maximum(10_000)),
  personId: z.uuid(),
  /** Of the values. */
  language: z.enum(LOCALES.codes),
  /** A sum of what the page listed. */
  seen: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  typed: z.record(
    z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_:]{0,60}$/, 'unknownChoice')),
    z.string().check(z.trim(), z.maxLength(5000, 'tooLong')),
  ),
  /** For the form that shows what a consent covers; the server takes those of the template. */
  sections: z.array(z.enum(SECTIONS.codes)).check(z.maxLength(SECTIONS.codes.length, 'invalid')),
  ground: z.enum(GROUNDS.codes, 'required'),
  recipient: z.string().check(z.trim(), z.maxLength(100, 'tooLong')),
  reason: z.string().check(z.trim(), z.maxLength(1000, 'tooLong')),
})
export type MakeLetter = z.output<typeof makeLetterSchema>

/** What of it is typed, and may be restored from a draft: what was read, and in which language, is that of the page. */
export const letterFormSchema = z.omit(makeLetterSchema, { edition: true, language: true, seen: true })
