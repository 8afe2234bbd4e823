/** The closed lists of detention: what can happen in an episode, and which columns tell of it. */

/** The code lists in whose words the legal side of detention is said. */
export const LEGAL_LISTS = [
  'detention_legal_ground',
  'detention_order_type',
  'release_petition_outcome',
  'removal_type',
  'removal_attempt_outcome',
  'isolation_ground',
  'complaint_channel',
  'detention_end_reason',
] as const

export const ARREST_CONTEXTS = [
  'border',
  'police_check',
  'workplace',
  'home',
  'prison_release',
  'immigration_office',
  'other',
  'not_known',
] as const

export const EVENT_KINDS = [
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
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** Aliens Act (act of 15 December 1980); the code list detention_legal_ground has the labels. */
export const GROUNDS = [
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
] as const
export type Ground = (typeof GROUNDS)[number]

/** The two things for which somebody may be held for a transfer; the law counts each by itself. */
export const DUBLIN_PHASES = ['determination', 'transfer'] as const
export type DublinPhase = (typeof DUBLIN_PHASES)[number]
/** Grounds whose orders have a phase. */
export const hasPhase = (ground: string): boolean => ground === 'art_51_5' || ground === 'art_51_5_1'

export const ORDER_KINDS = ['initial', 'extension', 'new_after_refusal', 'new_after_admission'] as const
export type OrderKind = (typeof ORDER_KINDS)[number]

export const COURTS = ['council_chamber', 'indictment_chamber', 'court_of_cassation'] as const
export type Court = (typeof COURTS)[number]

export const PETITION_OUTCOMES = [
  'released',
  'rejected',
  'inadmissible',
  'without_object',
  'no_decision_in_time',
] as const
export type PetitionOutcome = (typeof PETITION_OUTCOMES)[number]

export const REMOVAL_KINDS = [
  'refoulement',
  'repatriation',
  'dublin_transfer',
  'voluntary_from_detention',
  'readmission',
] as const
export type RemovalKind = (typeof REMOVAL_KINDS)[number]

export const REMOVAL_OUTCOMES = [
  'executed',
  'refused_by_person',
  'refused_by_captain',
  'cancelled_authority',
  'cancelled_documents',
  'suspended_court',
  'medical',
  'released_before',
  'unknown',
] as const
export type RemovalOutcome = (typeof REMOVAL_OUTCOMES)[number]

export const ESCORTS = ['none', 'to_the_door', 'escorted', 'secured_flight', 'not_known'] as const
export type Escort = (typeof ESCORTS)[number]

export const ISOLATION_GROUNDS = [
  'disciplinary',
  'order_security',
  'medical',
  'before_removal',
  'own_request',
  'unknown',
] as const
export type IsolationGround = (typeof ISOLATION_GROUNDS)[number]

/** Where somebody is isolated. */
export const ISOLATION_REGIMES = [
  'isolation_cell',
  'own_room',
  'medical_room',
  'special_regime',
  'not_known',
] as const
export type IsolationRegime = (typeof ISOLATION_REGIMES)[number]

/** Who knew of it, as far as anybody told us. */
export const TOLD_PEOPLE = ['lawyer', 'family', 'doctor', 'us', 'nobody'] as const
export type ToldPerson = (typeof TOLD_PEOPLE)[number]

/** What was seen or heard of an event; nothing is said where nobody asked. */
export const ANSWERS = ['yes', 'no', 'not_known'] as const
export type Answer = (typeof ANSWERS)[number]

export const CHANNELS = [
  'centre_director',
  'complaints_commission',
  'federal_ombudsman',
  'myria',
  'children_rights_commissioner',
  'committee_p',
  'prosecutor',
  'cpt',
  'aig',
] as const
export type Channel = (typeof CHANNELS)[number]

/** What ends an episode. Moving to another centre ends none: the stays tell of it. */
export const END_REASONS = [
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
] as const
export type EndReason = (typeof END_REASONS)[number]

/** Why a row does not count any more without another in its place. */
export const WITHDRAWALS = ['same_as', 'mistake', 'other_person'] as const
export type Withdrawal = (typeof WITHDRAWALS)[number]

/** What happened later than today can only be a plan. */
export const isPlan = (kind: EventKind): boolean => kind === 'removal_planned'

/** Events from whose hour a period of hours runs. */
export const asksHour = (kind: EventKind, court: string): boolean =>
  kind === 'incident' || (kind === 'petition_decided' && court !== '' && court !== 'court_of_cassation')
