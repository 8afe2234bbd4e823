import * as z from 'zod'
import { inFourLanguages } from '@/lib/countries/reference.schema'
import { NOTIFICATIONS } from './notification.rules'
import {
  ACTS,
  EFFECTS,
  EVENTS,
  FACTS,
  FIRST_DAYS,
  MEANINGS,
  REGIMES,
  ROLLS,
  SEVERITIES,
  STARTS,
  STATUSES,
  UNITS,
} from './vocabulary.rules'

const text = z.string().trim().min(1)
const date = z.iso.date()
const code = z.string().regex(/^[A-Z0-9]+(_[A-Z0-9]+)*$/)
const family = z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/)
const sourceKey = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const fact = z.enum(FACTS.codes)

/** A span of hours is whole days of 24: the engine says the day and, when it is known, the hour. */
const span = z
  .strictObject({ amount: z.int().min(0), unit: z.enum(UNITS.codes) })
  .refine(({ amount, unit }) => unit !== 'hour' || (amount > 0 && amount % 24 === 0))

export const period = z.strictObject({ when: fact.nullable(), min: span, max: span })
const article = z.strictObject({ text, status: z.enum(STATUSES.codes) })
const predicate = z.strictObject({
  all: z.array(fact),
  any: z.array(fact),
  none: z.array(fact),
  notAll: z.array(fact),
})

/** Reference data is never `confirmed`: only a coordinator of the organisation says that, with name, date and reason. */
const shippedStatus = z.enum(['verified', 'general_knowledge', 'to_confirm'])

/** What an edition says, in the file and in the database alike. */
const said = {
  code,
  title: inFourLanguages,
  meaning: z.enum(MEANINGS.codes),
  event: z.enum(EVENTS.codes),
  when: predicate,
  regime: z.enum(REGIMES.codes),
  start: z.enum(STARTS.codes),
  direction: z.enum(['after', 'before']),
  periods: z.array(period),
  opens: span.nullable(),
  roll: z.enum(ROLLS.codes),
  severity: z.enum(SEVERITIES.codes),
  suspensive: z.enum(EFFECTS.codes).nullable(),
  article: article.nullable(),
  status: shippedStatus,
  validFrom: date.nullable(),
  validTo: date.nullable(),
  family,
  note: inFourLanguages.nullable(),
}

const ruleRow = z
  .strictObject({
    ...said,
    /** Raised by one when the text of the law or of the source changes; old editions stay with the deadlines they made. */
    edition: z.int().positive(),
    remind: z.strictObject({
      days: z.array(z.int().min(0)),
      months: z.array(z.int().positive()),
    }),
    sources: z.array(sourceKey),
    closedBy: z.array(z.enum(ACTS.codes)).min(1),
    recordedOn: date,
  })
  .refine(({ status, sources }) => status !== 'verified' || sources.length > 0, {
    message: 'a verified rule names where it was read',
  })

const source = z.strictObject({ key: sourceKey, title: text, address: text, seen: text })
const firstDay = z.strictObject({
  start: z.enum(STARTS.codes),
  notification: z.enum(NOTIFICATIONS.codes),
  firstDay: z.enum(FIRST_DAYS.codes),
  article: text.nullable(),
  status: z.enum(STATUSES.codes),
})
/** As the file has it: `since` is the day from which editions count by it, `source` where it was read. */
const firstDayRow = firstDay.extend({ source: sourceKey.nullish(), since: date.optional() })

/** An edition as the database keeps it, with its sources and its ways of notification in itself. */
export const editionSchema = z.object({
  ...said,
  id: z.uuid(),
  remind: z.object({ days: z.array(z.int()), months: z.array(z.int()) }),
  read: z.array(source),
  firstDays: z.array(firstDay.extend({ source: source.optional() })),
  closedBy: z.array(z.enum(ACTS.codes)),
})

/** When rules do not hold: conditions that an edition does not ask for, in words, for all editions of these rules. */
export const deadlineRuleExceptionFile = z.strictObject({
  document: z.literal('deadline-rule-exceptions-belgium'),
  rows: z.array(z.strictObject({ codes: z.array(code).min(1), text: inFourLanguages })).min(1),
})

export const deadlineRuleFile = z.strictObject({
  document: z.literal('deadline-rules-belgium'),
  sources: z.array(source),
  /** How the first day is found for each way of notification. */
  firstDays: z.array(firstDayRow),
  rows: z.array(ruleRow).min(1),
})
