/** The closed lists of detention: what can happen in an episode, and which columns tell of it. */

import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** The code lists in whose words the legal side of detention is said. */
export const LEGAL_LISTS = vocabulary('detention.legal-lists', [
  'detention_legal_ground',
  'detention_order_type',
  'release_petition_outcome',
  'removal_type',
  'removal_attempt_outcome',
  'isolation_ground',
  'complaint_channel',
  'detention_end_reason',
])

export const ARREST_CONTEXTS = vocabulary('detention.arrest-contexts', [
  'border',
  'police_check',
  'workplace',
  'home',
  'prison_release',
  'immigration_office',
  'other',
  'not_known',
])

export const EVENT_KINDS = vocabulary('detention.event-kinds', [
  'ordered',
  'suspended',
  'resumed',
  'petition_filed',
  'petition_decided',
  'referral_seen',
  'removal_planned',
  'removal_ended',
  'isolation_began',
  'isolation_ended',
  'hunger_strike_began',
  'hunger_strike_ended',
  'incident',
  'complaint_filed',
  'complaint_answered',
  'ended',
])
export type EventKind = CodeOf<typeof EVENT_KINDS>

/** Aliens Act (act of 15 December 1980); the code list detention_legal_ground has the labels. */
export const GROUNDS = vocabulary('detention.grounds', [
  'art_7',
  'art_8bis',
  'art_27',
  'art_29',
  'art_51_5',
  'art_51_5_1',
  'art_74_5',
  'art_74_6',
  'art_57_32',
  'art_54',
  'other',
])
export type Ground = CodeOf<typeof GROUNDS>

/** The two things for which a person may be held for a transfer; the law counts each by itself. */
export const DUBLIN_PHASES = vocabulary('detention.dublin-phases', ['determination', 'transfer'])
/** Grounds whose orders have a phase. */
export const hasPhase = (ground: string): boolean => ground === 'art_51_5' || ground === 'art_51_5_1'

export const ORDER_KINDS = vocabulary('detention.order-kinds', [
  'initial',
  'extension',
  'new_after_refusal',
  'new_after_admission',
])
export type OrderKind = CodeOf<typeof ORDER_KINDS>

export const COURTS = vocabulary('detention.courts', [
  'council_chamber',
  'indictment_chamber',
  'court_of_cassation',
])

export const PETITION_OUTCOMES = vocabulary('detention.petition-outcomes', [
  'released',
  'rejected',
  'inadmissible',
  'without_object',
  'no_decision_in_time',
])

export const REMOVAL_KINDS = vocabulary('detention.removal-kinds', [
  'refoulement',
  'repatriation',
  'dublin_transfer',
  'voluntary_from_detention',
  'readmission',
])

export const REMOVAL_OUTCOMES = vocabulary('detention.removal-outcomes', [
  'executed',
  'refused_by_person',
  'refused_by_captain',
  'cancelled_authority',
  'cancelled_documents',
  'suspended_court',
  'medical',
  'released_before',
  'unknown',
])
export type RemovalOutcome = CodeOf<typeof REMOVAL_OUTCOMES>

export const ESCORTS = vocabulary('detention.escorts', [
  'none',
  'to_the_door',
  'escorted',
  'secured_flight',
  'not_known',
])

export const ISOLATION_GROUNDS = vocabulary('detention.isolation-grounds', [
  'disciplinary',
  'order_security',
  'medical',
  'before_removal',
  'own_request',
  'unknown',
])

/** Where a person is isolated. */
export const ISOLATION_REGIMES = vocabulary('detention.isolation-regimes', [
  'isolation_cell',
  'own_room',
  'medical_room',
  'special_regime',
  'not_known',
])

/** Who knew of it, as far as anyone told us. */
export const TOLD_PEOPLE = vocabulary('detention.told-people', ['lawyer', 'family', 'doctor', 'us', 'nobody'])

/** What was seen or heard of an event; nothing is said where no one asked. */
export const ANSWERS = vocabulary('detention.answers', ['yes', 'no', 'not_known'])

export const CHANNELS = vocabulary('detention.channels', [
  'centre_director',
  'complaints_commission',
  'federal_ombudsman',
  'myria',
  'children_rights_commissioner',
  'committee_p',
  'prosecutor',
  'cpt',
  'aig',
])
export type Channel = CodeOf<typeof CHANNELS>

/** What ends an episode. Moving to another centre ends none: the stays tell of it. */
export const END_REASONS = vocabulary('detention.end-reasons', [
  'released_io',
  'released_council_chamber',
  'released_no_decision_in_time',
  'released_max_term',
  'removed',
  'dublin_transferred',
  'voluntary_departure',
  'admitted_territory',
  'protection_granted',
  'transferred_prison',
  'transferred_hospital',
  'identified_minor',
  'thb_victim',
  'escaped',
  'deceased',
  'unknown',
])
export type EndReason = CodeOf<typeof END_REASONS>

/** The columns of a row that hold one code, or nothing. */
export const CODED = {
  orderKind: ORDER_KINDS,
  ground: GROUNDS,
  court: COURTS,
  petitionOutcome: PETITION_OUTCOMES,
  removalKind: REMOVAL_KINDS,
  removalOutcome: REMOVAL_OUTCOMES,
  escort: ESCORTS,
  isolationGround: ISOLATION_GROUNDS,
  channel: CHANNELS,
  endReason: END_REASONS,
  /** Of an order for a Dublin transfer. */
  phase: DUBLIN_PHASES,
  force: ANSWERS,
  injuries: ANSWERS,
  isolationRegime: ISOLATION_REGIMES,
  /** Whether a doctor came every day. */
  doctorDaily: ANSWERS,
} as const
export type CodedField = keyof typeof CODED
export type Coded = { readonly [F in CodedField]: CodeOf<(typeof CODED)[F]> | null }

/** Why a row does not count any more without another in its place. */
export const WITHDRAWALS = vocabulary('detention.withdrawals', ['same_as', 'mistake', 'other_person'])
export type Withdrawal = CodeOf<typeof WITHDRAWALS>

/** What happened later than today can only be a plan. */
export const isPlan = (kind: EventKind): boolean => kind === 'removal_planned'

/** Events from whose hour a period of hours runs. */
export const asksHour = (kind: EventKind, court: string): boolean =>
  kind === 'incident' || (kind === 'petition_decided' && court !== '' && court !== 'court_of_cassation')
