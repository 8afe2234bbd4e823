import type { DimensionId } from './dimension.rules'

/** What can be counted (facts.data.ts has the queries). */
export type Fact = {
  /** Codes of its rows, each under the name of a dimension. */
  readonly codes: readonly DimensionId[]
  /** Numbers of its rows. */
  readonly numbers: readonly string[]
  /** Is about people: sex, age and nationality can be asked of it. */
  readonly people: boolean
  readonly hasPlace: boolean
  /** Its rows name the file they belong to. */
  readonly files: boolean
  /** Each row is of one file: a time in detention is told in all files of the person. */
  readonly isOfOneFile: boolean
  /** Each row has a day that is known to the day: of none it is asked whether it belongs to the period. */
  readonly isCertain: boolean
}

const of = ({
  codes = [],
  numbers = [],
  people = true,
  hasPlace = true,
  files = true,
  isOfOneFile = files,
  isCertain = false,
}: Partial<Fact> = {}): Fact => ({
  codes,
  numbers,
  people,
  hasPlace,
  files,
  isOfOneFile,
  isCertain,
})
const ofVisit = (more: Partial<Fact> = {}): Fact =>
  of({ people: false, files: false, isCertain: true, ...more })
const ofFile = (more: Partial<Fact> = {}): Fact =>
  of({ people: false, hasPlace: false, codes: ['kind'], ...more })

const ofFamily = of({ people: false })
/** Of people, in no place that we know. */
const ofFolk = (more: Partial<Fact> = {}): Fact => of({ hasPlace: false, ...more })

export const FACTS = {
  visit: ofVisit({ codes: ['access', 'project'], numbers: ['minutes', 'visitors', 'hours'] }),
  group: ofVisit({ numbers: ['people'] }),
  observation: ofVisit({ codes: ['theme'] }),
  closed_day: ofVisit(),
  meeting: of({ isCertain: true, codes: ['outcome', 'mode', 'interpreter', 'language', 'project'] }),
  first_meeting: of({ isCertain: true, codes: ['mode', 'interpreter', 'language', 'lawyer', 'project'] }),
  activity: of({ isCertain: true, codes: ['activity_way', 'project'], numbers: ['hours'] }),
  group_session: of({
    isCertain: true,
    codes: ['topic', 'language', 'project'],
    numbers: ['people'],
    people: false,
    hasPlace: false,
    files: false,
  }),
  enquiry: of({
    isCertain: true,
    codes: ['enquiry_way', 'topic', 'language', 'enquiry_nationality'],
    numbers: ['people'],
    people: false,
    hasPlace: false,
    files: false,
  }),
  participant: of({ isCertain: true, codes: ['project'] }),
  topic: of({ isCertain: true, codes: ['topic'] }),
  request: of({ isCertain: true, codes: ['request'] }),
  action: of({ isCertain: true, codes: ['action'] }),
  signal: of({ isCertain: true, codes: ['signal', 'severity'], numbers: ['days'] }),
  signal_wait: of({ codes: ['signal', 'severity'] }),
  file_opened: ofFile(),
  file_closed: ofFile({ codes: ['kind', 'reason', 'open_for'] }),
  file_reopened: ofFile(),
  file_open: ofFile(),
  file_unseen: ofFile({ codes: ['kind', 'unseen'] }),
  deadline: ofFile({ codes: ['deadline', 'kept'] }),
  held: of(),
  detention: of({ isOfOneFile: false, codes: ['arrest', 'ground'] }),
  detention_ended: of({ isOfOneFile: false, isCertain: true, codes: ['end', 'end_reason'] }),
  detention_length: of({ isOfOneFile: false }),
  detention_event: of({
    codes: ['order', 'ground', 'phase', 'court', 'petition', 'removal', 'attempt', 'isolation', 'channel'],
  }),
  child_held: of({ codes: ['minority'] }),
  child_day: of({ codes: ['minority'] }),
  family_held: ofFamily,
  family_split: ofFamily,
  application: ofFolk({ codes: ['way', 'sequence'] }),
  first_decision: ofFolk({ codes: ['way', 'sequence', 'decision'] }),
  decision_wait: ofFolk({ codes: ['way', 'sequence'] }),
  judgment: ofFolk({ codes: ['way', 'sequence', 'appeal', 'judgment'] }),
  judgment_wait: ofFolk({ codes: ['way', 'sequence', 'appeal'] }),
  asylum_event: ofFolk({ codes: ['way', 'sequence', 'appeal', 'state'] }),
  no_application: ofFolk({ codes: ['no_application'] }),
  legal_aid: ofFolk({ codes: ['aid'] }),
  lawyer_wait: ofFolk(),
  reception: ofFolk({ codes: ['reception', 'code207'] }),
  return_step: ofFolk({ codes: ['return_step', 'programme'] }),
  return_doubt: ofFolk({ codes: ['doubt', 'programme'] }),
  minor_event: ofFolk({
    codes: [
      'reporter',
      'doubt_source',
      'age_method',
      'age_result',
      'identification',
      'arrangement',
      'solution',
      'found',
    ],
  }),
  without_guardian: ofFolk(),
  guardian_wait: ofFolk(),
  missing: ofFolk(),
  missing_wait: ofFolk(),
  referral: ofFolk({ codes: ['referral', 'urgency', 'body', 'referral_result'] }),
  referral_wait: ofFolk({ codes: ['referral', 'urgency', 'body'] }),
  sheet: ofFolk({ isCertain: true, codes: ['language'] }),
  asked: of({ isCertain: true, codes: ['consent'] }),
} as const satisfies Readonly<Record<string, Fact>>

export type FactId = keyof typeof FACTS
export const factOf = (id: FactId): Fact => FACTS[id]
