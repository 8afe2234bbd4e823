import type { Day } from '@/lib/shared/dates'
import type { Trigger } from './clock.rules'
import { type Letter, letterOf, type Printed } from './letter.rules'
import { type Started, startDeadlines, type Whole } from './start.rules'

/**
 * An open deadline beside what the rules of today say of the same event. A corrected rule moves no deadline by itself (docs/adr/0095):
 * both days are shown until someone says which one counts, and until then the earlier one reminds.
 */

/** Of an open deadline, what it was counted from and what came out. */
type Counted = Printed &
  Omit<Trigger, 'on' | 'at'> & {
    readonly happenedOn: Day | null
    readonly happenedAt: string | null
    readonly family: string
    readonly dueOn: Day | null
    /** As it was counted: the day that reminds now may be earlier. */
    readonly countedOn: Day | null
    /** The edition it was counted by. */
    readonly ruleId: string
    /** The edition against which someone said that the day stays. */
    readonly retainedRuleId: string | null
  }

type Edition = Whole & { readonly id: string }

export type Recount<R> = {
  readonly trigger: Trigger
  readonly letter: Letter | null
  /** Null: no rule of today counts this from the event any more. */
  readonly now: Started<R> | null
}

const triggerOf = ({ event, happenedOn, happenedAt, ...told }: Counted): Trigger => ({
  event,
  on: happenedOn,
  at: happenedAt,
  notification: told.notification,
  facts: told.facts,
  lodgedOn: told.lodgedOn,
  registeredOn: told.registeredOn,
})

const isEarlier = (one: Day | null, other: Day | null): boolean =>
  one !== null && (other === null || one < other)

/**
 * What today's rules say of an event, where it is another day than the one on record; null where nothing is to be decided. `newest`
 * are the newest editions of all rules.
 */
export const recountOf = <R extends Edition>(deadline: Counted, newest: readonly R[]): Recount<R> | null => {
  // Counted by an edition of today, nothing was corrected since; but what has no day may have been left silent by an earlier release.
  const isOfToday = newest.some(({ id }) => id === deadline.ruleId)
  if (isOfToday && deadline.countedOn !== null) return null
  const trigger = triggerOf(deadline)
  const letter = letterOf(deadline)
  const now =
    startDeadlines(newest, trigger, letter).find(({ rule }) => rule.family === deadline.family) ?? null
  if (now === null) return !isOfToday && deadline.retainedRuleId === null ? { trigger, letter, now } : null
  if (now.rule.id === deadline.retainedRuleId) return null
  const { dueOn, remindOn } = now.verdict
  const isSameDay = (dueOn ?? remindOn) === (deadline.dueOn ?? deadline.countedOn)
  return isSameDay && !isEarlier(remindOn, deadline.countedOn) ? null : { trigger, letter, now }
}

export const earlierOf = (one: Day | null, other: Day | null): Day | null =>
  isEarlier(other, one) ? other : one

/** The day that reminds as long as no one has decided: the earlier of the one that was counted and the one of today's rules. */
export const remindOnBoth = (
  countedOn: Day | null,
  recount: Pick<Recount<Edition>, 'now'> | null,
): Day | null => earlierOf(countedOn, recount?.now?.verdict.remindOn ?? null)
