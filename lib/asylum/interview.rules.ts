import type { Act } from '@/lib/deadlines/vocabulary.rules'
import { type AsylumEvent, countedDay } from './event.rules'

/** A planned interview has a day of its own; what came of it is another row, and answers that plan and no other. */

const ACT_OF: Readonly<Partial<Record<string, Act>>> = {
  held: 'interview_held',
  missed: 'interview_missed',
  missed_justified: 'interview_missed',
  postponed: 'interview_postponed',
}

type Answer = {
  readonly act: Act
  /** The plans that it answers. */
  readonly plans: readonly string[]
}

/**
 * Plans with the same authority up to the day of the answer. One that is postponed is told of before its day: then it is the next
 * one that does not take place.
 */
export const answerToPlans = (event: AsylumEvent, stands: readonly AsylumEvent[]): Answer | null => {
  const [act, on] = [ACT_OF[event.outcome ?? ''], countedDay(event)]
  if (event.kind !== 'interview' || act === undefined || on === null) return null
  const plans = stands
    .filter(({ kind, outcome, form }) => kind === 'interview' && outcome === 'planned' && form === event.form)
    .flatMap((one) => {
      const day = countedDay(one)
      return day === null ? [] : [{ id: one.id, day }]
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  const past = plans.filter(({ day }) => day <= on)
  const answered = past.length === 0 && event.outcome === 'postponed' ? plans.slice(0, 1) : past
  return { act, plans: answered.map(({ id }) => id) }
}
