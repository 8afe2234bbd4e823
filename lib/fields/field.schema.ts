import * as z from 'zod/mini'
import type { TypedAnswer } from './answer.rules'
import {
  EDITION_STATES,
  FIELD_CLASSES,
  FIELD_LEVELS,
  FIELD_PARTS,
  FIELD_TYPES,
  MOST_CONDITIONS,
  MOST_OPTIONS,
  REQUIRED,
} from './field.rules'
import { FIELD_OWNERS } from './owner.rules'

const text = (most: number) => z.string().check(z.trim(), z.maxLength(most, 'tooLong'))
const perLanguage = (most: number) =>
  z.strictObject({ en: text(most), fr: text(most), nl: text(most), de: text(most) })
const because = text(500).check(z.minLength(1, 'required'))
const lines = text(6000)
/** In how many languages something is said. */
export const LABEL_LENGTH = 80

/** A new field: what can never be changed, and enough to ask it. */
export const newFieldSchema = z
  .strictObject({
    labels: perLanguage(LABEL_LENGTH),
    owner: z.enum(FIELD_OWNERS.codes),
    type: z.enum(FIELD_TYPES.codes, 'required'),
    fieldClass: z.enum(FIELD_CLASSES.codes, 'required'),
    decimals: z.string().check(z.regex(/^[0-4]$/, 'notANumber')),
    part: z.enum(FIELD_PARTS.codes),
    /** Of a list: one value a line, in the language of who writes it. */
    options: lines,
    because,
  })
  .check(
    z.refine(
      ({ type, options }) => !(type === 'one' || type === 'several') || options.trim().split('\n').length > 1,
      { path: ['options'], error: 'twoOptions' },
    ),
  )
export type NewFieldInput = z.output<typeof newFieldSchema>

const code = z.string().check(z.regex(/^[a-z0-9_]{1,40}$/, 'unknownChoice'))
const option = z.strictObject({ code, labels: perLanguage(LABEL_LENGTH), isOffered: z.boolean() })
const condition = z.strictObject({
  /** '' for none, minor, adult, or the id of a field. */
  on: z.union([z.literal(''), z.literal('minor'), z.literal('adult'), z.uuid()]),
  codes: z.array(code).check(z.maxLength(MOST_OPTIONS, 'tooMany')),
})
export type ConditionInput = z.output<typeof condition>

/** The next edition of a field. */
export const editionSchema = z.strictObject({
  fieldId: z.uuid(),
  /** The edition that was read. */
  version: z.int().check(z.minimum(1), z.maximum(10_000)),
  labels: perLanguage(LABEL_LENGTH),
  help: perLanguage(300),
  section: perLanguage(LABEL_LENGTH),
  part: z.enum(FIELD_PARTS.codes),
  position: z.string().check(z.regex(/^\d{1,3}$/, 'notANumber')),
  required: z.enum(REQUIRED.codes),
  level: z.enum(FIELD_LEVELS.codes),
  offices: z.array(z.uuid()).check(z.maxLength(100, 'tooMany')),
  kinds: z.array(code).check(z.maxLength(20, 'tooMany')),
  nationalities: text(300).check(z.regex(/^([A-Za-z]{2,3}([\s,;]+|$))*$/, 'countryCodes')),
  conditions: z.array(condition).check(z.maxLength(MOST_CONDITIONS, 'tooMany')),
  options: z.array(option).check(z.maxLength(MOST_OPTIONS, 'tooMany')),
  /** Further values of a list, one a line. */
  more: lines,
  because,
})
export type EditionInput = z.output<typeof editionSchema>

/** Retires a field or brings it back; both are an edition with a reason. */
export const fieldStateSchema = z.strictObject({
  fieldId: z.uuid(),
  version: z.int(),
  state: z.enum(EDITION_STATES.codes),
  because,
})
/** Brings the words of an earlier edition back. */
export const undoFieldSchema = z.strictObject({
  fieldId: z.uuid(),
  version: z.int(),
  because,
})

const typed = z.strictObject({
  /** The edition that was shown. */
  edition: z.int().check(z.minimum(1), z.maximum(10_000)),
  /** What the one answer of a list is, or '-' before why there is none. */
  choice: z.string().check(z.maxLength(41, 'unknownChoice')),
  codes: z.array(code).check(z.maxLength(MOST_OPTIONS, 'tooMany')),
  text: text(5000),
  state: z.union([z.literal(''), z.literal('unknown'), z.literal('declined'), z.literal('not_applicable')]),
})

/**
 * The answers of one part of a file, of a person in it of a conversation or of a visit, as a flat form: whose they are (caseId and personId, '' for the file itself; or
 * encounterId; or visitId), version (when they last changed, in milliseconds), and every other key the id of a field, so that a conflict is shown field by field.
 */
export const answersSchema = z
  .record(
    z.string().check(z.maxLength(40)),
    z.union([z.string().check(z.maxLength(40, 'invalid')), z.int(), typed], 'invalid'),
  )
  .check(z.refine((sent) => toAnswers(sent) !== null, { path: ['version'], error: 'invalid' }))
export type AnswersInput = z.output<typeof answersSchema>

const head = z.union([
  z.object({ caseId: z.uuid(), personId: z.union([z.literal(''), z.uuid()]), version: z.int() }),
  z.object({ encounterId: z.uuid(), version: z.int() }),
  z.object({ visitId: z.uuid(), version: z.int() }),
])
/** The same, parted; null when it is no such form. */
export const toAnswers = (sent: AnswersInput) => {
  const parsed = z.safeParse(head, sent)
  if (!parsed.success) return null
  const answers = new Map<string, TypedAnswer>()
  for (const [fieldId, value] of Object.entries(sent)) {
    if (Object.hasOwn(parsed.data, fieldId)) continue
    if (typeof value !== 'object' || !z.safeParse(z.uuid(), fieldId).success) return null
    answers.set(fieldId, value)
  }
  return { ...parsed.data, answers }
}

/** Two answers that stand beside each other after a merge: this one stays. */
export const keepAnswerSchema = z.strictObject({
  caseId: z.uuid(),
  personId: z.uuid(),
  answerId: z.uuid(),
})
