import type { Fact } from '@/lib/deadlines/vocabulary.rules'
import { MISTAKES } from '@/lib/registers/register.rules'
import { type CodeOf, vocabulary, without } from '@/lib/shared/vocabulary'

/** The closed lists of the asylum room, and which columns an event of each kind has. */

/** Ways in or through. In transit no one has asked for anything here; regularisation asks for a stay, not for protection. */
export const WAYS = vocabulary('asylum.ways', [
  'territory',
  'border',
  'resettlement',
  'corridor',
  'family',
  'transit',
  'regularisation',
])
export type Way = CodeOf<typeof WAYS>

/** Ways that are an application for protection, examined step by step. */
export const isApplication = (way: Way | null): boolean =>
  way === 'territory' || way === 'border' || way === 'resettlement' || way === 'corridor'

/** Where an application on the territory can be made: at the office, with the director of a prison, with the staff of a centre. */
export const PLACES = vocabulary('asylum.places', ['office', 'prison', 'closed_centre', 'not_known'])

export const PROCEDURE_LANGUAGES = vocabulary('asylum.procedure-languages', ['fr', 'nl', 'not_known'])

export const EVENT_KINDS = vocabulary('asylum.event-kinds', [
  'selected',
  'departed',
  'arrived',
  'welcomed',
  'housed',
  'made',
  'registered',
  'lodged',
  'municipality',
  'dublin_requested',
  'dublin_accepted',
  'dublin_refused',
  'dublin_extended',
  'dublin_transferred',
  'dublin_taken',
  'received_cgrs',
  'interview',
  'notes_requested',
  'notes_received',
  'notes_remarked',
  'admitted',
  'cgrs_decision',
  'io_decision',
  'order_to_leave',
  'order_extended',
  'order_withdrawn',
  'appeal',
  'judgment',
  'family_applied',
  'fedasil_decision',
  'labour_court',
  'withdrawn',
  'taken_back',
])
export type EventKind = CodeOf<typeof EVENT_KINDS>

/** What one records; that a row was a mistake is said beside that row. */
export const RECORDED_KINDS = without('asylum.recorded-kinds', EVENT_KINDS, ['taken_back'])

export const CGRS_OUTCOMES = vocabulary('asylum.cgrs-outcomes', [
  'refugee_status',
  'subsidiary_protection',
  'refused',
  'manifestly_unfounded',
  'inadmissible',
  'admissible',
  'further_investigation',
  'terminated',
  'excluded',
  'ceased',
  'withdrawn_status',
])
export const IO_OUTCOMES = vocabulary('asylum.io-outcomes', [
  'dublin_transfer',
  'entry_refused',
  'stay_refused',
  'other_decision',
])
export const JUDGMENT_OUTCOMES = vocabulary('asylum.judgment-outcomes', [
  'confirmed',
  'reformed_refugee',
  'reformed_subsidiary',
  'annulled_referred_back',
  'annulled',
  'rejected_inadmissible',
  'rejected_no_interest',
  'suspended',
])
const INTERVIEW_OUTCOMES = vocabulary('asylum.interview-outcomes', [
  'planned',
  'held',
  'postponed',
  'missed',
  'missed_justified',
])

export const OUTCOMES = vocabulary('asylum.outcomes', [
  ...CGRS_OUTCOMES.codes,
  ...IO_OUTCOMES.codes,
  ...JUDGMENT_OUTCOMES.codes,
  ...INTERVIEW_OUTCOMES.codes,
  'accepted_in_words',
  'accepted_by_silence',
  'imprisoned',
  'absconded',
  'said_so',
  'treated_as_withdrawn',
  ...MISTAKES.codes,
])
export type Outcome = CodeOf<typeof OUTCOMES>

/** Who heard, or which appeal it is. */
export const FORMS = vocabulary('asylum.forms', [
  'io',
  'cgrs',
  'call',
  'full',
  'annulment',
  'urgent',
  'cassation',
])
export type Form = CodeOf<typeof FORMS>

export const GROUNDS = vocabulary('asylum.grounds', [
  'first_country',
  'safe_third_country',
  'protected_in_eu',
  'eu_national',
  'no_new_elements',
  'dependent_minor',
])
export type Ground = CodeOf<typeof GROUNDS>

export const SUSPENSIVE = vocabulary('asylum.suspensive', ['automatic', 'none', 'conditional', 'unknown'])
export type Suspensive = CodeOf<typeof SUSPENSIVE>

/** What an event of a kind says beside its day. */
export type Shape = {
  /** One of them is asked for, and needed; none: the kind says it all. */
  readonly outcomes: readonly Outcome[]
  readonly forms: readonly Form[]
  /** It comes in a letter: how and when it was notified, and the period that is printed. */
  readonly isNotified: boolean
  readonly hasCountry: boolean
  readonly facts: readonly Fact[]
  /** A period depends on whether the person was held on that day. */
  readonly asksDetained: boolean
  /** Kinds of the event it answers; one of them is needed. */
  readonly concerns: readonly EventKind[]
}
const PLAIN: Shape = {
  outcomes: [],
  forms: [],
  isNotified: false,
  hasCountry: false,
  facts: [],
  asksDetained: false,
  concerns: [],
}

export const SHAPES: Readonly<Record<EventKind, Shape>> = {
  // Resettlement and corridors: by whom and where someone was chosen, from where they left, and what came after the arrival.
  selected: { ...PLAIN, hasCountry: true },
  departed: { ...PLAIN, hasCountry: true },
  arrived: PLAIN,
  welcomed: PLAIN,
  housed: PLAIN,
  made: { ...PLAIN, facts: ['many_applications'] },
  registered: PLAIN,
  lodged: PLAIN,
  municipality: PLAIN,
  dublin_requested: { ...PLAIN, hasCountry: true },
  dublin_accepted: {
    ...PLAIN,
    hasCountry: true,
    outcomes: ['accepted_in_words', 'accepted_by_silence'],
    asksDetained: true,
  },
  dublin_refused: { ...PLAIN, hasCountry: true },
  dublin_extended: { ...PLAIN, outcomes: ['imprisoned', 'absconded'], concerns: ['dublin_accepted'] },
  dublin_transferred: { ...PLAIN, hasCountry: true },
  dublin_taken: PLAIN,
  received_cgrs: {
    ...PLAIN,
    facts: ['accelerated', 'admissibility_examined', 'eu_national'],
    asksDetained: true,
  },
  interview: { ...PLAIN, outcomes: INTERVIEW_OUTCOMES.codes, forms: ['io', 'cgrs', 'call'] },
  notes_requested: PLAIN,
  notes_received: PLAIN,
  notes_remarked: PLAIN,
  admitted: PLAIN,
  cgrs_decision: {
    ...PLAIN,
    outcomes: CGRS_OUTCOMES.codes,
    isNotified: true,
    facts: ['ordinary', 'accelerated', 'border', 'manifestly_unfounded_fast', 'eu_national'],
    asksDetained: true,
  },
  io_decision: {
    ...PLAIN,
    outcomes: IO_OUTCOMES.codes,
    isNotified: true,
    facts: ['with_detention', 'removal_imminent', 'later_return_decision'],
    asksDetained: true,
  },
  order_to_leave: {
    ...PLAIN,
    isNotified: true,
    facts: ['with_detention', 'removal_imminent', 'later_return_decision'],
    asksDetained: true,
  },
  order_extended: { ...PLAIN, isNotified: true, concerns: ['order_to_leave'] },
  order_withdrawn: { ...PLAIN, concerns: ['order_to_leave'] },
  appeal: {
    ...PLAIN,
    forms: ['full', 'annulment', 'urgent', 'cassation'],
    concerns: ['cgrs_decision', 'io_decision', 'order_to_leave', 'judgment'],
  },
  judgment: { ...PLAIN, outcomes: JUDGMENT_OUTCOMES.codes, isNotified: true, concerns: ['appeal'] },
  family_applied: PLAIN,
  fedasil_decision: { ...PLAIN, isNotified: true },
  labour_court: { ...PLAIN, concerns: ['fedasil_decision'] },
  withdrawn: { ...PLAIN, outcomes: ['said_so', 'treated_as_withdrawn'] },
  taken_back: { ...PLAIN, outcomes: MISTAKES.codes },
}
