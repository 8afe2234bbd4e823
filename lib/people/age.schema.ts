import * as z from 'zod/mini'
import { type Day, isDay } from '@/lib/shared/dates'
import { rest } from '@/lib/shared/vocabulary'
import { boundsOf, isKnown, whenCode } from '@/lib/shared/when/when.rules'
import { toWhen, whenText } from '@/lib/shared/when/when.schema'
import { AGE_BASES, type AgeClaim, type AgeWhat, makeAgeClaim } from './age.rules'
import { AGE_ANSWERS, basisOf, sourcesOf } from './age-answer.rules'
import { AGE_SOURCE_CODES, SEEN } from './age-source.rules'

const typed = z.string().check(z.trim())
/** How old a person is said to be, as the form asks it. Hidden answers are ignored, whatever stands in them. */
export const ageFields = {
  ageAnswer: z.enum(AGE_ANSWERS.codes),
  ageYears: typed,
  /** The upper age of "15 to 17", or nothing. */
  ageTo: typed,
  born: z.string().check(z.trim(), z.maxLength(100, 'tooLong')),
  ageTested: typed,
  ageMargin: typed,
  ageBasis: z.enum(AGE_BASES.codes),
  ageSource: z.string(),
  ageSeen: z.union([z.literal(''), z.enum(SEEN.codes)]),
  /** The day the claim speaks of; '' is the day it is written down. */
  ageAsOf: typed,
}
export type AgeFields = z.output<z.ZodMiniObject<typeof ageFields>>
export type AgeInput = z.input<z.ZodMiniObject<typeof ageFields>>

const OLDEST = 120
const isWhole = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) <= OLDEST
/** "18.7", "18,7", "18" in tenths of years; null when it is none. */
const toTenths = (text: string): number | null => {
  const [, whole, tenth = '0'] = /^(\d{1,3})(?:[.,](\d))?$/.exec(text) ?? []
  return whole === undefined ? null : Number(whole) * 10 + Number(tenth)
}

/** For superRefine: what is shown must be an age or a date that can be. */
export const checkAge = (fields: AgeFields, context: z.core.$RefinementCtx): void => {
  const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  const { ageAnswer, ageYears, ageTo, ageAsOf } = fields
  const isGiven = ageAnswer === 'years' || ageAnswer === 'born' || ageAnswer === 'tested'
  if (!isGiven) return
  if (ageAnswer === 'years') {
    if (!isWhole(ageYears)) issue('ageYears', 'notANumber')
    else if (ageTo !== '' && !isWhole(ageTo)) issue('ageTo', 'notANumber')
    else if (ageTo !== '' && Number(ageTo) < Number(ageYears)) issue('ageTo', 'lessThanFirst')
  }
  if (ageAnswer === 'born') {
    const [problem] = whenText.safeParse(fields.born).error?.issues ?? []
    if (problem !== undefined) issue('born', problem.message)
    else if (!isKnown(toWhen(fields.born))) issue('born', 'required')
  }
  if (ageAnswer === 'tested') {
    const [tenths, margin] = [toTenths(fields.ageTested), toTenths(fields.ageMargin)]
    if (tenths === null || tenths > OLDEST * 10) issue('ageTested', 'notADecimal')
    if (margin === null || margin > 100) issue('ageMargin', 'notADecimal')
    if (ageAsOf === '') issue('ageAsOf', 'required')
  }
  if (ageAsOf !== '' && !isDay(ageAsOf)) issue('ageAsOf', 'notADay')
  // An estimate without its reason is a look at a person’s face.
  const hasSource = sourcesOf(fields).some((source) => source === fields.ageSource)
  if (basisOf(fields) === 'estimate' && !hasSource) issue('ageSource', 'required')
}

const toWhat = (fields: AgeFields): AgeWhat | null => {
  switch (fields.ageAnswer) {
    case 'years': {
      const from = Number(fields.ageYears)
      return { form: 'age', from, to: fields.ageTo === '' ? from : Number(fields.ageTo) }
    }
    case 'born': {
      const when = toWhen(fields.born)
      return isKnown(when) ? { form: 'born', when: whenCode(when), text: fields.born } : null
    }
    case 'tested': {
      const [tenths, margin] = [toTenths(fields.ageTested), toTenths(fields.ageMargin)]
      return tenths === null || margin === null ? null : { form: 'tested', tenths, margin }
    }
    case 'declined':
    case 'notAsked':
    case 'notKnown':
      return null
  }
}

/** The claim of an answer, as of the day it names or of `on`; null when the question was not asked. */
export const toAgeClaim = (fields: AgeFields, on: Day): AgeClaim | null => {
  if (fields.ageAnswer === 'notAsked') return null
  if (fields.ageAnswer === 'notKnown') return makeAgeClaim({ basis: 'not_known', what: null, asOf: on })
  if (fields.ageAnswer === 'declined') return makeAgeClaim({ basis: 'declined', what: null, asOf: on })
  rest(fields.ageAnswer, 'years born tested')
  const basis = basisOf(fields)
  const hasSource = sourcesOf(fields).some((source) => source === fields.ageSource)
  return makeAgeClaim({
    basis,
    what: toWhat(fields),
    asOf: fields.ageAsOf === '' ? on : fields.ageAsOf,
    source: hasSource ? AGE_SOURCE_CODES.read(fields.ageSource) : null,
    seen: basis === 'document' && fields.ageSeen !== '' ? fields.ageSeen : null,
  })
}

/** The field that speaks of a day still to come, or null. A date that only may lie ahead is none of ours to refuse. */
export const aheadOf = (fields: AgeFields, today: Day): 'born' | 'ageAsOf' | null => {
  const { ageAnswer, ageAsOf } = fields
  if (ageAnswer !== 'years' && ageAnswer !== 'born' && ageAnswer !== 'tested') return null
  if (ageAsOf > today) return 'ageAsOf'
  const when = ageAnswer === 'born' ? toWhen(fields.born) : null
  return isKnown(when) && boundsOf(when).earliest > today ? 'born' : null
}
