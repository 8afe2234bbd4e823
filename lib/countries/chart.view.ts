import { type Fact, growth, type Texts } from './fact.rules'

/** What the chart of applications shows; every number is a fact's own or computed from facts, never typed in. */
export type ApplicationsChart = {
  readonly first: number
  readonly last: number
  /** Change from the first to the last year, in per cent. */
  readonly change: number
  readonly years: readonly ApplicationsYear[]
  /** The year with two figures, and who the profile names for it. */
  readonly disputedYear: number
  readonly source: Texts | null
  readonly cited: Fact
}
export type ApplicationsYear = {
  readonly year: number
  readonly slug: string
  readonly value: number
  /** Height as a share of the tallest column; columns stand on zero. */
  readonly share: number
  readonly change: number | null
  /** The other figure printed for the same year. */
  readonly second: number | null
}

const bySlug = (facts: readonly Fact[], slug: string): (Fact & { readonly value: number }) | null => {
  const found = facts.find((fact) => fact.slug === slug)
  return found === undefined || found.value === null ? null : { ...found, value: found.value }
}

/** Null when the reference data no longer holds one of the three years: then no chart is drawn at all. */
export const toApplicationsChart = (facts: readonly Fact[]): ApplicationsChart | null => {
  const of2017 = bySlug(facts, 'asylum-applications-2017')
  const of2018 = bySlug(facts, 'asylum-applications-2018-b')
  const other2018 = bySlug(facts, 'asylum-applications-2018-a')
  const of2019 = bySlug(facts, 'asylum-applications-2019')
  if (of2017 === null || of2018 === null || of2019 === null) return null
  const tallest = Math.max(of2017.value, of2018.value, of2019.value)
  const column = (
    year: number,
    fact: { readonly slug: string; readonly value: number },
    before: number | null,
    second: number | null,
  ): ApplicationsYear => ({
    year,
    slug: fact.slug,
    value: fact.value,
    share: fact.value / tallest,
    change: before === null ? null : growth(before, fact.value),
    second,
  })
  return {
    first: 2017,
    last: 2019,
    change: growth(of2017.value, of2019.value),
    years: [
      column(2017, of2017, null, null),
      column(2018, of2018, of2017.value, other2018?.value ?? null),
      column(2019, of2019, of2018.value, null),
    ],
    disputedYear: 2018,
    source: of2018.source,
    cited: of2019,
  }
}

export type ProtectionChart = {
  readonly before: number
  readonly after: number
  readonly beforeYear: number
  readonly afterYear: number
  readonly points: number
  readonly decided: number
  readonly granted: number
  readonly computed: number
}

/** Two dots and nothing between them: two years are known, and what lies between is never interpolated. */
export const toProtectionChart = (facts: readonly Fact[]): ProtectionChart | null => {
  const before = bySlug(facts, 'asylum-approval-rate-2016')
  const after = bySlug(facts, 'asylum-approval-rate-2019')
  const decided = bySlug(facts, 'asylum-decisions-2019')
  const granted = bySlug(facts, 'asylum-protection-granted-2019')
  if (before === null || after === null || decided === null || granted === null) return null
  return {
    before: before.value,
    after: after.value,
    beforeYear: 2016,
    afterYear: 2019,
    points: after.value - before.value,
    decided: decided.value,
    granted: granted.value,
    computed: (granted.value / decided.value) * 100,
  }
}

export type OriginsChart = {
  readonly year: number
  readonly sum: number
  readonly bars: readonly { readonly country: string; readonly value: number }[]
}

/** Shares of applicants by nationality, largest first; what they leave to a hundred is "others". */
export const toOriginsChart = (facts: readonly Fact[]): OriginsChart | null => {
  const bars = facts
    .flatMap((fact) => {
      const country = fact.breakdown.nationality
      const isShare = fact.slug.startsWith('asylum-applications-share-') && fact.value !== null
      return isShare && typeof country === 'string' && fact.value !== null
        ? [{ country, value: fact.value }]
        : []
    })
    .sort((a, b) => b.value - a.value)
  return bars.length === 0 ? null : { year: 2019, sum: bars.reduce((sum, { value }) => sum + value, 0), bars }
}

const KEY_FIGURES = [
  'asylum-applications-2019',
  'asylum-approval-rate-2019',
  'closed-centre-places-planned-total',
  'uam-arrivals-2018',
  'trafficking-victims-identified-2018',
  'migrant-stock-share-of-population-2019',
] as const

/** The six figures at the head of a country, in this order; one that is missing is left out. */
export const toKeyFigures = (facts: readonly Fact[]): readonly Fact[] =>
  KEY_FIGURES.flatMap((slug) => facts.find((fact) => fact.slug === slug) ?? [])
