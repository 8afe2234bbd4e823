import * as z from 'zod/mini'
import { REGIONS } from '@/lib/countries/help-body.rules'
import { whichRow } from '@/lib/registers/register.schema'
import { dayOrNone } from '@/lib/shared/day.schema'
import {
  ANSWERS,
  CHOICES,
  EXPLAINED,
  FORMS,
  GRADES,
  MAIN_FORMS,
  SECTORS,
  SIGNS,
  SIGNS_OF,
  SOURCES,
  STEPS,
} from './vocabulary.rules'

const answer = z.enum(ANSWERS.codes, 'required')
const none = z.literal('')
const words = z.string().check(z.trim(), z.maxLength(20_000, 'tooLong'))

/** What is encrypted as one: answers and codes. */
export const answers = {
  danger: answer,
  safe: answer,
  alone: answer,
  interpreter: answer,
  held: answer,
  forms: z.array(z.enum(FORMS.codes)).check(z.maxLength(FORMS.codes.length, 'invalid')),
  mainForm: z.union([none, z.enum(MAIN_FORMS.codes)], 'unknownChoice'),
  sector: z.union([none, z.enum(SECTORS.codes)], 'unknownChoice'),
  region: z.union([none, z.enum(REGIONS.codes)], 'unknownChoice'),
  recruitedIn: z.string().check(z.regex(/^([A-Z]{2,3})?$/, 'unknownChoice')),
  explained: z.array(z.enum(EXPLAINED.codes)).check(z.maxLength(EXPLAINED.codes.length, 'invalid')),
  explainedIn: z.string().check(z.trim(), z.maxLength(60, 'tooLong')),
  choice: z.enum(CHOICES.codes, 'required'),
  choiceOn: dayOrNone,
}
/** As they are stored. Accounts of the time before the main form was asked have none. */
export const answersSchema = z.object({ ...answers, mainForm: z._default(answers.mainForm, '') })
export type Answers = z.output<typeof answersSchema>

/** Answers that say nothing: every question was answered like this, and nothing was chosen. */
export const answeredAll = (answer: 'unsure' | 'not_asked'): Answers => ({
  danger: answer,
  safe: answer,
  alone: answer,
  interpreter: answer,
  held: answer,
  forms: [],
  mainForm: '',
  sector: '',
  region: '',
  recruitedIn: '',
  explained: [],
  explainedIn: '',
  choice: 'not_asked',
  choiceOn: '',
})

const signs = <const S extends readonly [string, ...string[]]>(of: S) =>
  z.array(z.enum(of)).check(z.maxLength(SIGNS.codes.length, 'invalid'))

/** The account as it is known, with the signs that are new. */
export const accountSchema = z.strictObject({
  caseId: z.uuid(),
  version: z.int().check(z.minimum(0)),
  /** Which step is saved; the others stay as they are. Without it all of them are. */
  step: z.optional(z.enum(STEPS.codes)),
  ...answers,
  signsAny: signs(SIGNS_OF.any),
  signsSexual: signs(SIGNS_OF.sexual),
  signsBegging: signs(SIGNS_OF.begging),
  signsLabour: signs(SIGNS_OF.labour),
  signSource: z.enum(SOURCES.codes, 'required'),
  words,
  reading: words,
})
export type AccountInput = z.output<typeof accountSchema>

export const signSchema = z.strictObject({
  ...whichRow,
  grade: z.enum(GRADES.codes, 'required'),
  source: z.enum(SOURCES.codes, 'required'),
})

/** Opens the restricted file from a person's own: with whom it is shared is asked before anything is written. */
export const openTraffickingSchema = z.strictObject({
  caseId: z.uuid(),
  personId: z.uuid('required'),
  secondMemberId: z.uuid('required'),
  /** The task by which the second member learns of it. */
  secondTask: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(200, 'tooLong')),
})
