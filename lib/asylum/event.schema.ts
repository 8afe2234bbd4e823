import * as z from 'zod/mini'
import { DETAINED_ANSWERS, isContradiction } from '@/lib/deadlines/detained.rules'
import type { Letter } from '@/lib/deadlines/letter.rules'
import { LETTER_KINDS, LETTER_UNITS, NOTIFICATIONS } from '@/lib/deadlines/notification.rules'
import { FACTS } from '@/lib/deadlines/vocabulary.rules'
import { COUNTRY_CODES } from '@/lib/people/country-list.rules'
import { dayOrNone } from '@/lib/shared/day.schema'
import { rest } from '@/lib/shared/vocabulary'
import { whenText } from '@/lib/shared/when/when.schema'
import { FORMS, GROUNDS, OUTCOMES, RECORDED_KINDS, SHAPES, SUSPENSIVE } from './vocabulary.rules'

const none = z.literal('')
const amount = z.union([none, z.string().check(z.regex(/^\d{1,3}$/, 'notANumber'))])

/** Something that happened. With `replaces` it stands in the place of an earlier row, which stays readable. */
export const eventSchema = z
  .strictObject({
    caseId: z.uuid(),
    applicationId: z.union([none, z.uuid()]),
    replaces: z.union([none, z.uuid()]),
    kind: z.enum(RECORDED_KINDS.codes, 'required'),
    outcome: z.union([none, z.enum(OUTCOMES.codes)], 'unknownChoice'),
    form: z.union([none, z.enum(FORMS.codes)], 'unknownChoice'),
    ground: z.union([none, z.enum(GROUNDS.codes)], 'unknownChoice'),
    country: z.union([
      none,
      z.string().check(z.refine((code) => COUNTRY_CODES.includes(code), 'unknownChoice')),
    ]),
    suspensive: z.union([none, z.enum(SUSPENSIVE.codes)], 'unknownChoice'),
    on: whenText,
    notifiedOn: dayOrNone,
    notification: z.union([none, z.enum(NOTIFICATIONS.codes)], 'unknownChoice'),
    letterKind: z.enum(LETTER_KINDS.codes),
    letterOn: dayOrNone,
    letterAmount: amount,
    letterUnit: z.enum(LETTER_UNITS.codes),
    held: z.enum(DETAINED_ANSWERS.codes),
    facts: z.array(z.enum(FACTS.codes)),
    concerns: z.union([none, z.uuid()]),
    words: z.string().check(z.trim(), z.maxLength(20_000, 'tooLong')),
  })
  .check(
    z.superRefine((typed, context) => {
      const issue = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      const { outcomes, forms, isNotified, facts, concerns } = SHAPES[typed.kind]
      if (typed.applicationId === '') issue('applicationId', 'required')
      if (outcomes.length > 0 && typed.outcome === '') issue('outcome', 'required')
      if (typed.outcome !== '' && outcomes.length > 0 && !outcomes.includes(typed.outcome))
        issue('outcome', 'unknownChoice')
      if (forms.length > 0 && typed.form === '') issue('form', 'required')
      if (typed.form !== '' && forms.length > 0 && !forms.includes(typed.form)) issue('form', 'unknownChoice')
      if (concerns.length > 0 && typed.concerns === '') issue('concerns', 'required')
      if (typed.facts.some((fact) => !facts.includes(fact))) issue('facts', 'unknownChoice')
      if (!isNotified) return
      if (isContradiction(typed.held, typed.notification)) issue('held', 'heldInCentre')
      if (typed.held === 'no' && typed.facts.includes('with_detention')) issue('held', 'heldByOrder')
      if (typed.letterKind === 'lastDay' && typed.letterOn === '') issue('letterOn', 'required')
      if (typed.letterKind === 'period' && typed.letterAmount === '') issue('letterAmount', 'required')
    }),
  )
export type EventInput = z.output<typeof eventSchema>

/** What the letter says, where there is one. */
export const toLetter = (typed: EventInput): Letter | null => {
  if (!SHAPES[typed.kind].isNotified) return null
  if (typed.letterKind === 'lastDay') return { kind: 'lastDay', on: typed.letterOn }
  if (typed.letterKind === 'period')
    return { kind: 'period', amount: Number(typed.letterAmount), unit: typed.letterUnit }
  rest(typed.letterKind, 'none')
  return null
}
