import type { Trigger } from '@/lib/deadlines/clock.rules'
import { detainedSaid, withDetained } from '@/lib/deadlines/detained.rules'
import type { Letter } from '@/lib/deadlines/letter.rules'
import { type Applied, isUnderPact, PACT_FROM } from '@/lib/deadlines/regime.rules'
import type { Act, EventCode, Fact } from '@/lib/deadlines/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'
import { rest } from '@/lib/shared/vocabulary'
import { type AsylumEvent, countedDay } from './event.rules'
import type { Outcome, Way } from './vocabulary.rules'

/** What an event means for the clocks: which it starts, with which facts, and which it stops. Only an exact day does either. */

export type Cause = { readonly trigger: Trigger; readonly letter: Letter | null }
export type ClosingAct = {
  readonly act: Act
  readonly on: Day
  /** The event whose clocks it stops; null: those of the whole way. */
  readonly answers: string | null
}
export type Around = {
  readonly way: Way
  readonly sequence: number | null
  readonly applied: Applied
  /** The event that this one answers. */
  readonly answered: AsylumEvent | null
  /** What was recorded of how the Commissioner General examines the application. */
  readonly examined: readonly Fact[]
}

/** Decisions against which one appeals. With subsidiary protection one may still ask for the other status. */
const APPEALABLE: readonly (Outcome | null)[] = [
  'subsidiary_protection',
  'refused',
  'manifestly_unfounded',
  'inadmissible',
  'terminated',
  'excluded',
  'ceased',
  'withdrawn_status',
]
const LOST: readonly (Outcome | null)[] = ['confirmed', 'rejected_inadmissible', 'rejected_no_interest']

export const isAppealable = (outcome: Outcome | null): boolean => APPEALABLE.includes(outcome)
export const isLost = (outcome: Outcome | null): boolean => LOST.includes(outcome)
const PROTECTS: readonly (Outcome | null)[] = [
  'refugee_status',
  'subsidiary_protection',
  'reformed_refugee',
  'reformed_subsidiary',
]
/** True for a decision or judgment that grants protection. */
export const isProtecting = (outcome: Outcome | null): boolean => PROTECTS.includes(outcome)

/** Whether the law of the Pact counts, or may: only a day of lodging before it excludes it. */
const mayBePact = ({ lodgedOn }: Applied): boolean => lodgedOn === null || lodgedOn >= PACT_FROM

/**
 * How a decision came about, which under the Pact shortens the appeal (Regulation (EU) 2024/1348, art. 67): at the border by the way,
 * accelerated by what was recorded before. That the decision names the ordinary procedure is said by a person and wins.
 */
const procedureOf = (event: AsylumEvent, { way, applied, examined }: Around): readonly Fact[] => {
  if (event.kind !== 'cgrs_decision') return []
  const isOrdinary = event.facts.includes('ordinary')
  const said = mayBePact(applied) ? examined : []
  return [
    ...(way === 'border' && !isOrdinary ? (['border'] as const) : []),
    ...said.filter((fact) => fact === 'eu_national' || (fact === 'accelerated' && !isOrdinary)),
  ]
}

/** What follows from the rest of the record and is not asked twice. */
const derivedFacts = (event: AsylumEvent, around: Around): readonly Fact[] => {
  const { way, sequence, answered } = around
  return [
    ...(event.outcome === 'inadmissible' || answered?.outcome === 'inadmissible'
      ? (['inadmissible'] as const)
      : []),
    ...(event.outcome === 'terminated' ? (['implicitly_withdrawn'] as const) : []),
    ...(event.outcome === 'dublin_transfer' ? (['transfer_decision'] as const) : []),
    ...(event.ground === 'eu_national' ? (['eu_national'] as const) : []),
    ...(sequence !== null && sequence > 1 ? (['subsequent'] as const) : []),
    ...(way === 'border' && event.kind === 'registered' ? (['border'] as const) : []),
    // An extension is about a person of whom the acceptance said whether they were held.
    ...(event.kind === 'dublin_extended' ? withDetained([], detainedSaid(answered?.facts ?? [])) : []),
    ...(event.outcome === 'imprisoned' ? (['imprisoned'] as const) : []),
    ...(event.outcome === 'absconded' ? (['absconded'] as const) : []),
    ...procedureOf(event, around),
  ]
}

const UNKNOWN: Applied = { lodgedOn: null, registeredOn: null }

const startedBy = (event: AsylumEvent, { way, answered, applied }: Around): readonly EventCode[] => {
  switch (event.kind) {
    case 'arrived':
      return ['arrived']
    case 'made':
      return way === 'border' ? ['application_made', 'border_application_made'] : ['application_made']
    case 'registered':
      return ['application_registered']
    case 'lodged':
      return ['application_lodged']
    case 'dublin_accepted':
    case 'dublin_extended':
      return ['transfer_accepted']
    case 'received_cgrs':
      // Under the Pact the time of the examination runs from lodging; what is said now is how it is examined.
      return [isUnderPact(applied) ? 'application_lodged' : 'received_by_cgrs']
    case 'interview':
      if (event.outcome === 'planned') return ['interview_day']
      // Only the Commissioner General gives a copy of the notes within these periods.
      return event.outcome === 'held' && event.form === 'cgrs' ? ['cgrs_interview_held'] : []
    case 'notes_received':
      return ['interview_notes_received']
    case 'fedasil_decision':
      return ['fedasil_decision_notified']
    case 'cgrs_decision':
      return [
        ...(isAppealable(event.outcome) ? (['cgrs_decision_notified'] as const) : []),
        ...(isProtecting(event.outcome) ? (['protection_granted'] as const) : []),
      ]
    case 'io_decision':
      return ['io_decision_notified']
    case 'order_extended':
      return ['order_to_leave_notified']
    case 'order_to_leave':
      // The period printed on an order is the one to leave within; that for an appeal is another.
      return ['order_to_leave_notified', 'io_decision_notified']
    case 'appeal':
      return ['appeal_lodged']
    case 'judgment':
      if (isProtecting(event.outcome)) return ['protection_granted']
      return isLost(event.outcome) && answered?.form !== 'cassation' ? ['call_judgment_notified'] : []
    default:
      rest(
        event.kind,
        'taken_back municipality dublin_requested dublin_refused dublin_transferred dublin_taken',
        'notes_requested notes_remarked admitted order_withdrawn family_applied labour_court',
        'withdrawn selected departed welcomed housed',
      )
      return []
  }
}

/** True when an event would start a clock and its day is not known: its page asks for the day, because silence is no answer. */
export const lacksDay = (event: AsylumEvent): boolean =>
  countedDay(event) === null &&
  startedBy(event, { way: 'territory', sequence: null, applied: UNKNOWN, answered: null, examined: [] })
    .length > 0

/** An extension counts from the acceptance; another day to leave from its own letter, or from the order when that has no day. */
const countedFrom = (event: AsylumEvent, { answered, applied }: Around): Day | null => {
  const first = answered && countedDay(answered)
  if (event.kind === 'dublin_extended') return first
  if (event.kind === 'received_cgrs' && isUnderPact(applied)) return applied.lodgedOn
  return event.kind === 'order_extended' ? (countedDay(event) ?? first) : countedDay(event)
}

export const causesOf = (event: AsylumEvent, around: Around): readonly Cause[] => {
  const on = countedFrom(event, around)
  if (on === null) return []
  const facts = [...new Set([...event.facts, ...derivedFacts(event, around)])]
  return startedBy(event, around).map((code, index) => ({
    trigger: {
      event: code,
      on,
      at: null,
      notification: event.notification,
      facts,
      ...around.applied,
      ...(event.kind === 'lodged' ? { lodgedOn: on } : {}),
      ...(event.kind === 'registered' ? { registeredOn: on } : {}),
    },
    // What a recognition prints is no period of this clock.
    letter: index === 0 && code !== 'protection_granted' ? event.letter : null,
  }))
}

const APPEALS = {
  full: 'appeal_lodged',
  annulment: 'appeal_lodged',
  urgent: 'urgent_appeal_lodged',
  cassation: 'cassation_lodged',
} as const

const actOf = ({ kind, form }: AsylumEvent): Act | null => {
  switch (kind) {
    case 'made':
      return 'application_made'
    case 'registered':
      return 'application_registered'
    case 'lodged':
      return 'application_lodged'
    case 'municipality':
      return 'municipality_visited'
    case 'dublin_transferred':
      return 'transferred'
    case 'dublin_extended':
      return 'transfer_period_extended'
    case 'dublin_taken':
      return 'responsibility_taken'
    case 'cgrs_decision':
      return 'cgrs_decision_received'
    case 'notes_requested':
    case 'notes_received':
    case 'notes_remarked':
      return kind
    case 'labour_court':
      return 'labour_court_seized'
    case 'family_applied':
      return 'family_applied'
    case 'admitted':
      return 'admitted_to_territory'
    case 'appeal':
      return form === 'full' || form === 'annulment' || form === 'urgent' || form === 'cassation'
        ? APPEALS[form]
        : null
    case 'judgment':
      return 'call_judgment_received'
    default:
      rest(
        kind,
        'taken_back arrived dublin_requested dublin_accepted dublin_refused received_cgrs interview',
        'io_decision order_to_leave order_extended order_withdrawn fedasil_decision withdrawn',
        'selected departed welcomed housed',
      )
      return null
  }
}

/** What an event stops. An appeal stops what the decision started against which it is, and nothing of another decision. */
export const closingOf = (event: AsylumEvent): ClosingAct | null => {
  const [act, on] = [actOf(event), countedDay(event)]
  return act === null || on === null ? null : { act, on, answers: event.concerns }
}
