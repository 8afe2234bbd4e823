import type { Day } from '@/lib/shared/dates'
import type { Trigger } from './clock.rules'
import { type Letter, letterOf, type Printed } from './letter.rules'
import { type Started, startDeadlines, type Whole } from './start.rules'

/**
 * An open deadline beside what the rules of today say of the same event. A corrected rule moves no deadline by itself (docs/adr/0095):
 * both days are shown until a person says which one counts, and until then the earlier one reminds.
 */

/** What somebody says of it: the new day counts, or the one on record stays. */
export const RECOUNT_ANSWERS = ['accept', 'keep'] as const

/** Of an open deadline, what it was counted from and what came out. */
type Counted = Printed &
  Omit<Trigger, 'on' | 'at'> & {
    readonly happenedOn: Day | null
    readonly happenedAt: string | null
    readonly family: string
    readonly dueOn: Day | null
    readonly remindOn: Day | null
    /** The edition it was counted by. */
    readonly ruleId: string
    /** The edition against which somebody said that the day stays. */
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

/** The day it stands for: the deadline, or the earliest day of a window. */
const dayOf = ({ dueOn, remindOn }: { readonly dueOn: Day | null; readonly remindOn: Day | null }) =>
  dueOn ?? remindOn

const isEarlier = (one: Day | null, other: Day | null): boolean =>
  one !== null && (other === null || one < other)

/**
 * What today's rules say of an event, where it is another day than the one on record; null where nothing is to be decided. `newest`
 * are the newest editions of all rules.
 */
export const recountOf = <R extends Edition>(deadline: Counted, newest: readonly R[]): Recount<R> | null => {
  // Counted by an edition of today: nothing was corrected since.
  if (newest.some(({ id }) => id === deadline.ruleId)) return null
  const trigger = triggerOf(deadline)
  const letter = letterOf(deadline)
  const now =
    startDeadlines(newest, trigger, letter).find(({ rule }) => rule.family === deadline.family) ?? null
  if (now === null) return deadline.retainedRuleId === null ? { trigger, letter, now } : null
  if (now.rule.id === deadline.retainedRuleId) return null
  const isSameDay = dayOf(now.verdict) === dayOf(deadline)
  return isSameDay && !isEarlier(now.verdict.remindOn, deadline.remindOn) ? null : { trigger, letter, now }
}

/** The day that reminds as long as nobody has decided: the earlier of both. */
export const remindOnBoth = (
  remindOn: Day | null,
  recount: Pick<Recount<Edition>, 'now'> | null,
): Day | null => {
  const other = recount?.now?.verdict.remindOn ?? null
  return isEarlier(other, remindOn) ? other : remindOn
}
