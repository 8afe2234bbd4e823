import * as z from 'zod/mini'
import { LANGUAGE_CODES } from '@/lib/people/country-list.rules'
import { day, dayOrNone } from '@/lib/shared/day.schema'
import {
  ANSWERS,
  CHILD_VIEWS,
  ENDS,
  FORMS,
  GIVERS,
  INTERPRETERS,
  isOwnUse,
  LANGUAGE_NOT_NOTED,
  PURPOSES,
  RECIPIENT_KINDS,
  SCOPES,
  WITHDRAWERS,
} from './vocabulary.rules'

const words = z.string().check(z.trim(), z.maxLength(2000, 'tooLong'))

const isRecipient = (value: string): boolean =>
  ['named', 'house', ...RECIPIENT_KINDS.codes.map((kind) => `kind:${kind}`)].includes(value) ||
  /^actor:[a-z0-9-]{1,80}$/.test(value)

/** What a person was asked and what they answered. */
export const consentSchema = z
  .strictObject({
    caseId: z.uuid(),
    personId: z.uuid('required'),
    purpose: z.enum(PURPOSES.codes, 'required'),
    recipient: z.union([z.literal(''), z.string().check(z.refine(isRecipient, 'unknownChoice'))]),
    /** Of a recipient who is not in the list. */
    named: z.string().check(z.trim(), z.maxLength(200, 'tooLong')),
    scopes: z.array(z.enum(SCOPES.codes)).check(z.maxLength(SCOPES.codes.length, 'invalid')),
    answer: z.enum(ANSWERS.codes, 'required'),
    askedOn: day,
    /** The last day on which it holds. */
    lastDay: dayOrNone,
    language: z.union([
      z.literal(''),
      z
        .string()
        .check(
          z.refine((code) => code === LANGUAGE_NOT_NOTED || LANGUAGE_CODES.includes(code), 'unknownChoice'),
        ),
    ]),
    interpreter: z.enum(INTERPRETERS.codes, 'required'),
    form: z.enum(FORMS.codes, 'required'),
    givenBy: z.enum(GIVERS.codes, 'required'),
    childView: z.union([z.literal(''), z.enum(CHILD_VIEWS.codes)], 'unknownChoice'),
    words,
  })
  .check(
    z.superRefine(({ purpose, recipient, named, scopes, answer, askedOn, lastDay, language }, context) => {
      const issue = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (!isOwnUse(purpose)) {
        if (recipient === '' || recipient === 'house') issue('recipient', 'required')
        if (recipient === 'named' && named === '') issue('named', 'required')
        if (answer === 'given' && scopes.length === 0) issue('scopes', 'required')
      }
      if (answer !== 'not_asked' && language === '') issue('language', 'required')
      if (answer === 'given' && lastDay !== '' && lastDay < askedOn) issue('lastDay', 'endBeforeStart')
    }),
  )
export type ConsentInput = z.output<typeof consentSchema>

/** That a consent ended, or never stood; with a task for those who have to be told. */
export const endSchema = z
  .strictObject({
    caseId: z.uuid(),
    consentId: z.uuid(),
    kind: z.enum(ENDS.codes, 'required'),
    endedOn: day,
    saidBy: z.union([z.literal(''), z.enum(WITHDRAWERS.codes)], 'unknownChoice'),
    words,
    /** What is to be done about what was told already; empty: nothing. */
    task: z.string().check(z.trim(), z.maxLength(500, 'tooLong')),
  })
  .check(
    z.superRefine(({ kind, saidBy }, context) => {
      if (kind === 'withdrawn' && saidBy === '')
        context.addIssue({ code: 'custom', path: ['saidBy'], message: 'required' })
    }),
  )
export type EndInput = z.output<typeof endSchema>
