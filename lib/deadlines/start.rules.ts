import { type Computation, compute, leastTime, type Trigger } from './clock.rules'
import { type Letter, type ReadLetter, readLetter, type Verdict, weigh } from './letter.rules'
import { type FirstDayRule, type Rule, rulesStartedBy } from './rule.rules'
import type { Regime } from './vocabulary.rules'

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

/** An act that came with the Pact does not exist in a file of the law before it. */
const isNotYetLaw = ({ rule, computation }: Started<Whole>): boolean =>
  rule.regime === 'PACT' && computation.kind === 'none' && computation.reason === 'otherRegime'

const REGIMES_OF_FILES: readonly Regime[] = ['PRE_PACT', 'PACT']

/** True when the law of the file may be one of which no rule is known: then other laws have to lend their shortest time. */
const isGap = (family: readonly Started<Whole>[]): boolean => {
  if (family.every(isOtherLaw)) return true
  const isUnclear = family.some(
    ({ computation }) => computation.kind === 'none' && computation.reason === 'regimeUnclear',
  )
  return isUnclear && !REGIMES_OF_FILES.every((regime) => family.some(({ rule }) => rule.regime === regime))
}

/** The rule that gives the least time for a family, whatever its law and whatever is true of the event. */
const shortestOf = (rules: readonly Whole[], family: string, trigger: Trigger) =>
  rules
    .filter((rule) => rule.family === family && rule.event === trigger.event)
    .flatMap((rule) =>
      rule.periods.flatMap(({ when }) => {
        const facts = when === null ? [] : [when]
        const { window } = leastTime(rule, { ...trigger, facts })
        return window === null ? [] : [{ code: rule.code, on: window.earliest }]
      }),
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.code < b.code ? -1 : 1))[0]

/** A window that begins with the shortest known time, and says which rule lends it. */
const withShortest = <R extends Whole>(
  rules: readonly R[],
  one: Started<R>,
  trigger: Trigger,
): Started<R> => {
  const { computation, letter } = one
  if (computation.kind === 'date' || computation.window === null) return one
  const shortest = shortestOf(rules, one.rule.family, trigger)
  if (shortest === undefined || shortest.on >= computation.window.earliest) return one
  const widened: Computation = {
    ...computation,
    steps: [...computation.steps, { code: 'shortest', rule: shortest.code, on: shortest.on }],
    window: { ...computation.window, earliest: shortest.on },
  }
  return { ...one, computation: widened, verdict: weigh(widened, letter) }
}

/** A decision prints the period of its appeal. A day after the time to ask to remain is no day for that request. */
const isOfAppeal = ({ family }: Whole, computation: Computation, printed: ReadLetter | null): boolean =>
  family === 'request_to_remain' &&
  printed !== null &&
  computation.kind === 'none' &&
  computation.window !== null &&
  printed.on > computation.window.latest

/**
 * What an event starts. A rule of another law is kept only when nothing of the file's own law stands beside it: it sets no date,
 * says why, and lends the shortest time that is known, because silence is never an answer.
 */
export const startDeadlines = <R extends Whole>(
  rules: readonly R[],
  trigger: Trigger,
  letter: Letter | null,
): readonly Started<R>[] => {
  const computed = rulesStartedBy(rules, trigger.event, trigger.facts).map((rule): Started<R> => {
    const computation = compute(rule, trigger, rule.firstDays)
    const printed = readLetter(letter, rule, trigger, rule.firstDays)
    const read = isOfAppeal(rule, computation, printed) ? null : printed
    return { rule, computation, letter: read, verdict: weigh(computation, read) }
  })
  const started = computed.filter((one) => !isNotYetLaw(one))
  const families = [...new Set(started.map(({ rule }) => rule.family))]
  return families.flatMap((name) => {
    const family = started.filter(({ rule }) => rule.family === name)
    return [...family]
      .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
      .slice(0, 1)
      .map((one) => (isGap(family) ? withShortest(rules, one, trigger) : one))
  })
}
