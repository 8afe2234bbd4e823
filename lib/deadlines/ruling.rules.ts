import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { Period, Rule } from './rule.rules'

/** What a coordinator may say of a rule: it is right, it is this, or we doubt it. The last word of the organisation counts. */

export const RULING_KINDS = vocabulary('deadlines.ruling-kinds', ['confirmed', 'amended', 'doubted'])
export type RulingKind = CodeOf<typeof RULING_KINDS>

export type Ruling = {
  readonly id: string
  readonly kind: RulingKind
  readonly periods: readonly Period[] | null
}

/** Everything of an edition that the clock counts by, and the article it stands in. */
const lawOf = (rule: Rule): string => {
  const {
    meaning,
    event,
    when,
    regime,
    start,
    direction,
    periods,
    opens,
    roll,
    article,
    validFrom,
    validTo,
  } = rule
  return JSON.stringify([
    [meaning, event, regime, start, direction, roll, validFrom, validTo, article?.text],
    [when.all, when.any, when.none, when.notAll],
    periods.map(({ when: fact, min, max }) => [fact, min.amount, min.unit, max.amount, max.unit]),
    opens && [opens.amount, opens.unit],
  ])
}

/** What holds of an edition: the last word about it, or about an earlier one that says the same law. */
export type InForce<S> = {
  readonly ruling: S | null
  /** The earlier edition of which it was said. */
  readonly carriedFrom: number | null
  /** The last edition that someone ruled on, when this one says another law: what was said does not count for it. */
  readonly leftBehind: number | null
}

/**
 * Another edition may only say better who closes a deadline, or name another source; then a word of the organisation counts on. Where
 * the article or what is counted is another, no one has said anything of it yet. `editions` are all of one rule as shipped,
 * `last` is the last word about an edition.
 */
export const rulingOn = <S>(
  version: number,
  editions: readonly Rule[],
  last: (version: number) => S | null,
): InForce<S> => {
  const own = last(version)
  if (own !== null) return { ruling: own, carriedFrom: null, leftBehind: null }
  const here = editions.find((one) => one.version === version)
  const earlier = [...editions].filter((one) => one.version < version).sort((a, b) => b.version - a.version)
  let isSame = true
  for (const one of earlier) {
    isSame = isSame && here !== undefined && lawOf(one) === lawOf(here)
    const ruling = last(one.version)
    if (ruling === null) continue
    return isSame
      ? { ruling, carriedFrom: one.version, leftBehind: null }
      : { ruling: null, carriedFrom: null, leftBehind: one.version }
  }
  return { ruling: null, carriedFrom: null, leftBehind: null }
}

/** A period that leaves a range cannot be confirmed as it is: which of its days counts has to be said. */
export const isExact = ({ periods }: Pick<Rule, 'periods'>): boolean =>
  periods.every(({ min, max }) => min.amount === max.amount && min.unit === max.unit)

/** The rule as the organisation applies it after its last ruling. */
export const applyRuling = <R extends Rule>(rule: R, ruling: Ruling | null): R => {
  if (ruling === null) return rule
  if (ruling.kind === 'doubted') return { ...rule, status: 'to_confirm' }
  return { ...rule, status: 'confirmed', periods: ruling.periods ?? rule.periods }
}
