import { type Day, daysBetween } from '@/lib/shared/dates'
import type { Computation, Trigger, Window } from './clock.rules'
import { countSpan, firstDayFor } from './count.rules'
import type { FirstDayRule, Rule, Span } from './rule.rules'
import type { Step } from './step.rules'

/**
 * The letter against the rule. The period for an appeal is printed on the decision; it is always asked, and when it disagrees
 * with the rule both are shown and the earlier day reminds.
 */

export type Letter = { readonly kind: 'lastDay'; readonly on: Day } | ({ readonly kind: 'period' } & Span)

/** A letter in the columns that keep it: the last day as printed, or the period as printed, or neither. */
export type Printed = {
  readonly letterOn: Day | null
  readonly letterAmount: number | null
  readonly letterUnit: Span['unit'] | null
}

export const letterOf = ({ letterOn, letterAmount, letterUnit }: Printed): Letter | null => {
  if (letterOn !== null) return { kind: 'lastDay', on: letterOn }
  return letterAmount === null || letterUnit === null
    ? null
    : { kind: 'period', amount: letterAmount, unit: letterUnit }
}

const sayLetter = (letter: Letter | null): string => {
  if (letter === null) return ''
  return letter.kind === 'lastDay' ? letter.on : `${letter.amount} ${letter.unit}`
}
export const isSameLetter = (one: Letter | null, other: Letter | null): boolean =>
  sayLetter(one) === sayLetter(other)

export type ReadLetter = { readonly on: Day; readonly steps: readonly Step[] }

/** The last day that a letter means. A printed day stays as it is printed; a printed period is counted as the rule counts. */
export const readLetter = (
  letter: Letter | null,
  rule: Rule,
  { on, at, notification }: Trigger,
  firstDays: readonly FirstDayRule[],
): ReadLetter | null => {
  if (letter === null) return null
  if (letter.kind === 'lastDay') return { on: letter.on, steps: [{ code: 'printed', on: letter.on }] }
  if (on === null) return null
  const { amount, unit } = letter
  const known = firstDayFor(rule, notification, firstDays)
  const counted = countSpan(
    { ...rule, direction: 'after' },
    { notification, on, at },
    { amount, unit },
    known,
  )
  return { on: counted.on, steps: [{ code: 'printedPeriod', amount, unit }, ...counted.steps] }
}

export type Conflict = {
  readonly letter: Day
  readonly rule: Window
  readonly earlier: 'letter' | 'rule'
  readonly days: number
}

export type Verdict = {
  /** The day that stands as the deadline; null when neither a rule we rely on nor a letter gives one. */
  readonly dueOn: Day | null
  readonly basis: 'rule' | 'letter' | 'both' | 'none'
  /** The day reminders count to: the deadline, or the earliest day of any reading where a way of counting is unconfirmed. */
  readonly remindOn: Day | null
  readonly conflict: Conflict | null
}

const conflictOf = (letter: Day, rule: Window): Conflict | null => {
  if (letter < rule.earliest)
    return { letter, rule, earlier: 'letter', days: daysBetween(letter, rule.earliest) }
  if (letter > rule.latest) return { letter, rule, earlier: 'rule', days: daysBetween(rule.latest, letter) }
  return null
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** A period that stands on the letter only may be one of no days: the letter is asked for from its own day on. */
const unreadSince = ({ reason, steps }: Extract<Computation, { kind: 'none' }>): Day | null => {
  const happened = steps.find((step) => step.code === 'happened')
  return reason === 'readTheLetter' && happened !== undefined ? happened.on : null
}

export const weigh = (computation: Computation, letter: ReadLetter | null): Verdict => {
  if (computation.kind === 'date') {
    const { on, earliest } = computation
    if (letter === null) return { dueOn: on, basis: 'rule', remindOn: earliest, conflict: null }
    const conflict = conflictOf(letter.on, { earliest: on, latest: on })
    const dueOn = earlier(on, letter.on)
    const remindOn = earlier(dueOn, earliest)
    if (conflict === null) return { dueOn, basis: 'both', remindOn, conflict }
    return { dueOn, basis: conflict.earlier, remindOn, conflict }
  }
  const { window } = computation
  if (letter === null)
    return {
      dueOn: null,
      basis: 'none',
      remindOn: window?.earliest ?? unreadSince(computation),
      conflict: null,
    }
  const conflict = window && conflictOf(letter.on, window)
  return {
    dueOn: letter.on,
    basis: 'letter',
    // A letter later than any reading of the rule may have been misread: reminders begin with the earliest of them.
    remindOn: conflict && window ? earlier(window.earliest, letter.on) : letter.on,
    conflict,
  }
}
