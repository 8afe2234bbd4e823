/**
 * Planning: whom to see, and who goes. Each reason to see a person is one rule here and one source in reason.data.ts;
 * a room that knows of another reason adds a code, a rule, a source and its words.
 */

import { byDanger, type Danger, type DangerReason, isDanger } from '@/lib/cases/danger.rules'
import { addDays, type Day, daysBetween } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** The most urgent first. */
export const REASONS = vocabulary('planning.reasons', [
  'critical',
  'missing',
  'act',
  'actPassed',
  'removal',
  'serious',
  'hunger',
  'isolated',
  'alone',
  'limit',
  'ordered',
  'wished',
  'asked',
  'unseen',
  'new',
])
export type ReasonCode = CodeOf<typeof REASONS>

export type Reason = {
  readonly code: ReasonCode
  /** The day it is about. */
  readonly on: Day | null
  /** Days it has lasted, where that is what it says. */
  readonly days: number | null
  /** Codes of the list encounter_request. */
  readonly requests: readonly string[]
}

/** Days before the end of a maximum, or of an order, from which a person is seen because of it. */
const LIMIT_NEAR_DAYS = 14
/** Days after an order or extension in which a person is seen because of it. */
const ORDERED_DAYS = 10

type Stay = { readonly since: Day | null; readonly lastMetOn: Day | null }

const plain = (code: ReasonCode, on: Day | null, days: number | null): Reason => ({
  code,
  on,
  days,
  requests: [],
})

/** A colleague noted "see this person next time", and no one has since. */
export const checkWished = (wishedOn: Day | null, lastMetOn: Day | null): Reason | null => {
  if (wishedOn === null) return null
  return lastMetOn === null || lastMetOn <= wishedOn ? plain('wished', wishedOn, null) : null
}

/** In the last conversation the person asked us for something. */
export const checkAsked = (lastMetOn: Day | null, requests: readonly string[]): Reason | null =>
  lastMetOn === null || requests.length === 0
    ? null
    : { code: 'asked', on: lastMetOn, days: null, requests: [...requests] }

/** Detained and not seen for as many days as the organisation set, or longer: the clock of the caseload. */
export const checkUnseen = ({ since, lastMetOn }: Stay, today: Day, held: number): Reason | null => {
  const limit = addDays(today, -held)
  if (since !== null && since > limit) return null
  if (lastMetOn !== null && lastMetOn > limit) return null
  const from = lastMetOn ?? since
  return plain('unseen', lastMetOn, from === null ? null : daysBetween(from, today))
}

/** A file is open, the place is known, and no one of us has seen the person. */
export const checkNew = ({ lastMetOn }: Stay, openedOn: Day): Reason | null =>
  lastMetOn === null ? plain('new', openedOn, null) : null

/** A removal is announced and no one has recorded what came of it; the day is null when it is not known. */
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

/** An order or an extension was served and no one of us has seen the person since: someone has to read it with them. */
export const checkOrdered = (orderedOn: Day | null, lastMetOn: Day | null, today: Day): Reason | null => {
  if (orderedOn === null || orderedOn < addDays(today, -ORDERED_DAYS)) return null
  return lastMetOn !== null && lastMetOn >= orderedOn ? null : plain('ordered', orderedOn, null)
}

/** The dangers that are a reason of their own; a removal and a silence say more as they stand below. */
export type OfDanger = 'critical' | 'missing' | 'act' | 'actPassed' | 'serious'
const OF_DANGER: Readonly<Partial<Record<DangerReason, OfDanger>>> = {
  critical: 'critical',
  missing: 'missing',
  act: 'act',
  actPassed: 'actPassed',
  seriousMinor: 'serious',
  seriousHeld: 'serious',
  serious: 'serious',
}
export const toReasonOf = ({ reason, on }: Pick<Danger, 'reason' | 'on'>): Reason | null => {
  const code = OF_DANGER[reason]
  return code === undefined ? null : plain(code, on, null)
}

/** What lasts and harms, though no list counts it among the dangers. */
const LASTING: readonly ReasonCode[] = ['hunger', 'isolated', 'alone']

type Suggested = {
  readonly danger: Danger
  readonly reasons: readonly Reason[]
  readonly lastMet: { readonly on: Day } | null
  readonly code: string
  readonly personId: string
}

const TIERS = vocabulary('planning.tiers', ['danger', 'lasting', 'unseen', 'reason', 'rest'])
const tierOf = ({ danger, reasons }: Suggested): CodeOf<typeof TIERS> => {
  if (isDanger(danger.rank)) return 'danger'
  if (reasons.some(({ code }) => LASTING.includes(code))) return 'lasting'
  if (danger.reason === 'unseen') return 'unseen'
  return reasons.length > 0 ? 'reason' : 'rest'
}

/** How urgent a list of reasons is: by the first of them, then by how long it lasts, then by how many there are. */
const urgencyOf = (reasons: readonly Reason[]): readonly number[] => [
  Math.min(REASONS.codes.length, ...reasons.map(({ code }) => REASONS.rank(code))),
  -Math.max(0, ...reasons.map(({ days }) => days ?? 0)),
  -reasons.length,
]

const byParts = (one: readonly number[], other: readonly number[]): number => {
  const differing = one.findIndex((part, index) => part !== other[index])
  return differing < 0 ? 0 : (one[differing] ?? 0) - (other[differing] ?? 0)
}

/** Reasons of one person in their order. */
export const byReason = (a: Reason, b: Reason): number => REASONS.rank(a.code) - REASONS.rank(b.code)

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * People in the order in which they are to be seen: by danger as in every list, then what lasts, then those unseen for too long,
 * then other reasons; of two alike who was not seen for longer.
 */
export const byUrgency = <P extends Suggested>(people: readonly P[]): P[] =>
  people
    .map((person) => ({
      person,
      tier: tierOf(person),
      danger: { ...person.danger, id: '' },
      urgency: urgencyOf(person.reasons),
    }))
    .sort((a, b) => {
      if (a.tier !== b.tier) return TIERS.rank(a.tier) - TIERS.rank(b.tier)
      const within =
        a.tier === 'danger' || a.tier === 'unseen'
          ? byDanger(a.danger, b.danger)
          : byParts(a.urgency, b.urgency)
      const [one, other] = [a.person, b.person]
      return (
        within ||
        byText(one.lastMet?.on ?? '', other.lastMet?.on ?? '') ||
        byText(one.code, other.code) ||
        byText(one.personId, other.personId)
      )
    })
    .map(({ person }) => person)
