import { addDays, type Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { boundsOf, isKnown, readWhenCode } from '@/lib/shared/when/when.rules'
import type { AgeSource, Seen } from './age-source.rules'

/** Age is what someone says, on some ground, on some day: never one value. Claims stand side by side. */
export const AGE_BASES = vocabulary('people.age-bases', ['said', 'document', 'authority', 'test', 'estimate'])
export type AgeBasis = CodeOf<typeof AGE_BASES>

/** The age was asked for and no figure came back: kept as a claim without bounds, apart from never having asked. */
export const AGE_SILENCES = vocabulary('people.age-silences', ['not_known', 'declined'])
export type AgeSilence = CodeOf<typeof AGE_SILENCES>
/** On what a claim of an age rests, or why there is none. */
export const AGE_CLAIM_BASES = vocabulary('people.age-claim-bases', [
  ...AGE_BASES.codes,
  ...AGE_SILENCES.codes,
])

/** What was claimed, as it was claimed. */
export type AgeWhat =
  /** Completed years on the day the claim speaks of; two of them for "15 to 17". */
  | { readonly form: 'age'; readonly from: number; readonly to: number }
  /** What a test found, in tenths of years, with its margin: 18.7 ± 1.6 is 187 and 16. */
  | { readonly form: 'tested'; readonly tenths: number; readonly margin: number }
  /** A date of birth of whatever precision, as its code, and the words it was typed in. */
  | { readonly form: 'born'; readonly when: string; readonly text: string }

/** First and last possible day of birth, both included; null when the claim bounds nothing. */
export type Birth = { readonly bornEarliest: Day | null; readonly bornLatest: Day | null }
export type Born = { readonly bornEarliest: Day; readonly bornLatest: Day }

export type AgeClaim = Birth & {
  readonly basis: AgeBasis | AgeSilence
  readonly what: AgeWhat | null
  /** The day the claim speaks of. */
  readonly asOf: Day
  /** Which document, which authority, how it was tested or estimated; null when no one wrote it down. */
  readonly source: AgeSource | null
  /** Whether we saw the document ourselves. */
  readonly seen: Seen | null
}

export const MAJORITY = 18

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const onYear = (day: Day, year: number): Day => `${String(year).padStart(4, '0')}${day.slice(4)}`
const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** The same day so many years before; 29 February becomes the 28th in a year that has none. */
const yearsBefore = (day: Day, years: number): Day => {
  const year = yearOf(day) - years
  return day.endsWith('-02-29') && !isLeap(year) ? onYear('0000-02-28', year) : onYear(day, year)
}

/** The birthday in completed years. Someone born on 29 February has theirs on 1 March in other years. */
export const birthdayOf = (born: Day, age: number): Day => {
  const year = yearOf(born) + age
  return born.endsWith('-02-29') && !isLeap(year) ? onYear('0000-03-01', year) : onYear(born, year)
}

/** Days of birth of a person who is `ageYears` old on a day: 17 on 7 October 2026 is 8 October 2008 to 7 October 2009. */
export const bornWhenAged = (ageYears: number, asOf: Day): Born => ({
  bornEarliest: addDays(yearsBefore(asOf, ageYears + 1), 1),
  bornLatest: yearsBefore(asOf, ageYears),
})

// A tenth of a year in days, rounded outwards, so that no birth within the margin is left out.
const tenthsBefore = (asOf: Day, tenths: number, daysOfYear: number, round: (days: number) => number): Day =>
  addDays(yearsBefore(asOf, Math.floor(tenths / 10)), -round(((tenths % 10) * daysOfYear) / 10))

/** Days of birth by a test on a day: from the highest age that its margin leaves to the lowest. */
export const bornWhenTested = (tenths: number, margin: number, asOf: Day): Born => ({
  bornEarliest: tenthsBefore(asOf, tenths + margin, 366, Math.ceil),
  bornLatest: tenthsBefore(asOf, Math.max(0, tenths - margin), 365, Math.floor),
})

const birthOf = (what: AgeWhat | null, asOf: Day): Birth => {
  switch (what?.form) {
    case 'age':
      return {
        bornEarliest: bornWhenAged(what.to, asOf).bornEarliest,
        bornLatest: bornWhenAged(what.from, asOf).bornLatest,
      }
    case 'tested':
      return bornWhenTested(what.tenths, what.margin, asOf)
    case 'born': {
      const when = readWhenCode(what.when)
      if (!isKnown(when)) return { bornEarliest: null, bornLatest: null }
      const { earliest, latest } = boundsOf(when)
      return { bornEarliest: earliest, bornLatest: latest }
    }
    case undefined:
      return { bornEarliest: null, bornLatest: null }
  }
}

/** A claim with the days of birth that follow from it: they are never written by hand. */
export const makeAgeClaim = (of: {
  readonly basis: AgeBasis | AgeSilence
  readonly what: AgeWhat | null
  readonly asOf: Day
  readonly source?: AgeSource | null
  readonly seen?: Seen | null
}): AgeClaim => ({
  basis: of.basis,
  what: of.what,
  asOf: of.asOf,
  source: of.source ?? null,
  seen: of.seen ?? null,
  ...birthOf(of.what, of.asOf),
})

/** Completed years on a day. */
export const ageOn = (born: Day, on: Day): number => {
  const years = yearOf(on) - yearOf(born)
  return on < birthdayOf(born, years) ? years - 1 : years
}

/** Youngest and oldest possible age on a day, or null when the claim bounds nothing. */
export const ageRange = (
  { bornEarliest, bornLatest }: Birth,
  on: Day,
): { readonly from: number; readonly to: number } | null =>
  bornEarliest === null || bornLatest === null
    ? null
    : { from: Math.max(0, ageOn(bornLatest, on)), to: Math.max(0, ageOn(bornEarliest, on)) }

/** First and last day on which the eighteenth birthday can fall: a countdown has two ends unless the birth is a day. */
export const majorityOf = ({ bornEarliest, bornLatest }: Birth): { earliest: Day; latest: Day } | null =>
  bornEarliest === null || bornLatest === null
    ? null
    : { earliest: birthdayOf(bornEarliest, MAJORITY), latest: birthdayOf(bornLatest, MAJORITY) }
