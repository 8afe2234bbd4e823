// The law timeline: oldest first inside each theme, amendments beneath the act they change.

import type { Day } from '@/lib/shared/dates'
import type { Texts } from './fact.rules'
import { LAW_THEMES, type LawKind, type LawPrecision, type LawTheme } from './vocabulary.rules'

export type Law = {
  readonly slug: string
  readonly title: Texts
  readonly kind: LawKind
  readonly date: Day | null
  readonly precision: LawPrecision
  readonly year: number | null
  readonly entryIntoForce: string | null
  readonly jurisdiction: string
  readonly theme: LawTheme
  readonly subject: Texts
  readonly amends: string | null
  readonly officialReference: string | null
  /** Where a law that the profile does not name was read; null for one of the profile. */
  readonly publication: { readonly title: string; readonly address: string; readonly on: Day } | null
  readonly note: Texts | null
}

export type LawOnTimeline = { readonly law: Law; readonly amendments: readonly Law[] }
export type LawGroup = { readonly theme: LawTheme; readonly laws: readonly LawOnTimeline[] }

// A law of which only the year is known stands before the dated ones of that year; one without any date stands last.
const key = (law: Law): string => law.date ?? (law.year === null ? '9999' : String(law.year))
const byDate = (a: Law, b: Law): number => key(a).localeCompare(key(b))

/** Laws by theme. An amendment is nested only when the act it changes stands in the same theme. */
export const toTimeline = (laws: readonly Law[], theme: LawTheme | null): readonly LawGroup[] =>
  LAW_THEMES.codes
    .filter((each) => theme === null || each === theme)
    .map((each) => {
      const own = laws.filter((law) => law.theme === each).sort(byDate)
      const isHere = (slug: string | null): boolean => own.some((law) => law.slug === slug)
      return {
        theme: each,
        laws: own
          .filter((law) => !isHere(law.amends))
          .map((law) => ({ law, amendments: own.filter((other) => other.amends === law.slug) })),
      }
    })
    .filter((group) => group.laws.length > 0)
