// A newer figure is entered by one admin and public when a second one has agreed. Until then, and again when it is withdrawn,
// everyone reads what stood before; every version keeps its number and its page.

import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { addDays, type Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { Fact, Texts } from './fact.rules'
import type { Qualifier } from './vocabulary.rules'
import { formatDay, formatMonth } from './wording.rules'

export const NEWER_STATES = vocabulary('countries.newer-states', ['asked', 'agreed', 'refused', 'withdrawn'])

/** What an admin may say of a figure that another one entered. */
export const NEWER_ANSWERS = vocabulary('countries.newer-answers', ['agreed', 'refused', 'withdrawn'])
export type NewerAnswer = CodeOf<typeof NEWER_ANSWERS>

/** The figure as it was entered, in the unit of its fact: one value, or both ends of a range. */
export type NewerFigure = {
  readonly fact: string
  readonly value: number | null
  readonly valueMin: number | null
  readonly valueMax: number | null
  readonly qualifier: Qualifier
  readonly periodStart: Day
  readonly periodEnd: Day
  /** As the source is named by the one who entered it, in one language. */
  readonly source: string
  readonly address: string
  /** The day that the source bears, or on which it was read. */
  readonly sourceOn: Day
  readonly note: string | null
}

/** One that was ever public. */
export type PublicFigure = NewerFigure & {
  readonly version: number
  readonly agreedOn: Day
  /** Why it was withdrawn; null while it stands. */
  readonly withdrawn: string | null
}

const inEach = (say: (locale: Locale) => string): Texts => {
  const [en, fr, nl, de] = LOCALES.codes.map(say)
  return { en: en ?? '', fr: fr ?? '', nl: nl ?? '', de: de ?? '' }
}
/** A text that stands in one language only, such as the title of a source. */
export const same = (text: string): Texts => inEach(() => text)

const isMonthStart = (day: Day): boolean => day.endsWith('-01')

/** A period as it is said: years alone where they are whole, then months, then days. */
export const sayPeriod = (start: Day, end: Day): Texts => {
  const after = addDays(end, 1)
  const [first, last] = [start.slice(0, 4), end.slice(0, 4)]
  if (start.endsWith('-01-01') && after.endsWith('-01-01'))
    return same(first === last ? first : `${first}–${last}`)
  if (isMonthStart(start) && isMonthStart(after))
    return inEach((locale) =>
      start.slice(0, 7) === end.slice(0, 7)
        ? formatMonth(start, locale)
        : `${formatMonth(start, locale)} – ${formatMonth(end, locale)}`,
    )
  return inEach((locale) =>
    start === end ? formatDay(start, locale) : `${formatDay(start, locale)} – ${formatDay(end, locale)}`,
  )
}

const toEdition = (fact: Fact, { fact: _, agreedOn, ...newer }: PublicFigure): Fact => {
  const isSamePeriod = newer.periodStart === fact.periodStart && newer.periodEnd === fact.periodEnd
  return {
    ...fact,
    ...newer,
    periodText: isSamePeriod ? fact.periodText : sayPeriod(newer.periodStart, newer.periodEnd),
    source: same(newer.source),
    note: newer.note === null ? null : same(newer.note),
    profileLine: null,
    derived: false,
    recordedOn: agreedOn,
    // What disagrees about one year says nothing about another.
    contradictions: isSamePeriod ? fact.contradictions : [],
  }
}

/** The fact as it stands with what was entered and agreed; every other version stands beside it, newest first. */
export const withNewer = (fact: Fact, newer: readonly PublicFigure[]): Fact => {
  if (newer.length === 0) return fact
  const all = [fact, ...newer.map((one) => toEdition(fact, one))]
    .map((edition) => ({ ...edition, hasVersions: true }))
    .sort((a, b) => b.version - a.version)
  const now = all.find(({ withdrawn }) => withdrawn === null) ?? fact
  return { ...now, editions: all.filter(({ version }) => version !== now.version) }
}

/** One version of a fact by its number; null when it never had one of that number. */
export const editionOf = (fact: Fact, version: number): Fact | null =>
  fact.version === version ? fact : (fact.editions.find((each) => each.version === version) ?? null)

const monthsOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

/** How often such a figure comes, in months: the length of its period, and at least a year. */
export const rhythmOf = ({ periodStart, periodEnd }: Fact): number | null => {
  if (periodStart === null || periodEnd === null) return null
  return Math.max(12, monthsOf(addDays(periodEnd, 1)) - monthsOf(periodStart))
}

/** How many newer ones may exist by now: whole rhythms since the end of its period. Null when the profile gives none. */
export const missedOf = (fact: Fact, today: Day): number | null => {
  const rhythm = rhythmOf(fact)
  if (rhythm === null || fact.periodEnd === null) return null
  return Math.max(0, Math.floor((monthsOf(today) - monthsOf(addDays(fact.periodEnd, 1))) / rhythm))
}

const seriesOf = ({ topic, unit, label, geography, breakdown }: Fact): string =>
  JSON.stringify([topic, unit, label.en, geography, breakdown])

/** Facts that can grow old, oldest first: the last of each series, no rank of names and no year in which something began. */
export const agingFacts = (facts: readonly Fact[]): readonly Fact[] => {
  const last = new Map<string, Fact>()
  for (const fact of facts) {
    if (fact.unit === 'ranking' || fact.unit === 'year' || fact.derived) continue
    const before = last.get(seriesOf(fact))
    if (before === undefined || (before.periodEnd ?? '') <= (fact.periodEnd ?? ''))
      last.set(seriesOf(fact), fact)
  }
  return [...last.values()].sort((a, b) => (a.periodEnd ?? '9999').localeCompare(b.periodEnd ?? '9999'))
}
