/** Bands into which a number of days or months is cut, and kinds into which codes are put, each where the figures say it. */

/** How long a file was open, in whole months: the band and the months at which it begins. */
export const OPEN_FOR = [
  ['under_1', 0],
  ['1-3', 1],
  ['4-6', 4],
  ['7_or_more', 7],
] as const

/** Days without having seen anyone of a file. Eight are too many in a closed centre, thirty anywhere (lib/cases/silence.rules.ts). */
export const BANDS_UNSEEN = [
  ['0-7', 0, 7],
  ['8-14', 8, 14],
  ['15-30', 15, 30],
  ['31-90', 31, 90],
  ['over_90', 91, 99_999],
] as const

/** What a deadline of ours is about, by the family of its rule. Those of authorities are theirs to keep. */
export const DEADLINE_KINDS: Readonly<Record<string, string>> = {
  application: 'asylum',
  municipality: 'asylum',
  lodging: 'asylum',
  orange_card: 'asylum',
  interview: 'asylum',
  interview_notes_copy: 'asylum',
  interview_notes_remarks: 'asylum',
  family_favourable: 'asylum',
  appeal_first_decision: 'appeal',
  appeal_io_decision: 'appeal',
  request_to_remain: 'appeal',
  request_to_suspend: 'appeal',
  extreme_urgency: 'appeal',
  cassation: 'appeal',
  labour_court_fedasil: 'appeal',
  indictment_appeal: 'detention',
  detention_cassation: 'detention',
  release_hearing: 'detention',
  complaint_director: 'detention',
  complaint_commission: 'detention',
  age_challenge: 'minor',
  guardian_wait_5: 'minor',
  guardian_wait_15: 'minor',
  minor_card: 'minor',
  adult_a_card: 'minor',
  missing_police: 'missing',
  missing_child_focus: 'missing',
  missing_guardianship: 'missing',
  missing_lawyer: 'missing',
  missing_review_7: 'missing',
  missing_review_30: 'missing',
  missing_review_120: 'missing',
  trafficking_stay: 'victim',
  data_request: 'data',
  breach: 'data',
}
