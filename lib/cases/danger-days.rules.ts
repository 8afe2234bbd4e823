import { DETENTION_KINDS } from '@/lib/countries/vocabulary.rules'
import { addDays, type Day } from '@/lib/shared/dates'
import { isClosed } from './case.rules'

/** The facts of a file as days of danger, as the database keeps them beside the file (app.count_danger; docs/adr/0097). */

/** Stands for the unknown day of a removal: it may be today. */
export const UNDATED: Day = '0001-01-01'

/** The facts of a file that may be a danger. */
export type DangerFacts = {
  readonly status: string
  /** Signals without an answer, with the day on which each was raised. */
  readonly signals: readonly { readonly severity: string; readonly raisedOn: Day }[]
  /** Of each minor who is missing, the day since when. */
  readonly missing: readonly Day[]
  /** Open acts: from when on they are in their last days (lib/deadlines/last-days.rules.ts), and the last day. */
  readonly acts: readonly { readonly from: Day; readonly until: Day }[]
  /** The first possible day of each removal without an outcome; null when it is not known. */
  readonly removals: readonly (Day | null)[]
  /** Kinds of the places where the people of the file are now. */
  readonly places: readonly string[]
  /** The day on which the last of them who is treated as a minor turns eighteen; null when none is. */
  readonly adultOn: Day | null
  readonly unseenOn: Day | null
  readonly silenceOn: Day | null
  readonly nextStepOn: Day | null
  /** The days of open tasks. */
  readonly tasks: readonly Day[]
}

/** The days that are kept beside a file. Each holds until something in the file changes. */
export type DangerDays = {
  readonly criticalOn: Day | null
  readonly missingOn: Day | null
  /** From when on an act is in its last days, and the next last day of all open acts. */
  readonly actFrom: Day | null
  readonly actOn: Day | null
  readonly removalOn: Day | null
  readonly seriousOn: Day | null
  readonly isHeld: boolean
  readonly adultOn: Day | null
  readonly taskOn: Day | null
  readonly overdueOn: Day | null
}
const earliest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce<Day | null>(
    (first, day) => (day !== null && (first === null || day < first) ? day : first),
    null,
  )
export const dayAfter = (day: Day | null): Day | null => day && addDays(day, 1)

/** The days that follow from the facts. A signal outlives the closing of its file; nothing else does. */
export const toDangerDays = (facts: DangerFacts): DangerDays => {
  const raised = (severity: string): Day | null =>
    earliest(facts.signals.flatMap((one) => (one.severity === severity ? [one.raisedOn] : [])))
  const signals = { criticalOn: raised('critical'), seriousOn: raised('serious') }
  const people = { isHeld: facts.places.some((kind) => DETENTION_KINDS.has(kind)), adultOn: facts.adultOn }
  if (isClosed(facts.status))
    return {
      ...signals,
      ...people,
      missingOn: null,
      actFrom: null,
      actOn: null,
      removalOn: null,
      taskOn: null,
      overdueOn: null,
    }
  const taskOn = earliest(facts.tasks)
  return {
    ...signals,
    ...people,
    missingOn: earliest(facts.missing),
    actFrom: earliest(facts.acts.map(({ from }) => from)),
    actOn: earliest(facts.acts.map(({ until }) => until)),
    removalOn: earliest(facts.removals.map((on) => on ?? UNDATED)),
    taskOn,
    overdueOn: earliest([dayAfter(facts.nextStepOn), dayAfter(taskOn), facts.silenceOn]),
  }
}
