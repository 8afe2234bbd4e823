import * as z from 'zod/mini'
import { isSurelyBefore } from '@/lib/shared/when/order.rules'
import { isKnown, whenCode } from '@/lib/shared/when/when.rules'
import { toWhen, whenText } from '@/lib/shared/when/when.schema'
import { ageFields, toAgeClaim } from './age.schema'
import { FORMER_STATES } from './country.rules'
import { COUNTRY_CODES, LANGUAGE_CODES } from './country-list.rules'
import { NAME_KINDS } from './name.rules'
import {
  CERTAINTIES,
  LANGUAGE_LEVELS,
  LANGUAGE_SILENCES,
  NATIONALITY_ANSWERS,
  type NationalityClaim,
  NO_LANGUAGE,
  ORIGIN_ANSWERS,
  type OriginClaim,
  toCountryClaim,
  toNationality,
} from './person.rules'
import { eachPersonField, PERSON_FIELDS, pickAnswers } from './person-field.rules'

/** One name, any script: wraps on the screen, is never cut. */
export const nameText = z.string().check(z.trim(), z.maxLength(200, 'tooLong'))
/** Who was put aside as another person, while a new person was written down. */
export const notSame = z.optional(z.array(z.uuid('unknownChoice')).check(z.maxLength(50, 'tooMany')))
const has = (list: readonly string[]) => (value: string) => list.includes(value)

const SAID_OF_NATIONALITY = CERTAINTIES.codes.filter(
  (certainty) => certainty !== 'not_known' && certainty !== 'declined',
)

/** A language, or why there is none; '' is not asked. */
const language = z.union([
  z.literal(''),
  z.enum(LANGUAGE_SILENCES.codes),
  z.string().check(z.refine(has(LANGUAGE_CODES), 'unknownChoice')),
])

export const nationalityFields = {
  nationality: z.string().check(z.refine(has([...NATIONALITY_ANSWERS, ...COUNTRY_CODES]), 'unknownChoice')),
  certainty: z.enum(SAID_OF_NATIONALITY),
}
export const toNationalityClaim = (fields: z.output<z.ZodMiniObject<typeof nationalityFields>>) =>
  toNationality(fields.nationality, fields.certainty)

const originAnswer = z
  .string()
  .check(z.refine(has([...ORIGIN_ANSWERS.codes, ...COUNTRY_CODES, ...FORMER_STATES.codes]), 'unknownChoice'))
/** Since when and until when a nationality is held; where a person was born; where they lived last. */
export const moreFields = {
  heldSince: whenText,
  heldUntil: whenText,
  birthCountry: originAnswer,
  residenceCountry: originAnswer,
}
export type MoreFields = z.output<z.ZodMiniObject<typeof moreFields>>

const codeOf = (typed: string): string | null => {
  const when = toWhen(typed)
  return when === null ? null : whenCode(when)
}
export const checkHeld = ({ heldSince, heldUntil }: MoreFields, context: z.core.$RefinementCtx): void => {
  const [since, until] = [toWhen(heldSince), toWhen(heldUntil)]
  if (isKnown(since) && isKnown(until) && isSurelyBefore(until, since))
    context.addIssue({ code: 'custom', path: ['heldUntil'], message: 'endBeforeStart' })
}
export const toHeldNationality = (
  fields: z.output<z.ZodMiniObject<typeof nationalityFields>> & MoreFields,
): NationalityClaim | null => {
  const claim = toNationalityClaim(fields)
  return claim && { ...claim, since: codeOf(fields.heldSince), until: codeOf(fields.heldUntil) }
}
export const toOrigins = ({ birthCountry, residenceCountry }: MoreFields): OriginClaim[] =>
  (
    [
      ['birth', birthCountry],
      ['residence', residenceCountry],
    ] as const
  ).flatMap(([kind, answer]) => {
    const claim = toCountryClaim(answer, 'said')
    return claim === null ? [] : [{ kind, ...claim }]
  })

/** What has one value at a time. */
export const personAnswers = eachPersonField((field) =>
  z.enum<readonly string[]>(PERSON_FIELDS[field].answers.codes, 'required'),
)

/** The questions about a person at first meeting; all but the name may stay open. */
export const personFields = {
  name: nameText.check(z.minLength(1, 'required')),
  otherName: nameText,
  otherNameKind: z.enum(NAME_KINDS.codes),
  ...personAnswers,
  ...ageFields,
  ...nationalityFields,
  language,
  languageLevel: z.enum(LANGUAGE_LEVELS.codes),
}
export type PersonInput = z.input<z.ZodMiniObject<typeof personFields>>

const toLanguages = (answer: string, level: string) => {
  if (answer === '') return []
  const silence = LANGUAGE_SILENCES.match(answer)
  return silence === null ? [{ language: answer, level }] : [{ language: NO_LANGUAGE, level: silence }]
}

/** What the answers say, in the shape that person.data writes. `on` is the day they were given. */
export const toNewPerson = (fields: z.output<z.ZodMiniObject<typeof personFields>>, on: string) => {
  const claim = toAgeClaim(fields, on)
  const nationality = toNationalityClaim(fields)
  return {
    ...pickAnswers(fields),
    names: [
      { kind: 'as_said', text: fields.name, saidOn: on },
      ...(fields.otherName === ''
        ? []
        : [{ kind: fields.otherNameKind, text: fields.otherName, saidOn: on }]),
    ],
    ageClaims: claim === null ? [] : [claim],
    nationalities: nationality === null ? [] : [nationality],
    saidOn: on,
    languages: toLanguages(fields.language, fields.languageLevel),
    identifiers: [],
  }
}
