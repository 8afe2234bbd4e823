import type { Day } from '@/lib/shared/dates'
import type { Deadline } from './deadline.data'
import { type Custody, type HeldQuestion, heldQuestion, withHeld } from './held.rules'
import { letterOf } from './letter.rules'
import { startDeadlines, type Whole } from './start.rules'

/** A question of the file about a deadline, with the last day for a person who was held at notification. */
export type HeldDoubt = HeldQuestion & { readonly on: Day }

/** The day by which an open deadline would end for someone held; null when no rule counts one. */
const dayIfHeld = (deadline: Deadline, rules: readonly Whole[]): Day | null => {
  const { event, happenedOn: on, happenedAt: at, notification, lodgedOn, registeredOn, family } = deadline
  const facts = withHeld(deadline.facts, 'yes')
  const started = startDeadlines(
    rules,
    { event, on, at, notification, facts, lodgedOn, registeredOn },
    letterOf(deadline),
  ).find(({ rule }) => rule.family === family)
  return started?.verdict.dueOn ?? started?.verdict.remindOn ?? null
}

/** By deadline: what its worker has to answer, because the file knows of detention and another day would follow. */
export const toHeldDoubts = (
  deadlines: readonly Deadline[],
  rules: readonly Whole[],
  custody: readonly Custody[],
): ReadonlyMap<string, HeldDoubt> =>
  new Map(
    deadlines.flatMap((deadline) => {
      const question = deadline.status === 'open' ? heldQuestion(deadline, custody) : null
      const on = question === null ? null : dayIfHeld(deadline, rules)
      return question === null || on === null || on === deadline.dueOn
        ? []
        : [[deadline.id, { ...question, on }] as const]
    }),
  )
