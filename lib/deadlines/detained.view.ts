import type { Day } from '@/lib/shared/dates'
import type { Deadline } from './deadline.data'
import { type Custody, type DetainedQuestion, detainedQuestion, withDetained } from './detained.rules'
import { letterOf } from './letter.rules'
import { startDeadlines, type Whole } from './start.rules'

/** A question of the file about a deadline, with the last day for a person who was held at notification. */
export type DetainedDoubt = DetainedQuestion & { readonly on: Day }

/** The day by which an open deadline would end for someone held; null when no rule counts one. */
const dayIfDetained = (deadline: Deadline, rules: readonly Whole[]): Day | null => {
  const { event, happenedOn: on, happenedAt: at, notification, lodgedOn, registeredOn, family } = deadline
  const facts = withDetained(deadline.facts, 'yes')
  const started = startDeadlines(
    rules,
    { event, on, at, notification, facts, lodgedOn, registeredOn },
    letterOf(deadline),
  ).find(({ rule }) => rule.family === family)
  return started?.verdict.dueOn ?? started?.verdict.remindOn ?? null
}

/** By deadline: what its worker has to answer, because the file knows of detention and another day would follow. */
export const toDetainedDoubts = (
  deadlines: readonly Deadline[],
  rules: readonly Whole[],
  custody: readonly Custody[],
): ReadonlyMap<string, DetainedDoubt> =>
  new Map(
    deadlines.flatMap((deadline) => {
      const question = deadline.status === 'open' ? detainedQuestion(deadline, custody) : null
      const on = question === null ? null : dayIfDetained(deadline, rules)
      return question === null || on === null || on === deadline.dueOn
        ? []
        : [[deadline.id, { ...question, on }] as const]
    }),
  )
