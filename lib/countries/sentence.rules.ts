// Sentences about facts are written with the names of the facts in braces: {slug}, or a sum over them. A figure that
// changes in the data changes in every sentence.

import type { Locale } from '@/lib/i18n/locales'
import { type Fact, growth } from './fact.rules'
import { formatNumber, formatPercent } from './wording.rules'

type Figures = ReadonlyMap<string, Fact>

const REFERENCE = /\{(?:(growth|points|sum|minus|share):)?([a-z0-9:-]+)\}/g

const numberOf = (facts: Figures, slug: string): number => {
  const value = facts.get(slug)?.value
  if (value === undefined || value === null)
    throw new Error(`a sentence names ${slug}, which has no single figure`)
  return value
}

const valuesOf = (facts: Figures, slugs: readonly string[]): readonly number[] =>
  slugs.map((slug) => numberOf(facts, slug))

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** A number as the unit is written inside a sentence: with its per cent sign, a year ungrouped, the rest bare. */
export const sayNumber = (value: number, unit: string, locale: Locale): string => {
  if (unit === 'percent') return formatPercent(value, locale, { digits: 3 })
  return formatNumber(value, locale, { grouped: unit !== 'year' })
}

/** A fact inside a sentence: its number, or both ends of its range. */
export const sayFact = (fact: Fact, locale: Locale, span: (from: string, to: string) => string): string => {
  if (fact.value !== null) return sayNumber(fact.value, fact.unit, locale)
  if (fact.valueMin === null || fact.valueMax === null) return ''
  const from = formatNumber(fact.valueMin, locale)
  return span(from, sayNumber(fact.valueMax, fact.unit, locale))
}

const compute = (kind: string, facts: Figures, slugs: readonly string[], locale: Locale): string => {
  const unit = facts.get(slugs[0] ?? '')?.unit ?? ''
  const values = valuesOf(facts, slugs)
  const [first = 0, second = 0] = values
  if (kind === 'growth') return formatPercent(Math.abs(growth(first, second)), locale, { digits: 0 })
  if (kind === 'points') return formatNumber(Math.round(Math.abs(second - first) * 10) / 10, locale)
  if (kind === 'share') return formatPercent((first / second) * 100, locale)
  // Shares with one decimal added up in binary leave a tail behind the third decimal.
  const sum = kind === 'sum' ? total(values) : first - second
  return sayNumber(Math.round(sum * 1000) / 1000, unit, locale)
}

/** A sentence with its figures, in the signs of the language. Throws when it names a fact that is not there. */
export const toSentence = (
  text: string,
  facts: Figures,
  locale: Locale,
  span: (from: string, to: string) => string,
): string =>
  text.replace(REFERENCE, (_, kind: string | undefined, names: string) => {
    const slugs = names.split(':')
    if (kind !== undefined) return compute(kind, facts, slugs, locale)
    const fact = facts.get(names)
    if (fact === undefined) throw new Error(`a sentence names ${names}, which is not there`)
    return sayFact(fact, locale, span)
  })

/** The facts that a sentence names. */
export const namedIn = (text: string): readonly string[] =>
  [...text.matchAll(REFERENCE)].flatMap(([, , names]) => (names ?? '').split(':'))
