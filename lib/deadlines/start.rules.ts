import { type Computation, compute, type Trigger } from './clock.rules'
import { type Letter, type ReadLetter, readLetter, type Verdict, weigh } from './letter.rules'
import { type FirstDayRule, type Rule, rulesStartedBy } from './rule.rules'

/** Which deadlines an event starts: one of each family, the one that is surest, and the earliest when two are as sure. */

export type Started<R> = {
  readonly rule: R
  readonly computation: Computation
  readonly letter: ReadLetter | null
  readonly verdict: Verdict
}
export type Whole = Rule & { readonly firstDays: readonly FirstDayRule[] }

const isOtherLaw = ({ computation }: Started<Whole>): boolean =>
  computation.kind === 'none' && (computation.reason === 'otherRegime' || computation.reason === 'notInForce')

/** A rule of the file's own law before one of another; a date before none; then the day that reminds first. */
const rank = <R extends Whole>(one: Started<R>): string =>
  [
    isOtherLaw(one) ? 1 : 0,
    one.computation.kind === 'date' ? 0 : 1,
    one.verdict.remindOn ?? '9999-12-31',
    one.rule.code,
  ].join(' ')

/**
 * What an event starts. A rule of the other regime is kept only when nothing of the file's own law stands beside it: it sets
 * no date, says why, and carries the day of the letter.
 */
export const startDeadlines = <R extends Whole>(
  rules: readonly R[],
  trigger: Trigger,
  letter: Letter | null,
): readonly Started<R>[] => {
  const started = rulesStartedBy(rules, trigger.event, trigger.facts).map((rule): Started<R> => {
    const computation = compute(rule, trigger, rule.firstDays)
    const read = readLetter(letter, rule, trigger, rule.firstDays)
    return { rule, computation, letter: read, verdict: weigh(computation, read) }
  })
  const families = [...new Set(started.map(({ rule }) => rule.family))]
  return families.flatMap((family) =>
    started
      .filter(({ rule }) => rule.family === family)
      .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
      .slice(0, 1),
  )
}
