import * as z from 'zod/mini'
import { NOTIFICATIONS } from '@/lib/deadlines/notification.rules'
import { dayOrNone } from '@/lib/shared/day.schema'
import { vocabulary } from '@/lib/shared/vocabulary'
import { toWhen, whenText } from '@/lib/shared/when/when.schema'
import { CONSENTS, FACTORS, INFORMED, PHASES, WORRYING } from './details.rules'
import { SHAPES } from './shape.rules'
import { toTested } from './tested.rules'
import { FORMS, OUTCOMES, RECORDED_KINDS } from './vocabulary.rules'

const none = z.literal('')
const line = z.string().check(z.trim(), z.maxLength(200, 'tooLong'))
const words = z.string().check(z.trim(), z.maxLength(20_000, 'tooLong'))
const time = z.union([none, z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'notATime'))], 'notATime')
const part = z.string().check(z.trim(), z.maxLength(2000, 'tooLong'))
const EXTRAS = vocabulary('guardianship.extras', ['atBorder'])

/** Something that happened. With `replaces` it stands in the place of an earlier row, which stays readable. */
export const eventSchema = z
  .strictObject({
    caseId: z.uuid(),
    personId: z.union([none, z.uuid()]),
    replaces: z.union([none, z.uuid()]),
    kind: z.enum(RECORDED_KINDS.codes, 'required'),
    outcome: z.union([none, z.enum(OUTCOMES.codes)], 'unknownChoice'),
    form: z.union([none, z.enum(FORMS)], 'unknownChoice'),
    on: whenText,
    at: time,
    notifiedOn: dayOrNone,
    notification: z.union([none, z.enum(NOTIFICATIONS.codes)], 'unknownChoice'),
    extras: z.array(z.enum(EXTRAS.codes)),
    arrivedOn: dayOrNone,
    concerns: z.union([none, z.uuid()]),
    who: line,
    service: line,
    phone: line,
    language: line,
    reference: line,
    place: line,
    worrying: z.union([none, z.enum(WORRYING.codes)], 'unknownChoice'),
    factors: z.array(z.enum(FACTORS.codes)),
    informed: z.union([none, z.enum(INFORMED.codes)], 'unknownChoice'),
    consent: z.union([none, z.enum(CONSENTS.codes)], 'unknownChoice'),
    ageTested: line,
    ageMargin: line,
    phase: z.union([none, z.enum(PHASES.codes)], 'unknownChoice'),
    sheet: z.strictObject({
      found: part,
      family: part,
      route: part,
      reasons: part,
      doubts: part,
      urgent: part,
    }),
    words,
  })
  .check(
    z.superRefine((typed, context) => {
      const issue = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      const { outcome, form, must, concerns, asks } = SHAPES[typed.kind]
      if (typed.personId === '') issue('personId', 'required')
      if (outcome !== null && !outcome.values.some((one) => one === typed.outcome))
        issue('outcome', typed.outcome === '' ? 'required' : 'unknownChoice')
      if (form !== null && !form.values.some((one) => one === typed.form))
        issue('form', typed.form === '' ? 'required' : 'unknownChoice')
      if (concerns !== null && typed.concerns === '') issue('concerns', 'required')
      if (asks.includes('atBorder') && typed.arrivedOn !== '') {
        const doubted = toWhen(typed.on)
        if (!typed.extras.includes('atBorder')) issue('arrivedOn', 'onlyAtBorder')
        else if (doubted?.form === 'exact' && typed.arrivedOn > doubted.day)
          issue('arrivedOn', 'arrivedAfter')
      }
      if (must.includes('who') && typed.who === '') issue('who', 'required')
      if (!asks.includes('tested') || (typed.ageTested === '' && typed.ageMargin === '')) return
      const tested = toTested(typed)
      if (tested.problem !== null) issue(tested.problem, 'notADecimal')
      // The range of birth is counted from the day of the test.
      else if (toWhen(typed.on)?.form !== 'exact') issue('on', 'testDayNeeded')
    }),
  )
export type EventInput = z.output<typeof eventSchema>
