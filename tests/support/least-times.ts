/**
 * What a file has to be told of each event, stated without the rules of the product: the law, what has to be true, the family, the
 * least time as the second counter reads it, and the answer. `date`: the product may set one. `window`: it may not, and reminds at
 * the earliest day. `letter`: only the letter says it. `watch` after it: others act; of another law a sentence is enough.
 */
type Answer = 'date' | 'window' | 'letter'
export type LeastTime = {
  readonly event: string
  readonly law: 'PRE' | 'PACT' | 'ANY'
  /** Facts, each with `!` before it when it must not be true; alternatives with `/`. */
  readonly when: readonly string[]
  readonly family: string
  readonly least: string
  readonly answer: Answer
  /** Others act: what another law says of it is no reminder. */
  readonly isWatch: boolean
}

const TABLE = `
application_made | PRE | !many_applications | registration | 3 working days from after, forward | date watch
application_made | PRE | many_applications | registration | 10 working days from after, forward | date watch
application_made | PRE | | lodging | 30 days from after, forward | date watch
application_made | PACT | | registration | 5 days from after, none | window watch
arrived | PRE | | application | 8 working days from after, forward | date
application_registered | PACT | | lodging | 21 days from after, none | date
application_registered | PACT | border | border_procedure | 12 weeks from itself, none | window
border_application_made | PRE | | border_procedure | 4 weeks from itself, none | date
application_lodged | ANY | | municipality | 8 working days from after, forward | date
application_lodged | PACT | !accelerated !inadmissible !extended_once | cgrs_decision | 6 months from after, none | window watch
application_lodged | PACT | !accelerated !inadmissible extended_once | cgrs_decision | 12 months from after, none | window watch
application_lodged | PACT | accelerated !inadmissible | cgrs_decision | 3 months from after, none | date watch
application_lodged | PACT | inadmissible | cgrs_decision | 10 working days from after, none | window watch
screening_began | PACT | !inland !border_72h | screening | 7 days from after, none | date watch
screening_began | PACT | !inland border_72h | screening | 4 days from after, none | date watch
screening_began | PACT | inland | screening | 3 days from after, none | window watch
orange_card_began | ANY | !renewed | orange_card | 4 months from itself, back | window
orange_card_began | ANY | renewed | orange_card | 8 months from itself, back | window
transfer_accepted | PRE | absconded | dublin_transfer | 18 months from after, none | date watch
transfer_accepted | PRE | imprisoned !absconded | dublin_transfer | 12 months from after, none | date watch
transfer_accepted | PRE | !imprisoned !absconded | dublin_transfer | 6 months from after, none | date watch
transfer_accepted | PACT | absconded | dublin_transfer | 36 months from after, none | window watch
transfer_accepted | PACT | imprisoned !absconded | dublin_transfer | 12 months from after, none | window watch
transfer_accepted | PACT | !imprisoned !absconded | dublin_transfer | 6 months from after, none | date watch
transfer_accepted | PACT | !at_liberty !imprisoned !absconded | transfer_detained | 5 weeks from after, none | window
received_by_cgrs | PRE | !accelerated !subsequent !admissibility_examined !eu_national !extended_once !extended_twice | cgrs_decision | 6 months from after, none | date watch
received_by_cgrs | PRE | !accelerated !subsequent !admissibility_examined !eu_national extended_once !extended_twice | cgrs_decision | 15 months from after, none | date watch
received_by_cgrs | PRE | !accelerated !subsequent !admissibility_examined !eu_national extended_twice | cgrs_decision | 18 months from after, none | date watch
received_by_cgrs | PRE | accelerated !subsequent !admissibility_examined !eu_national | cgrs_decision | 15 working days from after, none | date watch
received_by_cgrs | PRE | admissibility_examined !subsequent !eu_national | cgrs_decision | 15 working days from after, none | date watch
received_by_cgrs | PRE | eu_national !subsequent | cgrs_decision | 5 working days from after, none | window watch
received_by_cgrs | PRE | subsequent at_liberty | cgrs_decision | 10 working days from after, none | date watch
received_by_cgrs | PRE | subsequent !at_liberty | cgrs_decision | 2 working days from after, none | date watch
cgrs_decision_notified | PRE | at_liberty !eu_national !inadmissible !manifestly_unfounded_fast | appeal_first_decision | 30 days from next, forward | date
cgrs_decision_notified | PRE | at_liberty !eu_national manifestly_unfounded_fast !inadmissible | appeal_first_decision | 10 days from next, forward | date
cgrs_decision_notified | PRE | at_liberty !eu_national inadmissible !subsequent | appeal_first_decision | 10 days from next, forward | date
cgrs_decision_notified | PRE | !at_liberty !eu_national !inadmissible | appeal_first_decision | 10 days from next, forward | date
cgrs_decision_notified | PRE | !at_liberty !eu_national inadmissible !subsequent | appeal_first_decision | 10 days from next, forward | date
cgrs_decision_notified | PRE | !eu_national inadmissible subsequent | appeal_first_decision | 5 days from next, forward | window
cgrs_decision_notified | PRE | eu_national subsequent | appeal_first_decision | 5 days from next, forward | window
cgrs_decision_notified | PRE | eu_national !subsequent | appeal_first_decision | 10 days from next, forward | window
cgrs_decision_notified | PACT | inadmissible/manifestly_unfounded_fast/accelerated/border/implicitly_withdrawn/eu_national | appeal_first_decision | 5 days from next, forward | window
cgrs_decision_notified | PACT | ordinary !inadmissible !manifestly_unfounded_fast !accelerated !border !implicitly_withdrawn !eu_national | appeal_first_decision | 14 days from next, forward | window
cgrs_decision_notified | PACT | !ordinary !inadmissible !manifestly_unfounded_fast !accelerated !border !implicitly_withdrawn !eu_national | appeal_first_decision | 5 days from next, forward | window
cgrs_decision_notified | PACT | inadmissible/manifestly_unfounded_fast/accelerated/border/implicitly_withdrawn/eu_national | request_to_remain | 5 days from next, none | window
cgrs_decision_notified | PACT | !ordinary !inadmissible !manifestly_unfounded_fast !accelerated !border !implicitly_withdrawn !eu_national | request_to_remain | 5 days from next, none | window
io_decision_notified | PRE | at_liberty | appeal_io_decision | 30 days from next, forward | date
io_decision_notified | PRE | !at_liberty | appeal_io_decision | 10 days from next, forward | date
io_decision_notified | PRE | removal_imminent !later_return_decision | extreme_urgency | 10 days from next, forward | date
io_decision_notified | PRE | removal_imminent later_return_decision | extreme_urgency | 5 days from next, forward | date
io_decision_notified | PACT | transfer_decision | appeal_io_decision | 1 week from next, forward | window
io_decision_notified | PACT | transfer_decision | request_to_suspend | 1 week from next, none | window
order_to_leave_notified | ANY | | order_to_leave | 0 days from after, none | letter
call_judgment_notified | PRE | | cassation | 30 days from next, forward | date
appeal_lodged | PRE | inadmissible | call_judgment | 2 months from after, none | date watch
dublin_detention_ordered | PRE | | detention_dublin | 6 weeks from itself, none | date
dublin_detention_ordered | PACT | | detention_dublin | 5 weeks from itself, none | window
dublin_detention_ordered | PACT | | transfer_request_detained | 1 week from itself, none | window watch
return_detention_ordered | ANY | !extended_once !extended_by_minister !public_order | detention_return | 2 months from itself, none | date
return_detention_ordered | ANY | extended_once !extended_by_minister !public_order | detention_return | 4 months from itself, none | date
return_detention_ordered | ANY | extended_by_minister !public_order | detention_return | 5 months from itself, none | date
return_detention_ordered | ANY | public_order | detention_return | 8 months from itself, none | date
detention_extended_by_minister | ANY | | automatic_referral | 5 working days from after, none | window watch
border_detention_ordered | PRE | !extended_once !public_order | detention_border | 2 months from itself, none | date
border_detention_ordered | PRE | extended_once !public_order | detention_border | 4 months from itself, none | window
border_detention_ordered | PRE | public_order | detention_border | 8 months from itself, none | date
asylum_detention_ordered | PRE | !extended_once !public_order | detention_asylum | 2 months from itself, none | date
asylum_detention_ordered | PRE | extended_once/public_order | detention_asylum | 4 months from itself, none | window
first_detention_began | ANY | | detention_absolute | 18 months from itself, none | window
petition_filed | ANY | | council_chamber_decision | 5 working days from after, forward | date watch
petition_decided | ANY | | next_petition | 1 month from after, none | date watch
council_chamber_decided | ANY | | indictment_appeal | 1 day from after, none | date
indictment_appeal_filed | ANY | | indictment_decision | 15 days from after, none | window watch
indictment_chamber_decided | ANY | | detention_cassation | 15 days from after, none | date
indictment_chamber_decided | ANY | | next_petition | 1 month from after, none | date watch
hearing_set | ANY | | release_hearing | 0 days from after, none | letter
interview_day | ANY | | interview | 0 days from after, none | date
cgrs_interview_held | PRE | | interview_notes_copy | 2 working days from after, none | window
interview_notes_received | PRE | | interview_notes_remarks | 8 working days from after, none | window
fedasil_decision_notified | ANY | | labour_court_fedasil | 3 months from next, forward | window
protection_granted | ANY | | family_favourable | 6 months from after, back | window
complaint_fact | ANY | | complaint_director | 1 day from after, none | date
complaint_answered | ANY | | complaint_commission | 5 days from after, forward | window
age_doubted_at_border | ANY | | age_decision | 0 days from after, none | window watch
minor_arrived_at_border | ANY | !extended_once | age_decision | 3 working days from after, none | date watch
minor_arrived_at_border | ANY | extended_once | age_decision | 6 working days from after, none | date watch
observation_centre_entered | ANY | | observation_centre | 15 days from after, none | window watch
born | ANY | | majority | 216 months from after, none | date
minor_reported | ANY | | guardian_wait_5 | 5 working days from after, none | window
minor_reported | ANY | | guardian_wait_15 | 15 working days from after, none | window
guardian_designated | ANY | | guardian_report_initial | 15 days from after, forward | window watch
guardian_reported | ANY | | guardian_report_periodic | 6 months from after, forward | window watch
guardianship_ended | ANY | | guardian_report_final | 15 days from after, forward | window watch
card_expires | ANY | minor_orange_card | minor_card | 1 month before, back | date
card_expires | ANY | minor_a_card !minor_orange_card | minor_card | 1 month before, back | date
card_expires | ANY | adult_a_card | adult_a_card | 30 days before, back | date
a_card_granted | ANY | | b_card | 36 months from after, none | date watch
age_decision_notified | ANY | | age_challenge | 60 days from next, forward | window
child_missing | ANY | | missing_police | 0 days from after, none | date
child_missing | ANY | | missing_child_focus | 0 days from after, none | date
child_missing | ANY | | missing_guardianship | 1 working day from after, none | window
child_missing | ANY | | missing_lawyer | 1 working day from after, none | window
child_missing | ANY | | missing_review_7 | 7 days from after, none | window
child_missing | ANY | | missing_review_30 | 30 days from after, none | window
child_missing | ANY | | missing_review_120 | 120 days from after, none | window
annex_15_issued | ANY | | trafficking_stay | 45 days from itself, none | date
victim_orange_card_issued | ANY | | trafficking_stay | 3 months from itself, back | date
victim_a_card_issued | ANY | | trafficking_stay | 6 months from itself, back | date
minor_victim_document_issued | ANY | | trafficking_stay | 3 months from itself, back | date
data_requested | ANY | | data_request | 1 month from after, forward | window
breach_known | ANY | | breach | 3 days from after, none | window
`

const lawOf = (text: string): LeastTime['law'] => {
  if (text === 'PRE' || text === 'PACT' || text === 'ANY') return text
  throw new Error(`no law ${text}`)
}
const answerOf = (text: string): Answer => {
  if (text === 'date' || text === 'window' || text === 'letter') return text
  throw new Error(`no answer ${text}`)
}

export const LEAST_TIMES: readonly LeastTime[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [event = '', law = '', when = '', family = '', least = '', said = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    const [answer = '', watch] = said.split(' ')
    return {
      event,
      law: lawOf(law),
      when: when === '' ? [] : when.split(' '),
      family,
      least,
      answer: answerOf(answer),
      isWatch: watch !== undefined,
    }
  })

/** Whether a line speaks of an event of which these facts are true. */
export const speaksOf = ({ when }: LeastTime, facts: readonly string[]): boolean =>
  when.every((word) =>
    word.startsWith('!')
      ? !facts.includes(word.slice(1))
      : word.split('/').some((one) => facts.includes(one)),
  )
