import type { Period, Rule } from './rule.rules'

/** What a coordinator may say of a rule: it is right, it is this, or we doubt it. The last word of the house counts. */

export const RULING_KINDS = ['confirmed', 'amended', 'doubted'] as const
export type RulingKind = (typeof RULING_KINDS)[number]

export type Ruling = {
  readonly id: string
  readonly kind: RulingKind
  readonly periods: readonly Period[] | null
}

/** A period that leaves a range cannot be confirmed as it is: which of its days counts has to be said. */
export const isExact = ({ periods }: Pick<Rule, 'periods'>): boolean =>
  periods.every(({ min, max }) => min.amount === max.amount && min.unit === max.unit)

/** The rule as the house applies it after its last ruling. */
export const applyRuling = <R extends Rule>(rule: R, ruling: Ruling | null): R => {
  if (ruling === null) return rule
  if (ruling.kind === 'doubted') return { ...rule, status: 'to_confirm' }
  return { ...rule, status: 'confirmed', periods: ruling.periods ?? rule.periods }
}
