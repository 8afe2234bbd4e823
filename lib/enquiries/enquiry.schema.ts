import * as z from 'zod/mini'
import { COUNTRY_CODES, LANGUAGE_CODES } from '@/lib/people/country-list.rules'
import { day } from '@/lib/shared/day.schema'
import { ENQUIRY_WAYS, MOST_PEOPLE } from './enquiry.rules'

const oneOf = (codes: readonly string[]) => {
  const known = new Set(['', ...codes])
  return z.string().check(z.refine((typed) => known.has(typed), 'unknownChoice'))
}

/** A question that came without a file. Nothing that is typed freely: it is about no one who could be named. */
export const enquirySchema = z.strictObject({
  teamId: z.uuid('required'),
  way: z.enum(ENQUIRY_WAYS.codes, 'required'),
  on: day,
  topic: z.string().check(z.minLength(1, 'required'), z.regex(/^[a-z][a-z0-9_]{0,39}$/, 'unknownChoice')),
  people: z.string('notANumber').check(
    z.trim(),
    z.regex(/^[1-9]\d{0,2}$/, 'notANumber'),
    z.refine((typed) => Number(typed) <= MOST_PEOPLE, 'tooMany'),
  ),
  nationality: oneOf(COUNTRY_CODES),
  language: oneOf(LANGUAGE_CODES),
  /** The person of whom a partner let us know, about whom it is; absent from everything else. */
  incomingId: z.optional(z.uuid()),
})
export type EnquiryInput = z.output<typeof enquirySchema>

export const enquiryBackSchema = z.strictObject({ enquiryId: z.uuid() })
