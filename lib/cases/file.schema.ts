import * as z from 'zod/mini'
import { MARKS } from '@/lib/circles/member.rules'
import { ANSWERS } from '@/lib/consents/vocabulary.rules'
import { ageFields, checkAge } from '@/lib/people/age.schema'
import { checkNumber, NUMBER_KINDS } from '@/lib/people/authority-number.rules'
import { NAME_KINDS } from '@/lib/people/name.rules'
import {
  checkHeld,
  moreFields,
  nameText,
  nationalityFields,
  notSame,
  personAnswers,
  personFields,
} from '@/lib/people/person.schema'
import { WITHDRAWN_BECAUSE } from '@/lib/people/withdrawal.rules'
import { day, dayOrNone } from '@/lib/shared/day.schema'
import { NOTE_KINDS } from './case.rules'

const version = z.int().check(z.minimum(1))
const file = z.uuid()
const text = (max: number) => z.string().check(z.trim(), z.maxLength(max, 'tooLong'))
const isSaid = z.minLength(1, 'required')
const code = z.string().check(z.regex(/^[a-z0-9_]{1,40}$/, 'unknownChoice'))

export const noteSchema = z.strictObject({
  caseId: file,
  kind: z.enum(NOTE_KINDS.codes),
  happenedOn: day,
  text: text(20_000).check(isSaid),
  /** Absent from texts that were kept before there were marks. */
  marks: z.optional(z.array(z.enum(MARKS.codes))),
})

/** The author corrects what they wrote. */
export const noteEditSchema = z.extend(z.omit(noteSchema, { marks: true }), { noteId: z.uuid(), version })

/** The author takes back what they just wrote. */
export const noteWithdrawalSchema = z.strictObject({ caseId: file, noteId: z.uuid() })

export const pinSchema = z.strictObject({
  caseId: file,
  type: z.enum(['note', 'encounter']),
  entryId: z.uuid(),
  /** Of the pin, not of the text. */
  version,
  isPinned: z.boolean(),
})

export const nextStepSchema = z
  .strictObject({ caseId: file, version, text: text(500), on: dayOrNone })
  .check(z.refine(({ text: step, on }) => on === '' || step !== '', { path: ['text'], error: 'required' }))

/** Of a next step that is moved to a later day: why. */
export const moveStepSchema = z.strictObject({
  caseId: file,
  version,
  on: day,
  because: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(200, 'tooLong')),
})

export const detailsSchema = z.strictObject({
  caseId: file,
  version,
  status: code,
  risk: code,
})

export const personSchema = z.strictObject({
  caseId: file,
  personId: z.uuid(),
  version,
  ...personAnswers,
})

/** One more thing said about the person: what stood there before stays. */
export const claimSchema = z
  .strictObject({
    caseId: file,
    personId: z.uuid(),
    name: nameText,
    nameKind: z.enum(NAME_KINDS.codes),
    ...ageFields,
    ...nationalityFields,
    ...moreFields,
  })
  .check(
    z.superRefine((fields, context) => {
      checkAge(fields, context)
      checkHeld(fields, context)
      const asked = [fields.ageAnswer, fields.nationality, fields.birthCountry, fields.residenceCountry]
      if (fields.name === '' && asked.every((answer) => answer === 'notAsked'))
        context.addIssue({ code: 'custom', path: ['name'], message: 'sayOneThing' })
    }),
  )

/** A number under which an authority knows the person, in the place of another one or beside those that are there. */
export const numberSchema = z
  .strictObject({
    caseId: file,
    personId: z.uuid(),
    kind: z.enum(NUMBER_KINDS.codes),
    text: text(60).check(isSaid),
    replacesId: z.union([z.literal(''), z.uuid('unknownChoice')]),
    /** As on the paper, although it does not look like a number of its kind: to be confirmed. */
    written: z.array(z.literal('to_confirm')),
  })
  .check(
    z.superRefine(({ kind, text: number, written }, context) => {
      const problem = number === '' || written.length > 0 ? null : checkNumber(kind, number)
      if (problem !== null) context.addIssue({ code: 'custom', path: ['text'], message: problem })
    }),
  )

/** Something that was said was a mistake. */
export const withdrawSchema = z.strictObject({
  caseId: file,
  personId: z.uuid(),
  claimId: z.uuid('required'),
  because: z.enum(WITHDRAWN_BECAUSE.codes),
})

export const assignmentSchema = z.strictObject({
  caseId: file,
  version,
  toStaffId: z.uuid('required'),
  reason: text(2_000).check(isSaid),
})

export const answerSchema = z.strictObject({
  signalId: z.uuid(),
  caseId: file,
  version,
  text: text(2_000).check(isSaid),
})

/** A person with their first file. Restricted and sealed files are not opened here. */
export const intakeSchema = z
  .strictObject({
    ...personFields,
    notSame,
    kind: code,
    teamId: z.uuid('required'),
    placeId: z.union([z.literal(''), z.uuid('unknownChoice')]),
    since: dayOrNone,
    nextStep: text(500),
    nextStepOn: dayOrNone,
    /** Absent from what was kept before it was asked, and from tables. */
    counted: z.optional(z.enum(ANSWERS.codes)),
    /** The enquiry from which the file is opened; absent from everything else. */
    enquiryId: z.optional(z.uuid()),
    /** The same of a person of whom a partner let us know. */
    incomingId: z.optional(z.uuid()),
  })
  .check(
    z.superRefine((fields, context) => {
      checkAge(fields, context)
      if (fields.nextStepOn !== '' && fields.nextStep === '')
        context.addIssue({ code: 'custom', path: ['nextStep'], message: 'required' })
      if (fields.since !== '' && fields.placeId === '')
        context.addIssue({ code: 'custom', path: ['placeId'], message: 'required' })
    }),
  )
