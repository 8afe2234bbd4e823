import * as z from 'zod/mini'
import { LANGUAGE_CODES } from '@/lib/people/country-list.rules'
import { day, dayOrNone } from '@/lib/shared/day.schema'
import { isSignature, MOST_LETTERS } from './signature.rules'
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

const name = z.string().check(z.trim(), z.maxLength(200, 'tooLong'))
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
    named: name,
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
    /** Who heard a spoken answer, if not the colleague who writes; the witness of a statement. */
    heardBy: name,
    interpreterName: name,
    /** What was said before a witness by someone who does not sign. */
    statement: words,
    /** The lines of a signature on screen (signature.rules.ts). */
    drawing: z.string().check(z.maxLength(MOST_LETTERS, 'tooLong')),
  })
  .check(
    z.superRefine((typed, context) => {
      const { purpose, recipient, named, scopes, answer, askedOn, lastDay, language, form } = typed
      const issue = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (!isOwnUse(purpose)) {
        if (recipient === '' || recipient === 'house') issue('recipient', 'required')
        if (recipient === 'named' && named === '') issue('named', 'required')
        if (answer === 'given' && scopes.length === 0) issue('scopes', 'required')
      }
      if (answer !== 'not_asked' && language === '') issue('language', 'required')
      if (answer !== 'not_asked' && form === 'drawn' && !isSignature(typed.drawing))
        issue('drawing', typed.drawing === '' ? 'required' : 'invalid')
      if (answer !== 'not_asked' && form === 'stated') {
        if (typed.statement === '') issue('statement', 'required')
        if (typed.heardBy === '') issue('heardBy', 'required')
      }
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
