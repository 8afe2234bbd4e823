import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** How surely two names are one: what an admin may say of them, and by which weight the search goes (docs/adr/0078). */
export const RULINGS = vocabulary('people.rulings', ['same', 'mostly', 'sometimes', 'nothing', 'apart'])
export type Ruling = CodeOf<typeof RULINGS>

const WEIGHTS: Readonly<Record<Ruling, number>> = {
  same: 0.9,
  mostly: 0.75,
  sometimes: 0.5,
  nothing: 0,
  apart: -1,
}
export const weightOf = (ruling: Ruling): number => WEIGHTS[ruling]

/** The nearest word for a weight. */
export const rulingOf = (weight: number): Ruling =>
  weight < 0
    ? 'apart'
    : weight === 0
      ? 'nothing'
      : weight >= 0.85
        ? 'same'
        : weight >= 0.65
          ? 'mostly'
          : 'sometimes'

const plain = (name: string): string => name.toLowerCase()
/** Each pair in one order, as the database keeps it. */
export const inOrder = (one: string, other: string): readonly [string, string] =>
  plain(one) <= plain(other) ? [one, other] : [other, one]
/** The same two names, whatever their case. */
export const pairOf = (one: string, other: string): string => inOrder(one, other).map(plain).join(' ')
