/** The closed lists of the clocks: what can start one, what changes its length, and what act closes it. */

import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

export const EVENTS = vocabulary('deadlines.events', [
  'arrived',
  'application_made',
  'application_registered',
  'application_lodged',
  'border_application_made',
  'screening_began',
  'orange_card_began',
  'transfer_accepted',
  'received_by_cgrs',
  'interview_day',
  'cgrs_interview_held',
  'interview_notes_received',
  'cgrs_decision_notified',
  'io_decision_notified',
  'order_to_leave_notified',
  'appeal_lodged',
  'call_judgment_notified',
  'protection_granted',
  'fedasil_decision_notified',
  'dublin_detention_ordered',
  'return_detention_ordered',
  'border_detention_ordered',
  'asylum_detention_ordered',
  'first_detention_began',
  'detention_extended_by_minister',
  'petition_filed',
  'petition_decided',
  'council_chamber_decided',
  'indictment_appeal_filed',
  'indictment_chamber_decided',
  'hearing_set',
  'complaint_fact',
  'complaint_answered',
  'born',
  'age_doubted_at_border',
  'minor_arrived_at_border',
  'age_decision_notified',
  'observation_centre_entered',
  'minor_reported',
  'guardian_designated',
  'guardian_reported',
  'guardianship_ended',
  'card_expires',
  'a_card_granted',
  'child_missing',
  'annex_15_issued',
  'victim_orange_card_issued',
  'victim_a_card_issued',
  'minor_victim_document_issued',
  'data_requested',
  'breach_known',
])
export type EventCode = CodeOf<typeof EVENTS>

/** An order to leave is a decision of the Immigration Office, too: the day to leave is one deadline, the appeal another. */
export const alsoStarts = (event: EventCode): readonly EventCode[] =>
  event === 'order_to_leave_notified' ? ['io_decision_notified'] : []

/** What may be true of an event and changes which rule counts, or how long its period is. */
export const FACTS = vocabulary('deadlines.facts', [
  'detained',
  'at_liberty',
  'subsequent',
  'inadmissible',
  'manifestly_unfounded_fast',
  'accelerated',
  /** Said of a decision under the Pact; not said is not known, and the shorter period counts. */
  'ordinary',
  'admissibility_examined',
  'border',
  'implicitly_withdrawn',
  'eu_national',
  'transfer_decision',
  'removal_imminent',
  'later_return_decision',
  /** The decision itself orders detention: annex 13septies, or 26quater with detention. */
  'with_detention',
  'many_applications',
  'renewed',
  'imprisoned',
  'absconded',
  'inland',
  'border_72h',
  'extended_once',
  'extended_twice',
  'extended_by_minister',
  'public_order',
  'minor_orange_card',
  'minor_a_card',
  'adult_a_card',
])
export type Fact = CodeOf<typeof FACTS>

export const ACTS = vocabulary('deadlines.acts', [
  'application_made',
  'application_registered',
  'application_lodged',
  'municipality_visited',
  'card_renewed',
  'renewal_requested',
  'procedure_ended',
  'screening_ended',
  'transferred',
  'transfer_period_extended',
  'responsibility_taken',
  'cgrs_decision_received',
  'interview_held',
  'interview_missed',
  'interview_postponed',
  'notes_requested',
  'notes_received',
  'notes_remarked',
  'admitted_to_territory',
  'appeal_lodged',
  'urgent_appeal_lodged',
  'cassation_lodged',
  'remain_requested',
  'call_judgment_received',
  'territory_left',
  'order_withdrawn',
  'order_suspended',
  'stay_granted',
  'decision_withdrawn',
  'labour_court_seized',
  'family_applied',
  'period_extended',
  'detention_extended',
  'new_detention_order',
  'released',
  'removed',
  'died',
  'petition_filed',
  'petition_decided',
  'hearing_held',
  'indictment_appeal_lodged',
  'indictment_decision_received',
  'referral_seen',
  'complaint_filed',
  'age_decision_received',
  'challenge_lodged',
  'moved_on',
  'transition_prepared',
  'found_younger',
  'guardian_named',
  'guardian_not_needed',
  'report_sent',
  'card_b_requested',
  'police_told',
  'child_focus_told',
  'guardianship_told',
  'lawyer_told',
  'child_found',
  'review_done',
  'statement_made',
  'return_chosen',
  'reply_sent',
  'breach_notified',
  /** The person was told what is at stake and chose not to act: that choice is an act too, and is recorded as one. */
  'waived',
])
export type Act = CodeOf<typeof ACTS>

/** What may tell of an act or cause a clock: an entry of the same file. */
export const ENTRY_KINDS = vocabulary('deadlines.entry-kinds', [
  'note',
  'encounter',
  'asylum_event',
  'stay_document',
  'detention_event',
  'trafficking_event',
  'matter_step',
  'guardianship_event',
])
export type EntryKind = CodeOf<typeof ENTRY_KINDS>

export const UNITS = vocabulary('deadlines.units', ['hour', 'calendar_day', 'working_day', 'week', 'month'])
export type Unit = CodeOf<typeof UNITS>

/** Events that are known before they come. */
export const isAhead = (event: EventCode): boolean => event === 'card_expires' || event === 'interview_day'

/** What a date means to the one who reads it: act by then, see whether others did, it ends then, it may be done from then, be there. */
export const MEANINGS = vocabulary('deadlines.meanings', ['act', 'watch', 'limit', 'opens', 'attend'])
export type Meaning = CodeOf<typeof MEANINGS>

export const ROLLS = vocabulary('deadlines.rolls', ['forward', 'back', 'none'])
export type Roll = CodeOf<typeof ROLLS>

export const SEVERITIES = vocabulary('deadlines.severities', ['critical', 'high', 'normal'])
export type Severity = CodeOf<typeof SEVERITIES>

/** `ANY`: the rule stands outside the procedure that the European Pact rewrote. */
export const REGIMES = vocabulary('deadlines.regimes', ['PRE_PACT', 'PACT', 'ANY'])
export type Regime = CodeOf<typeof REGIMES>

/** How sure we are of a rule. Only `verified` (read in a source) and `confirmed` (by a coordinator) set a date. */
export const STATUSES = vocabulary('deadlines.statuses', [
  'verified',
  'general_knowledge',
  'to_confirm',
  'confirmed',
])
export type Status = CodeOf<typeof STATUSES>

/** Periods that begin with a letter: each court has its own rules for the first day. */
export const NOTIFIED_STARTS = vocabulary('deadlines.notified-starts', [
  'notified_call',
  'notified_council_of_state',
  'notified_other',
])
export const STARTS = vocabulary('deadlines.starts', ['excluded', 'included', ...NOTIFIED_STARTS.codes])
export type Start = CodeOf<typeof STARTS>

export const FIRST_DAYS = vocabulary('deadlines.first-days', ['next_day', 'third_working_day', 'not_known'])
export type FirstDay = CodeOf<typeof FIRST_DAYS>

export const EFFECTS = vocabulary('deadlines.effects', ['automatic', 'none', 'conditional', 'unknown'])
export type Effect = CodeOf<typeof EFFECTS>
