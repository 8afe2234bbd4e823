import * as z from 'zod/mini'
import { day, dayOrNone } from '@/lib/shared/day.schema'
import { vocabulary } from '@/lib/shared/vocabulary'
import { DETAINED_ANSWERS, isContradiction } from './detained.rules'
import { LETTER_KINDS, LETTER_UNITS, NOTIFICATIONS } from './notification.rules'
import { RECOUNT_ANSWERS } from './recount-answer.rules'
import { ACTS, EVENTS, FACTS } from './vocabulary.rules'

/** What a form may name as the entry that tells of an act. */
export const LINKABLE_KINDS = vocabulary('deadlines.linkable-kinds', [
  'note',
  'encounter',
  'asylum_event',
  'detention_event',
])

const time = z.union([z.literal(''), z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'notATime'))])
const amount = z.union([z.literal(''), z.string().check(z.regex(/^\d{1,3}$/, 'notANumber'))])

const chosenDay = z.pipe(z.string().check(z.minLength(1, 'required')), day)

/** What started a clock. With `replaces`, it corrects a deadline that was recorded before. */
export const recordSchema = z
  .strictObject({
    caseId: z.uuid(),
    replaces: z.union([z.literal(''), z.uuid()]),
    version: z.int().check(z.minimum(0)),
    event: z.enum(EVENTS.codes, 'required'),
    happenedOn: chosenDay,
    happenedAt: time,
    notification: z.union([z.literal(''), z.enum(NOTIFICATIONS.codes)]),
    /** Whether the person was held at notification; asked apart from the other facts. */
    held: z.enum(DETAINED_ANSWERS.codes),
    facts: z.array(z.enum(FACTS.codes)),
    lodgedOn: dayOrNone,
    registeredOn: dayOrNone,
    letterKind: z.enum(LETTER_KINDS.codes),
    letterOn: dayOrNone,
    letterAmount: amount,
    letterUnit: z.enum(LETTER_UNITS.codes),
  })
  .check(
    z.superRefine(({ letterKind, letterOn, letterAmount, held, notification }, context) => {
      const issue = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      const missing = (path: string) => issue(path, 'required')
      if (isContradiction(held, notification)) issue('held', 'heldInCentre')
      if (letterKind === 'lastDay' && letterOn === '') missing('letterOn')
      if (letterKind === 'period' && letterAmount === '') missing('letterAmount')
    }),
  )
export type RecordInput = z.output<typeof recordSchema>

/** What someone says when a corrected rule gives another day: the new one counts, or the one on record stays, and why. */
export const recountSchema = z
  .strictObject({
    caseId: z.uuid(),
    deadlineId: z.uuid(),
    version: z.int().check(z.minimum(1)),
    /** The edition that was shown; null when no rule counts it any more. */
    ruleId: z.nullable(z.uuid()),
    answer: z.enum(RECOUNT_ANSWERS.codes, 'required'),
    reason: z.string().check(z.trim(), z.maxLength(20_000, 'tooLong')),
  })
  .check(
    z.superRefine(({ answer, ruleId, reason }, context) => {
      if (reason === '' && (answer === 'keep' || ruleId === null))
        context.addIssue({ code: 'custom', path: ['reason'], message: 'required' })
    }),
  )

/** The act that closes a deadline, with the entry that tells of it: one that is there, or words that become a note. */
export const closeSchema = z.strictObject({
  caseId: z.uuid(),
  deadlineId: z.uuid(),
  version: z.int().check(z.minimum(1)),
  act: z.enum(ACTS.codes, 'required'),
  on: chosenDay,
  linked: z.union([
    z.literal(''),
    z
      .string()
      .check(z.regex(/^(note|encounter|asylum_event|detention_event):[0-9a-f-]{36}$/, 'unknownChoice')),
  ]),
  text: z.string().check(z.trim(), z.maxLength(20_000, 'tooLong')),
})
