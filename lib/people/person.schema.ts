import * as z from 'zod'
import { isDay } from '@/lib/shared/dates'
import { AGE_BASES, type AgeClaim, bornInYear, bornWhenAged } from './age.rules'
import { COUNTRY_CODES, LANGUAGE_CODES } from './country.rules'
import { NAME_KINDS } from './name.rules'
import {
  CERTAINTIES,
  INTERPRETER_NEEDS,
  LANGUAGE_LEVELS,
  NATIONALITY_ANSWERS,
  SEXES,
  toNationality,
} from './person.rules'

/** One name, any script: wraps on the screen, is never cut. */
export const nameText = z.string().trim().max(200, 'tooLong')
export const day = z.string().refine(isDay, 'notADay')
export const dayOrNone = z.union([z.literal(''), day])
const has = (list: readonly string[]) => (value: string) => list.includes(value)

export const AGE_ANSWERS = ['notAsked', 'notKnown', 'declined', 'years', 'year', 'date'] as const
const SAID_OF_NATIONALITY = CERTAINTIES.filter(
  (certainty) => certainty !== 'not_known' && certainty !== 'declined',
)

/** How old somebody is said to be, as the form asks it. Hidden answers are ignored, whatever stands in them. */
export const ageFields = {
  ageAnswer: z.enum(AGE_ANSWERS),
  ageYears: z.string().trim(),
  birthYear: z.string().trim(),
  birthDay: z.string().trim(),
  ageBasis: z.enum(AGE_BASES),
}
type AgeFields = z.output<z.ZodObject<typeof ageFields>>
const isWhole = (text: string, low: number, high: number): boolean =>
  /^\d{1,4}$/.test(text) && Number(text) >= low && Number(text) <= high

/** For superRefine: the one age answer that is shown must be a number or a day that can be. */
export const checkAge = (
  fields: Pick<AgeFields, 'ageAnswer' | 'ageYears' | 'birthYear' | 'birthDay'>,
  context: z.RefinementCtx,
): void => {
  const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (fields.ageAnswer === 'years' && !isWhole(fields.ageYears, 0, 120)) issue('ageYears', 'notANumber')
  if (fields.ageAnswer === 'year' && !isWhole(fields.birthYear, 1900, 2100)) issue('birthYear', 'notANumber')
  if (fields.ageAnswer === 'date' && !isDay(fields.birthDay)) issue('birthDay', 'notADay')
}

/** The claim of an answer, as of a day; null when the question was not asked. */
export const toAgeClaim = (fields: AgeFields, asOf: string): AgeClaim | null => {
  const { ageAnswer, ageBasis: basis } = fields
  const silent = { ageYears: null, asOf, bornEarliest: null, bornLatest: null }
  switch (ageAnswer) {
    case 'notAsked':
      return null
    case 'notKnown':
      return { basis: 'not_known', ...silent }
    case 'declined':
      return { basis: 'declined', ...silent }
    case 'years': {
      const ageYears = Number(fields.ageYears)
      return { basis, ageYears, asOf, ...bornWhenAged(ageYears, asOf) }
    }
    case 'year':
      return { basis, ageYears: null, asOf, ...bornInYear(Number(fields.birthYear)) }
    case 'date':
      return { basis, ageYears: null, asOf, bornEarliest: fields.birthDay, bornLatest: fields.birthDay }
  }
}

export const nationalityFields = {
  nationality: z.string().refine(has([...NATIONALITY_ANSWERS, ...COUNTRY_CODES]), 'unknownChoice'),
  certainty: z.enum(SAID_OF_NATIONALITY),
}
export const toNationalityClaim = (fields: z.output<z.ZodObject<typeof nationalityFields>>) =>
  toNationality(fields.nationality, fields.certainty)

/** The questions about a person at first meeting; all but the name may stay open. */
export const personFields = {
  name: nameText.min(1, 'required'),
  otherName: nameText,
  otherNameKind: z.enum(NAME_KINDS),
  sex: z.enum(SEXES),
  ...ageFields,
  ...nationalityFields,
  language: z.union([z.literal(''), z.string().refine(has(LANGUAGE_CODES), 'unknownChoice')]),
  languageLevel: z.enum(LANGUAGE_LEVELS),
  interpreterNeed: z.enum(INTERPRETER_NEEDS),
}

/** The answers before anything is typed. */
export const emptyPerson: z.input<z.ZodObject<typeof personFields>> = {
  name: '',
  otherName: '',
  otherNameKind: 'alias',
  sex: 'not_asked',
  ageAnswer: 'notAsked',
  ageYears: '',
  birthYear: '',
  birthDay: '',
  ageBasis: 'said',
  nationality: 'notAsked',
  certainty: 'said',
  language: '',
  languageLevel: 'fluent',
  interpreterNeed: 'not_asked',
}

/** What the answers say, in the shape that person.data writes. `on` is the day they were given. */
export const toNewPerson = (fields: z.output<z.ZodObject<typeof personFields>>, on: string) => {
  const claim = toAgeClaim(fields, on)
  const nationality = toNationalityClaim(fields)
  return {
    sex: fields.sex,
    interpreterNeed: fields.interpreterNeed,
    names: [
      { kind: 'as_said', text: fields.name, saidOn: on },
      ...(fields.otherName === ''
        ? []
        : [{ kind: fields.otherNameKind, text: fields.otherName, saidOn: on }]),
    ],
    ageClaims: claim === null ? [] : [claim],
    nationalities: nationality === null ? [] : [nationality],
    languages: fields.language === '' ? [] : [{ language: fields.language, level: fields.languageLevel }],
    identifiers: [],
  }
}
