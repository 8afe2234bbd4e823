// A fact is one figure of a country profile, with who is counted, when, where and by whom. Text, chart, table and
// citation read the same record, so they cannot differ.

import type { Locale } from '@/lib/i18n/locales'
import type { Day } from '@/lib/shared/dates'
import type { Chapter, Qualifier, Topic, Unit } from './vocabulary.rules'

export type Texts = Readonly<Record<Locale, string>>

export type Fact = {
  /** Whose profile it stands in (ISO 3166-1). */
  readonly country: string
  readonly slug: string
  readonly topic: Topic
  readonly chapter: Chapter
  readonly label: Texts
  readonly value: number | null
  readonly valueMin: number | null
  readonly valueMax: number | null
  readonly unit: Unit
  readonly qualifier: Qualifier
  readonly periodStart: Day | null
  readonly periodEnd: Day | null
  /** As the period is said; null when the profile gives none. */
  readonly periodText: Texts | null
  /** Where the figure holds: a country, a region of it, or a larger area (ISO 3166, EUROPE, WORLD, EU). */
  readonly geography: string
  readonly where: Texts
  readonly population: Texts | null
  readonly breakdown: Readonly<Record<string, string | readonly string[]>>
  /** Who the profile names as the origin; null is said as such. */
  readonly source: Texts | null
  /** Null for a figure that the profile does not hold: published elsewhere, or entered here. */
  readonly profileLine: number | null
  /** Whether the profile holds it, whatever newer figures were entered since; otherwise it comes from another publication. */
  readonly isOfProfile: boolean
  /** The figure of the profile beside which a published one stands, by slug. */
  readonly beside: string | null
  /** Where the source of a figure that is not of the profile is read, and the day that it bears or was read. */
  readonly address: string | null
  readonly sourceOn: Day | null
  readonly derived: boolean
  readonly note: Texts | null
  readonly recordedOn: Day
  /** Other words by which people look for it, in every language. */
  readonly words: readonly string[]
  /** Slugs of the contradictions it takes part in. */
  readonly contradictions: readonly string[]
  /** 1 is the figure of the profile; those entered here and agreed to by a second admin follow. */
  readonly version: number
  /** Its other versions, newest first, none of which has any itself. */
  readonly editions: readonly Fact[]
  readonly hasVersions: boolean
  /** Why this version was withdrawn; null while it stands. */
  readonly withdrawn: string | null
}

export type FactFilter = {
  readonly topic: string | null
  readonly year: number | null
  readonly text: string
}

/** Case, accents and the form of an apostrophe do not matter to someone who looks for a word. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/’/gu, "'")

const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** The years a fact speaks of, both ends included; none when the profile gives no period. */
export const yearsOf = ({ periodStart, periodEnd }: Fact): readonly number[] => {
  if (periodStart === null || periodEnd === null) return []
  const first = yearOf(periodStart)
  return Array.from({ length: yearOf(periodEnd) - first + 1 }, (_, step) => first + step)
}

/** Every year that some fact speaks of, newest first. */
export const yearsWithFacts = (facts: readonly Fact[]): readonly number[] =>
  [...new Set(facts.flatMap(yearsOf))].sort((a, b) => b - a)

/** Facts of a topic and a year whose words in this language hold every word looked for, in the order of the profile. */
export const filterFacts = (facts: readonly Fact[], filter: FactFilter, locale: Locale): readonly Fact[] => {
  const words = fold(filter.text).split(/\s+/).filter(Boolean)
  return facts.filter((fact) => {
    if (filter.topic !== null && fact.topic !== filter.topic) return false
    if (filter.year !== null && !yearsOf(fact).includes(filter.year)) return false
    const text = fold(
      [
        ...[fact.label, fact.population, fact.note, fact.source].map((texts) => texts?.[locale] ?? ''),
        ...fact.words,
      ].join(' '),
    )
    return words.every((word) => text.includes(word))
  })
}

/** The change from one figure to a later one, in per cent of the earlier. */
export const growth = (before: number, after: number): number => ((after - before) / before) * 100
