import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locales'
import { GROUNDS, leavesOrganisation } from './ground.rules'
import { type Audience, LEVEL_FOR, SECTIONS, SUMMARY_AUDIENCES, sectionsAt } from './level.rules'

/**
 * For whom a summary is made, of what and in which language. The level is not asked: it follows from for whom. What leaves the
 * organisation says what allows it; of what stays in the organisation those answers are ignored.
 */
export const makeSummarySchema = z
  .strictObject({
    caseId: z.uuid(),
    audience: z.enum(SUMMARY_AUDIENCES.codes),
    sections: z
      .array(z.enum(SECTIONS.codes))
      .check(z.minLength(1, 'required'), z.maxLength(SECTIONS.codes.length, 'invalid')),
    language: z.enum(LOCALES.codes),
    words: z.string().check(z.trim(), z.maxLength(500, 'tooLong')),
    ground: z.enum(GROUNDS.codes, 'required'),
    /** Of consent: to whom, as the consent names it. */
    recipient: z.string().check(z.trim(), z.maxLength(100, 'tooLong')),
    /** Of any other ground: why. */
    reason: z.string().check(z.trim(), z.maxLength(1000, 'tooLong')),
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
    z.superRefine(({ audience, ground, recipient, reason }, context) => {
      if (!leavesOrganisation(audience)) return
      const path = ground === 'consent' ? 'recipient' : 'reason'
      if ((ground === 'consent' ? recipient : reason) === '')
        context.addIssue({ code: 'custom', path: [path], message: 'required' })
    }),
  )
export type MakeSummary = z.output<typeof makeSummarySchema>
/** What is written down of a summary or a letter: for whom, of what, and what allows it. */
export type Told = Omit<MakeSummary, 'audience'> & { readonly audience: Audience }
