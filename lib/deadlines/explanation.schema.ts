import * as z from 'zod'
import { HOLIDAYS, type Holiday } from '@/lib/holidays/holiday.rules'
import type { Rest } from '@/lib/holidays/working-day.rules'
import { type Computation, NO_DATE_REASONS } from './clock.rules'
import { DETAINED_ANSWERS } from './detained.rules'
import type { ReadLetter, Verdict } from './letter.rules'
import { NOTIFICATIONS } from './notification.rules'
import type { Step } from './step.rules'
import { EVENTS, FIRST_DAYS, REGIMES, STATUSES, UNITS } from './vocabulary.rules'

/** A computation as it was stored: read again years later, and refused when it is not one. */

const day = z.iso.date()
const holiday: z.ZodType<Holiday> = z.enum(HOLIDAYS.codes)
const rest: z.ZodType<Rest> = z.enum([...HOLIDAYS.codes, 'saturday', 'sunday'])
const status = z.enum(STATUSES.codes)
const is = <C extends string>(code: C) => z.literal(code)

const step: z.ZodType<Step> = z.discriminatedUnion('code', [
  z.object({ code: is('happened'), event: z.enum(EVENTS.codes), on: day, at: z.string().nullable() }),
  z.object({ code: is('regime'), regime: z.enum(REGIMES.codes), lodgedOn: day.nullable() }),
  z.object({ code: is('registered'), regime: z.enum(REGIMES.codes), registeredOn: day.nullable() }),
  z.object({
    code: is('notified'),
    notification: z.enum(NOTIFICATIONS.codes),
    firstDay: z.enum(FIRST_DAYS.codes),
    on: day,
    article: z.string().nullable(),
    status,
  }),
  z.object({ code: is('held'), held: z.enum(DETAINED_ANSWERS.codes) }),
  z.object({ code: is('dayNotCounted'), on: day }),
  z.object({ code: is('dayCounted'), on: day }),
  z.object({ code: is('counted'), amount: z.number(), unit: z.enum(UNITS.codes), on: day }),
  z.object({ code: is('countedBack'), amount: z.number(), unit: z.enum(UNITS.codes), on: day }),
  z.object({ code: is('holidaySkipped'), on: day, holiday }),
  z.object({ code: is('rolledForward'), from: day, on: day, because: rest }),
  z.object({ code: is('rolledBack'), from: day, on: day, because: rest }),
  z.object({ code: is('notRolled'), on: day, because: rest }),
  z.object({ code: is('opens'), on: day }),
  z.object({ code: is('endsAt'), on: day, at: z.string() }),
  z.object({ code: is('hourNotKnown'), on: day }),
  z.object({ code: is('printed'), on: day }),
  z.object({ code: is('printedPeriod'), amount: z.number(), unit: z.enum(UNITS.codes) }),
  z.object({ code: is('earliestFirstDay'), on: day }),
  z.object({ code: is('safest'), on: day }),
  z.object({ code: is('shortest'), rule: z.string(), on: day }),
])
const steps = z.array(step)
const window = z.object({ earliest: day, latest: day })

const told = {
  rule: z.object({
    code: z.string(),
    version: z.number(),
    status,
    regime: z.enum(REGIMES.codes),
    article: z.object({ text: z.string(), status }).nullable(),
    sources: z.array(z.string()),
  }),
  steps,
}
const computation: z.ZodType<Computation> = z.discriminatedUnion('kind', [
  z.object({
    ...told,
    kind: is('date'),
    on: day,
    earliest: day,
    time: z.string().nullable(),
    opensOn: day.nullable(),
  }),
  z.object({ ...told, kind: is('none'), reason: z.enum(NO_DATE_REASONS.codes), window: window.nullable() }),
])
const letter: z.ZodType<ReadLetter> = z.object({ on: day, steps })
const verdict: z.ZodType<Verdict> = z.object({
  dueOn: day.nullable(),
  basis: z.enum(['rule', 'letter', 'both', 'none']),
  remindOn: day.nullable(),
  conflict: z
    .object({ letter: day, rule: window, earlier: z.enum(['letter', 'rule']), days: z.number() })
    .nullable(),
})

export type Explanation = {
  readonly computation: Computation
  readonly letter: ReadLetter | null
  readonly verdict: Verdict
}
export const explanationSchema: z.ZodType<Explanation> = z.object({
  computation,
  letter: letter.nullable(),
  verdict,
})
