/**
 * Planning: whom to see, and who goes. Each reason to see somebody is one rule here and one source in reason.data.ts;
 * a room that knows of another reason adds a code, a rule, a source and its words.
 */
import { UNSEEN_AFTER_DAYS } from '@/lib/cases/case.rules'
import { addDays, type Day, daysBetween } from '@/lib/shared/dates'

/** The most urgent first. */
export const REASONS = [
  'removal',
  'hunger',
  'isolated',
  'alone',
  'limit',
  'ordered',
  'wished',
  'asked',
  'unseen',
  'new',
] as const
export type ReasonCode = (typeof REASONS)[number]

export type Reason = {
  readonly code: ReasonCode
  /** The day it is about. */
  readonly on: Day | null
  /** Days it has lasted, where that is what it says. */
  readonly days: number | null
  /** Codes of the list encounter_request. */
  readonly requests: readonly string[]
}

/** Days before the end of a maximum, or of an order, from which somebody is seen because of it. */
const LIMIT_NEAR_DAYS = 14
/** Days after an order or extension in which somebody is seen because of it. */
const ORDERED_DAYS = 10

type Stay = { readonly since: Day | null; readonly lastMetOn: Day | null }

const plain = (code: ReasonCode, on: Day | null, days: number | null): Reason => ({
  code,
  on,
  days,
  requests: [],
})

/** A colleague noted "see this person next time", and nobody has since. */
export const checkWished = (wishedOn: Day | null, lastMetOn: Day | null): Reason | null => {
  if (wishedOn === null) return null
  return lastMetOn === null || lastMetOn <= wishedOn ? plain('wished', wishedOn, null) : null
}

/** In the last conversation the person asked us for something. */
export const checkAsked = (lastMetOn: Day | null, requests: readonly string[]): Reason | null =>
  lastMetOn === null || requests.length === 0
    ? null
    : { code: 'asked', on: lastMetOn, days: null, requests: [...requests] }

/** Detained and not seen for eight days or longer: the clock of the caseload. */
export const checkUnseen = ({ since, lastMetOn }: Stay, today: Day): Reason | null => {
  const limit = addDays(today, -UNSEEN_AFTER_DAYS)
  if (since !== null && since > limit) return null
  if (lastMetOn !== null && lastMetOn > limit) return null
  const from = lastMetOn ?? since
  return plain('unseen', lastMetOn, from === null ? null : daysBetween(from, today))
}

/** A file is open, the place is known, and nobody of us has seen the person. */
export const checkNew = ({ lastMetOn }: Stay, openedOn: Day): Reason | null =>
  lastMetOn === null ? plain('new', openedOn, null) : null

/** A removal is announced and nobody has recorded what came of it; the day is null when it is not known. */
export const checkRemoval = (planned: readonly { readonly on: Day | null }[]): Reason | null => {
  const [next] = planned
  return next === undefined ? null : plain('removal', next.on, null)
}

/** Something that lasts since a day: a hunger strike, an isolation. */
export const checkLasting = (
  code: 'hunger' | 'isolated',
  lasting: readonly { readonly since: Day | null }[],
  today: Day,
): Reason | null => {
  const [first] = lasting
  if (first === undefined) return null
  return plain(code, first.since, first.since === null ? null : daysBetween(first.since, today))
}

/** A minor is held and has no guardian: since the day of the report, where there was one. */
export const checkAlone = (
  minor: { readonly needsGuardian: boolean; readonly since: Day | null } | null,
  today: Day,
): Reason | null => {
  if (minor === null || !minor.needsGuardian) return null
  return plain('alone', minor.since, minor.since === null ? null : daysBetween(minor.since, today))
}

/** The maximum, or the order by its own words, ends soon: who is held past it may have to be released. */
export const checkLimit = (ends: readonly Day[], today: Day): Reason | null => {
  const [on] = [...ends].sort()
  return on === undefined || on > addDays(today, LIMIT_NEAR_DAYS) ? null : plain('limit', on, null)
}

/** An order or an extension was served and nobody of us has seen the person since: somebody has to read it with her. */
export const checkOrdered = (orderedOn: Day | null, lastMetOn: Day | null, today: Day): Reason | null => {
  if (orderedOn === null || orderedOn < addDays(today, -ORDERED_DAYS)) return null
  return lastMetOn !== null && lastMetOn >= orderedOn ? null : plain('ordered', orderedOn, null)
}

/** How urgent a list of reasons is: by the first of them, then by how long it lasts, then by how many there are. */
const urgencyOf = (reasons: readonly Reason[]): readonly [number, number, number] => [
  Math.min(REASONS.length, ...reasons.map(({ code }) => REASONS.indexOf(code))),
  -Math.max(0, ...reasons.map(({ days }) => days ?? 0)),
  -reasons.length,
]

/** Reasons of one person in their order. */
export const byReason = (a: Reason, b: Reason): number => REASONS.indexOf(a.code) - REASONS.indexOf(b.code)

type Suggested = { readonly reasons: readonly Reason[]; readonly code: string; readonly personId: string }

/** People in the order in which they are to be seen; those without a reason come last. */
export const byUrgency = (a: Suggested, b: Suggested): number => {
  const [one, other] = [urgencyOf(a.reasons), urgencyOf(b.reasons)]
  const differing = one.findIndex((part, index) => part !== other[index])
  if (differing >= 0) return (one[differing] ?? 0) - (other[differing] ?? 0)
  return a.code.localeCompare(b.code) || a.personId.localeCompare(b.personId)
}
