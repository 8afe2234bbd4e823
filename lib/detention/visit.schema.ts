import * as z from 'zod/mini'
import { SEVERITIES } from '@/lib/cases/severity.rules'
import { COUNTRY_CODES, LANGUAGE_CODES } from '@/lib/people/country-list.rules'
import { NATIONALITY_ANSWERS } from '@/lib/people/person.rules'
import { notSame } from '@/lib/people/person.schema'
import { isDay } from '@/lib/shared/dates'
import { INTERPRETERS, MODES } from './conversation.rules'
import { OUTCOMES } from './outcome.rules'
import { ACCESS, HEADERS, isWritten, NO_AGE, STEP_OWNERS } from './visit.rules'

/** One object for the form and the handler. Input is what fields hold (text, '' when empty), output what rows need. */
const words = (max: number) => z.string('required').check(z.maxLength(max, 'tooLong'))
const id = z.uuid('required')
const day = z.string('required').check(z.refine(isDay, 'notADay'))
const dayOrNone = z.union([z.literal(''), day], 'notADay')
const time = z.pipe(
  z.string('notATime').check(z.regex(/^(|([01]\d|2[0-3]):[0-5]\d)$/, 'notATime')),
  z.transform((text) => (text === '' ? null : text)),
)
const wholeNumber = (max: number) =>
  z.string('notANumber').check(
    z.trim(),
    z.regex(/^\d{0,4}$/, 'notANumber'),
    z.refine((text) => Number(text) <= max, 'tooMany'),
  )
/** A standard code, or one with a finer value of the organisation behind it. */
const code = z
  .string('required')
  .check(z.regex(/^[a-z][a-z0-9_]{0,39}(\.[a-z][a-z0-9_]{0,39})?$/, 'unknownChoice'))
const isUnique = (list: readonly string[]): boolean => new Set(list).size === list.length
const codes = z.array(code).check(z.maxLength(30, 'tooMany'), z.refine(isUnique, 'twice'))

const answers = new Set<string>([...NATIONALITY_ANSWERS, ...COUNTRY_CODES])
const countries = new Set<string>(['', ...COUNTRY_CODES])

const languages = new Set<string>(['', ...LANGUAGE_CODES])

const known = z.strictObject({
  kind: z.literal('known'),
  caseId: id,
  personId: id,
  /** The name under which they were met today, when they were recognised only while it was being written. */
  heardAs: words(200),
  recognise: words(1000),
})
const someoneNew = z.strictObject({
  kind: z.literal('new'),
  name: words(200),
  /** A country, or one of the answers without one. */
  nationality: z.string('required').check(z.refine((text) => answers.has(text), 'unknownChoice')),
  age: wholeNumber(120),
  /** Why there is no age; read only when `age` is empty. */
  ageAbsent: z.enum(NO_AGE.codes, 'required'),
  recognise: words(1000),
  notSame,
})

export const signal = z.strictObject({
  code,
  severity: z.enum(SEVERITIES.codes, 'required'),
  note: words(1000),
})

/** What is told of a conversation, on the day or later. */
const told = {
  metAt: time,
  language: z.string('required').check(z.refine((text) => languages.has(text), 'unknownChoice')),
  interpreter: z.enum(['', ...INTERPRETERS.codes], 'required'),
  actions: codes,
  topics: codes,
  requests: codes,
  signals: z.array(signal).check(
    z.maxLength(30, 'tooMany'),
    z.refine((list) => isUnique(list.map((one) => one.code)), 'twice'),
  ),
  note: words(8000),
}

const encounter = z
  .strictObject({
    who: z.discriminatedUnion('kind', [known, someoneNew], 'required'),
    outcome: z.enum(['', ...OUTCOMES.codes], 'required'),
    /** A second conversation on the same day, with its time. */
    isAgain: z.boolean(),
    ...told,
    nextStep: z.strictObject({
      who: z.enum(STEP_OWNERS.codes, 'required'),
      /** Whose it is when it is a colleague's. */
      staffId: z.union([z.literal(''), id], 'required'),
      text: words(300),
      on: dayOrNone,
      /** The step that the form showed as planned: another one that stands there by now is kept. */
      knew: words(500),
    }),
  })
  .check(
    z.superRefine((value, context) => {
      const fault = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
      if (!isWritten(value)) return
      // A row that would not say whether the person was met would be counted as if they had been.
      if (value.outcome === '') fault(['outcome'], 'outcomeMissing')
      if (value.who.kind === 'new' && value.who.name.trim() === '') fault(['who', 'name'], 'nameMissing')
      const { who, staffId, text } = value.nextStep
      if (who !== 'none' && text.trim() === '') fault(['nextStep', 'text'], 'stepMissing')
      if (who === 'colleague' && staffId === '') fault(['nextStep', 'staffId'], 'required')
    }),
  )

const group = z.strictObject({
  people: wholeNumber(500).check(z.refine((text) => Number(text) >= 1, 'groupEmpty')),
  country: z.string('required').check(z.refine((text) => countries.has(text), 'unknownChoice')),
  note: words(1000),
})

const hours = {
  startsAt: time,
  endsAt: time,
  access: z.enum(ACCESS.codes, 'required'),
  waitingMinutes: z.pipe(
    wholeNumber(600),
    z.transform((text) => (text === '' ? null : Number(text))),
  ),
}

const checkHours = (
  value: { readonly startsAt: string | null; readonly endsAt: string | null },
  context: z.core.$RefinementCtx,
): void => {
  if (value.startsAt !== null && value.endsAt !== null && value.endsAt < value.startsAt)
    context.addIssue({ code: 'custom', path: ['endsAt'], message: 'leftBeforeArrived' })
}

export const visitSchema = z
  .strictObject({
    teamId: id,
    placeId: id,
    onDate: day,
    /** Hours that only stand there because the last visit had them are no one’s word: they are not saved. */
    header: z.enum(HEADERS.codes, 'required'),
    mode: z.enum(MODES.codes, 'required'),
    ...hours,
    visitors: z
      .array(id)
      .check(z.minLength(1, 'visitWithoutYou'), z.maxLength(12, 'tooMany'), z.refine(isUnique, 'twice')),
    encounters: z.array(encounter).check(z.maxLength(120, 'tooMany')),
    groups: z.array(group).check(z.maxLength(20, 'tooMany')),
    observations: z.array(z.strictObject({ theme: code, text: words(4000) })).check(
      z.maxLength(20, 'tooMany'),
      z.refine((list) => isUnique(list.map((one) => one.theme)), 'twice'),
    ),
  })
  .check(z.superRefine(checkHours))

/** What the fields of the form hold. */
export type VisitForm = z.input<typeof visitSchema>
export type EncounterForm = VisitForm['encounters'][number]
export type VisitInput = z.output<typeof visitSchema>
export type EncounterInput = VisitInput['encounters'][number]

const version = z.int().check(z.minimum(1))

/** The project that pays for it; null: none that is known. */
const projectId = z.pipe(
  z.union([z.literal(''), id], 'unknownChoice'),
  z.transform((text) => (text === '' ? null : text)),
)

/** A conversation corrected later: whatever stood there before is kept as its history. */
export const encounterEditSchema = z.strictObject({
  encounterId: id,
  version,
  outcome: z.enum(OUTCOMES.codes, 'required'),
  ...told,
  /** Absent from what was kept before it was asked. */
  projectId: z.optional(projectId),
})
export type EncounterEdit = z.output<typeof encounterEditSchema>

export const accountEditSchema = z.strictObject({
  accountId: id,
  version,
  outcome: z.enum(OUTCOMES.codes, 'required'),
  note: words(8000),
})
export type AccountEdit = z.output<typeof accountEditSchema>

export const observationEditSchema = z.strictObject({
  observationId: id,
  version,
  text: words(4000).check(z.refine((text) => text.trim() !== '', 'required')),
})
export type ObservationEdit = z.output<typeof observationEditSchema>

export const groupEditSchema = z.strictObject({ groupId: id, version, ...group.shape })
export type GroupEdit = z.output<typeof groupEditSchema>

/** The part of a visit that may be corrected afterwards without a new row: its hours, how one was let in, and for which project it was. */
export const visitHoursSchema = z
  .strictObject({ visitId: id, version: z.int().check(z.minimum(1)), ...hours, projectId })
  .check(z.superRefine(checkHours))
export type VisitHoursForm = z.input<typeof visitHoursSchema>
export type VisitHours = z.output<typeof visitHoursSchema>
