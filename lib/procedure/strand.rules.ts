import type { EntryKind, EventCode } from '@/lib/deadlines/vocabulary.rules'
import { type CodeOf, rest, vocabulary } from '@/lib/shared/vocabulary'

/** The procedures that run beside one another; `other` are deadlines that belong to none of them. */
export const STRANDS = vocabulary('procedure.strands', ['asylum', 'detention', 'guardianship', 'other'])
export type Strand = CodeOf<typeof STRANDS>

const ofEntry = (kind: EntryKind): Strand | null => {
  switch (kind) {
    case 'asylum_event':
    case 'stay_document':
    case 'matter_step':
      return 'asylum'
    case 'detention_event':
      return 'detention'
    case 'guardianship_event':
      return 'guardianship'
    default:
      rest(kind, 'note encounter trafficking_event')
      return null
  }
}

const ofEvent = (event: EventCode): Strand => {
  switch (event) {
    case 'dublin_detention_ordered':
    case 'return_detention_ordered':
    case 'border_detention_ordered':
    case 'asylum_detention_ordered':
    case 'first_detention_began':
    case 'detention_extended_by_minister':
    case 'petition_filed':
    case 'petition_decided':
    case 'council_chamber_decided':
    case 'indictment_appeal_filed':
    case 'indictment_chamber_decided':
    case 'hearing_set':
    case 'complaint_fact':
    case 'complaint_answered':
      return 'detention'
    case 'born':
    case 'age_doubted_at_border':
    case 'minor_arrived_at_border':
    case 'age_decision_notified':
    case 'observation_centre_entered':
    case 'minor_reported':
    case 'guardian_designated':
    case 'guardian_reported':
    case 'guardianship_ended':
    case 'child_missing':
      return 'guardianship'
    case 'annex_15_issued':
    case 'victim_orange_card_issued':
    case 'victim_a_card_issued':
    case 'minor_victim_document_issued':
    case 'data_requested':
    case 'breach_known':
      return 'other'
    default:
      rest(
        event,
        'arrived application_made application_registered application_lodged border_application_made',
        'screening_began orange_card_began transfer_accepted received_by_cgrs interview_day cgrs_interview_held',
        'interview_notes_received cgrs_decision_notified io_decision_notified order_to_leave_notified',
        'appeal_lodged call_judgment_notified protection_granted fedasil_decision_notified card_expires',
        'a_card_granted',
      )
      return 'asylum'
  }
}

/** Where a deadline belongs: to the procedure whose entry began it, else to the one that its event is about. */
export const strandOf = (cause: EntryKind | null, event: EventCode): Strand =>
  (cause === null ? null : ofEntry(cause)) ?? ofEvent(event)
