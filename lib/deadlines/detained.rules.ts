import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { Notification } from './notification.rules'
import type { Predicate, Rule } from './rule.rules'
import type { EventCode, Fact } from './vocabulary.rules'

/**
 * Whether a person was held at the moment a decision was notified: ten days to appeal instead of thirty depend on it (Aliens Act,
 * art. 39/57, par. 1). What is not known counts as held, because the shorter period harms no one.
 */
export const DETAINED_ANSWERS = vocabulary('deadlines.held', ['yes', 'no', 'not_known'])
export type DetainedAnswer = CodeOf<typeof DETAINED_ANSWERS>

const FACT_OF: Readonly<Record<DetainedAnswer, readonly Fact[]>> = {
  yes: ['detained'],
  no: ['at_liberty'],
  not_known: [],
}
const DETAINED_FACTS: readonly Fact[] = ['detained', 'at_liberty']

/** What the facts of an event say. */
export const detainedSaid = (facts: readonly Fact[]): DetainedAnswer =>
  facts.includes('detained') ? 'yes' : facts.includes('at_liberty') ? 'no' : 'not_known'

/** Facts without what they say about being held: what a form asks apart. */
export const otherFacts = (facts: readonly Fact[]): readonly Fact[] =>
  facts.filter((fact) => !DETAINED_FACTS.includes(fact))

/** Days in a closed centre, a return home or under an order of detention; both count. Null: not known, or it lasts. */
export type Custody = { readonly since: Day | null; readonly until: Day | null }

const covers = ({ since, until }: Custody, on: Day): boolean =>
  since !== null && since <= on && (until === null || until >= on)

type Notice = {
  readonly on: Day | null
  readonly notification: Notification | null
  readonly facts: readonly Fact[]
}

/**
 * What the person who records says, and where they do not know, what the file knows: detention on that day, a letter handed over
 * in a closed centre, or a decision that itself orders detention. Nothing in a file proves that a person was at liberty.
 */
export const heldAt = (
  asked: DetainedAnswer,
  { on, notification, facts }: Notice,
  custody: readonly Custody[],
): DetainedAnswer => {
  if (asked !== 'not_known') return asked
  const isHeld =
    notification === 'closed_centre' ||
    facts.includes('with_detention') ||
    (on !== null && custody.some((one) => covers(one, on)))
  return isHeld ? 'yes' : 'not_known'
}

/** The facts of an event with what is known about being held. */
export const withDetained = (facts: readonly Fact[], detained: DetainedAnswer): readonly Fact[] => [
  ...otherFacts(facts),
  ...FACT_OF[detained],
]

/** A letter handed over in a closed centre reached no one who was at liberty. */
export const isContradiction = (asked: DetainedAnswer, notification: Notification | ''): boolean =>
  asked === 'no' && notification === 'closed_centre'

const mentions = ({ all, any, none, notAll }: Predicate): boolean =>
  [...all, ...any, ...none, ...notAll].some((fact) => DETAINED_FACTS.includes(fact))

/** Whether a rule, or one of its periods, depends on being held. */
export const dependsOnDetained = ({ when, periods }: Pick<Rule, 'when' | 'periods'>): boolean =>
  mentions(when) || periods.some((period) => period.when !== null && DETAINED_FACTS.includes(period.when))

/** Notified decisions whose appeal is shorter for a person who is held. */
const DECISIONS: readonly EventCode[] = ['cgrs_decision_notified', 'io_decision_notified']
/** Events of which it is asked whether the person was held. */
export const DETENTION_EVENTS_ASKED: readonly EventCode[] = [
  ...DECISIONS,
  'received_by_cgrs',
  'transfer_accepted',
]

export type DetainedQuestion =
  /** Counted as at liberty, and the file knows of detention on the day of notification. */
  | { readonly code: 'heldThen'; readonly since: Day | null }
  /** Detention began after notification: it changes nothing by itself, and someone has to read the letter again. */
  | { readonly code: 'heldSince'; readonly since: Day }

/** What the file asks of a person about a deadline that was counted for someone at liberty; null when nothing is in doubt. */
export const detainedQuestion = (
  {
    event,
    facts,
    happenedOn,
    notification,
  }: {
    readonly event: EventCode
    readonly facts: readonly Fact[]
    readonly happenedOn: Day | null
    readonly notification: Notification | null
  },
  custody: readonly Custody[],
): DetainedQuestion | null => {
  if (!DECISIONS.includes(event) || detainedSaid(facts) !== 'no' || happenedOn === null) return null
  const then = custody.find((one) => covers(one, happenedOn))
  if (then !== undefined) return { code: 'heldThen', since: then.since }
  if (notification === 'closed_centre') return { code: 'heldThen', since: null }
  const after = custody.flatMap(({ since }) => (since !== null && since > happenedOn ? [since] : []))
  const [since] = after.sort()
  return since === undefined ? null : { code: 'heldSince', since }
}
