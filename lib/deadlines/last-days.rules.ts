import { type Day, daysBetween } from '@/lib/shared/dates'
import { remindersOf } from './reminder.rules'
import type { Span } from './rule.rules'
import type { Step } from './step.rules'
import type { Meaning, Severity, Unit } from './vocabulary.rules'

/** From which day on an open deadline is in its last days: the third tier of danger (lib/cases/danger.rules.ts). */

/** Acts of so many days or fewer are in their last days from the first one on. */
const SHORT_DAYS = 10

const DAYS: Readonly<Record<Unit, number>> = {
  hour: 1 / 24,
  calendar_day: 1,
  working_day: 1,
  week: 7,
  month: 30,
}

export type Act = {
  readonly meaning: Meaning
  readonly severity: Severity
  /** Days and months of further reminders, by the rule. */
  readonly remind: { readonly days: readonly number[]; readonly months: readonly number[] }
  readonly happenedOn: Day | null
  readonly remindOn: Day
  /** The periods that were counted, by the rule and by the letter. */
  readonly spans: readonly Span[]
}

/** Before every day that a reminder can have. */
const DAWN: Day = '0001-01-01'

/**
 * The first day of the last days, or null where others have to act or something merely ends, however critical: only acts and
 * appointments have last days. From the first reminder of the rule on; a short period from its first day on.
 */
export const lastDaysFrom = ({ meaning, severity, remind, happenedOn, remindOn, spans }: Act): Day | null => {
  if (meaning !== 'act' && meaning !== 'attend') return null
  const [first] = remindersOf({ severity, remind, remindOn, knownOn: DAWN })
  const reminded = first?.on ?? remindOn
  if (happenedOn === null || happenedOn >= reminded) return reminded
  const isShort =
    daysBetween(happenedOn, remindOn) <= SHORT_DAYS ||
    spans.some(({ amount, unit }) => amount * DAYS[unit] <= SHORT_DAYS)
  return isShort ? happenedOn : reminded
}

/** The periods that a stored computation counted, by the rule and by the letter. */
export const spansOf = (steps: readonly Step[]): Span[] =>
  steps.flatMap((step) =>
    step.code === 'counted' || step.code === 'countedBack' || step.code === 'printedPeriod'
      ? [{ amount: step.amount, unit: step.unit }]
      : [],
  )
