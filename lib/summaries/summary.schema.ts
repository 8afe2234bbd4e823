import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locales'
import { AUDIENCES, LEVEL_FOR, SECTIONS, sectionsAt } from './level.rules'

/** For whom a summary is made, of what and in which language. The level is not asked: it follows from for whom. */
export const makeSummarySchema = z
  .strictObject({
    caseId: z.uuid(),
    audience: z.enum(AUDIENCES),
    sections: z
      .array(z.enum(SECTIONS))
      .check(z.minLength(1, 'required'), z.maxLength(SECTIONS.length, 'invalid')),
    language: z.enum(LOCALES),
    words: z.string().check(z.trim(), z.maxLength(500, 'tooLong')),
  })
  .check(
    // What a level never shows is not on a sheet of that level, not even as a heading.
    z.refine(
      ({ audience, sections }) => sections.every((one) => sectionsAt(LEVEL_FOR[audience]).includes(one)),
      {
        path: ['sections'],
        error: 'invalid',
      },
    ),
  )
export type MakeSummary = z.output<typeof makeSummarySchema>
