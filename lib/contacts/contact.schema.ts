import * as z from 'zod/mini'
import { LANGUAGE_CODES } from '@/lib/people/country.rules'
import { dayOrNone } from '@/lib/people/person.schema'
import { MISTAKES } from '@/lib/registers/register.rules'
import { CHANNELS, MESSAGES, OWNERS } from './contact.rules'

const short = z.string().check(z.trim(), z.maxLength(300, 'tooLong'))

/** A way to reach somebody, and what is safe. */
export const contactSchema = z
  .strictObject({
    caseId: z.uuid(),
    subjectId: z.union([z.literal(''), z.uuid()]),
    version: z.int().check(z.minimum(0), z.maximum(10_000)),
    personId: z.uuid('required'),
    channel: z.enum(CHANNELS.codes, 'required'),
    value: short.check(z.minLength(1, 'required')),
    owner: z.enum(OWNERS.codes, 'required'),
    whose: short,
    message: z.enum(MESSAGES.codes, 'required'),
    hours: short,
    language: z.union([
      z.literal(''),
      z.string().check(z.refine((code) => LANGUAGE_CODES.includes(code), 'unknownChoice')),
    ]),
    mayKnow: short,
    sayWeAre: short,
    codeWord: short,
    words: z.string().check(z.trim(), z.maxLength(2000, 'tooLong')),
    confirmedOn: dayOrNone,
    endedOn: dayOrNone,
  })
  .check(
    z.superRefine(({ confirmedOn, endedOn }, context) => {
      if (confirmedOn !== '' && endedOn !== '' && endedOn < confirmedOn)
        context.addIssue({ code: 'custom', path: ['endedOn'], message: 'endBeforeStart' })
    }),
  )
export type ContactInput = z.output<typeof contactSchema>

export const contactMistakeSchema = z.strictObject({
  caseId: z.uuid(),
  subjectId: z.uuid(),
  version: z.int().check(z.minimum(1), z.maximum(10_000)),
  mistake: z.enum(MISTAKES.codes, 'required'),
})
export type ContactMistake = z.output<typeof contactMistakeSchema>
