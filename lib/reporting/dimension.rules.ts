import { WAYS as ACTIVITY_WAYS } from '@/lib/activities/activity.rules'
import { AIDS } from '@/lib/asylum/mandate.rules'
import { DOUBTS, PROGRAMMES } from '@/lib/asylum/matter.rules'
import { NO_APPLICATION_REASONS } from '@/lib/asylum/transit.rules'
import { JUDGMENT_OUTCOMES, WAYS } from '@/lib/asylum/vocabulary.rules'
import { ENQUIRY_WAYS } from '@/lib/enquiries/enquiry.rules'
import { FIELD_OWNERS } from '@/lib/fields/owner.rules'
import { REFERRAL_KINDS, URGENCIES } from '@/lib/referrals/referral.rules'
import { type CodeOf, type Vocabulary, vocabulary, without } from '@/lib/shared/vocabulary'

/**
 * By what a figure can be broken down. `from` says where the value comes from: the row that is counted, the person in it, its day, its
 * office or its place, or an answer to an own field. A code list, a group of messages or the field words its values.
 */
type Dimension = {
  readonly from: 'row' | 'person' | 'day' | 'answer'
  /** Column of the fact, for those of the row. */
  readonly words:
    | { readonly by: 'list'; readonly list: string }
    | { readonly by: 'messages' }
    | { readonly by: 'place' | 'office' | 'project' | 'body' | 'country' | 'language' }
    | { readonly by: 'month' | 'quarter' | 'year' }
    | { readonly by: 'field' }
  /** Says something about a person that they may not want known: its zero and its "all of them" are marked as well. */
  readonly sensitive: boolean
}

const row = (words: Dimension['words'], sensitive = false): Dimension => ({ from: 'row', words, sensitive })
const list = (name: string): Dimension['words'] => ({ by: 'list', list: name })
const own: Dimension['words'] = { by: 'messages' }

export const DIMENSIONS = {
  place: row({ by: 'place' }),
  place_kind: row(own),
  office: row({ by: 'office' }),
  kind: row(list('case_kind')),
  sex: { from: 'person', words: own, sensitive: false },
  age: { from: 'person', words: own, sensitive: false },
  age_group: { from: 'person', words: own, sensitive: false },
  nationality: { from: 'person', words: { by: 'country' }, sensitive: false },
  month: { from: 'day', words: { by: 'month' }, sensitive: false },
  quarter: { from: 'day', words: { by: 'quarter' }, sensitive: false },
  year: { from: 'day', words: { by: 'year' }, sensitive: false },
  access: row(list('visit_access')),
  outcome: row(own),
  mode: row(list('visit_mode')),
  interpreter: row(own),
  language: row({ by: 'language' }),
  topic: row(list('encounter_topic')),
  request: row(list('encounter_request')),
  action: row(list('action_type')),
  theme: row(list('monitoring_theme')),
  signal: row(list('concern_type'), true),
  severity: row(list('concern_severity')),
  reason: row(list('closure_reason')),
  arrest: row(own),
  ground: row(list('detention_legal_ground')),
  order: row(list('detention_order_type')),
  end: row(own),
  end_reason: row(list('detention_end_reason')),
  court: row(own),
  petition: row(list('release_petition_outcome')),
  removal: row(list('removal_type')),
  attempt: row(list('removal_attempt_outcome')),
  isolation: row(list('isolation_ground')),
  channel: row(list('complaint_channel')),
  open_for: row(own),
  unseen: row(own),
  deadline: row(own),
  kept: row(own),
  lawyer: row(own),
  phase: row(own),
  minority: row(own, true),
  way: row(own),
  sequence: row(own),
  decision: row(own),
  appeal: row(own),
  judgment: row(own),
  state: row({ by: 'country' }),
  no_application: row(own, true),
  aid: row(own),
  reception: row(list('reception_place_type')),
  code207: row(list('code_207_status')),
  return_step: row(own),
  programme: row(own),
  doubt: row(own, true),
  reporter: row(list('uam_signalling_party')),
  doubt_source: row(list('age_doubt_source')),
  age_method: row(list('age_assessment_method')),
  age_result: row(list('age_assessment_result'), true),
  identification: row(list('uam_identification_status')),
  arrangement: row(list('care_arrangement')),
  solution: row(list('durable_solution')),
  found: row(list('disappearance_status'), true),
  referral: row(own),
  urgency: row(own),
  body: row({ by: 'body' }),
  referral_result: row(own),
  consent: row(own),
  project: row({ by: 'project' }),
  activity_way: row(own),
  enquiry_way: row(own),
  enquiry_nationality: row({ by: 'country' }),
} as const satisfies Readonly<Record<string, Dimension>>

type ShippedId = keyof typeof DIMENSIONS
const isDimension = (name: string): name is ShippedId => Object.hasOwn(DIMENSIONS, name)
const [first, ...others] = Object.keys(DIMENSIONS).filter(isDimension)
if (first === undefined) throw new Error('a report has no dimension')
export const DIMENSION_IDS = vocabulary('reporting.dimensions', [first, ...others])

/** What an own field is asked of, where reports count by it. */
export const COUNTED_OWNERS = without('reporting.own-owners', FIELD_OWNERS, ['encounter', 'visit'])
export type CountedOwner = CodeOf<typeof COUNTED_OWNERS>
/** An own field of the organisation as a dimension: whose it is, and its key (docs/adr/0182). own-dimension.rules.ts says which there are. */
export type OwnDimensionId = `own:${CountedOwner}:${string}`
export type DimensionId = ShippedId | OwnDimensionId
export const isOwn = (id: DimensionId): id is OwnDimensionId => id.startsWith('own:')
export const ownerOf = (id: OwnDimensionId): CountedOwner => COUNTED_OWNERS.read(id.split(':')[1])
export const fieldKeyOf = (id: OwnDimensionId): string => id.slice(`own:${ownerOf(id)}:`.length)

/** Ordinary fields alone are dimensions: none of them is sensitive. */
const ANSWER: Dimension = { from: 'answer', words: { by: 'field' }, sensitive: false }
export const dimensionOf = (id: DimensionId): Dimension => (isOwn(id) ? ANSWER : DIMENSIONS[id])

/** The value of what is not recorded, or does not apply to the row. */
export const NOT_RECORDED = 'not_recorded'

/**
 * Lowest ages of the bands, in years. They meet at 18 and at 61, where the Common Provisions Regulation (EU) 2021/1060 and the fund
 * Regulation (EU) 2021/1147 (annex VIII: under 18, 18 to 60, over 60) part people.
 */
export const AGE_BANDS = [
  ['0-11', 0],
  ['12-14', 12],
  ['15-17', 15],
  ['18-24', 18],
  ['25-34', 25],
  ['35-44', 35],
  ['45-60', 45],
  ['over_60', 61],
] as const
export const AGE_GROUPS = [
  ['minor', 0],
  ['18-60', 18],
  ['over_60', 61],
] as const

/** The values that no list of the reference data words: in their order, named in messages/<language>/reporting.json under `value`. */
export const VALUES = {
  sex: vocabulary('reporting.sexes', ['f', 'm', 'x']),
  age_group: vocabulary('reporting.age-groups', ['minor', '18-60', 'over_60']),
  place_kind: vocabulary('reporting.place-kinds', [
    'closed_centre',
    'return_home',
    'inad_centre',
    'elsewhere',
  ]),
  outcome: vocabulary('reporting.outcomes', ['seen', 'not_seen', 'refused', 'isolation', 'gone']),
  interpreter: vocabulary('reporting.interpreters', ['in_person', 'phone', 'none']),
  arrest: vocabulary('reporting.arrests', [
    'border',
    'police_check',
    'workplace',
    'home',
    'prison_release',
    'immigration_office',
    'other',
  ]),
  court: vocabulary('reporting.courts', ['council_chamber', 'indictment_chamber', 'court_of_cassation']),
  end: vocabulary('reporting.ends', [
    'released_office',
    'released_court',
    'released_term',
    'admitted',
    'recognised',
    'removed',
    'dublin',
    'voluntary',
    'other',
  ]),
  open_for: vocabulary('reporting.open-for', ['under_1', '1-3', '4-6', '7_or_more']),
  unseen: vocabulary('reporting.unseen', ['0-7', '8-14', '15-30', '31-90', 'over_90']),
  deadline: vocabulary('reporting.deadlines', [
    'asylum',
    'appeal',
    'detention',
    'minor',
    'missing',
    'victim',
    'data',
  ]),
  kept: vocabulary('reporting.kept', ['in_time', 'late', 'open']),
  lawyer: vocabulary('reporting.lawyers', ['acts', 'none']),
  phase: vocabulary('reporting.phases', ['determination', 'transfer']),
  minority: vocabulary('reporting.minorities', ['undisputed', 'disputed']),
  way: WAYS,
  sequence: vocabulary('reporting.sequences', ['first', 'second', 'later']),
  decision: vocabulary('reporting.decisions', [
    'refugee_status',
    'subsidiary_protection',
    'refused',
    'manifestly_unfounded',
    'excluded',
    'inadmissible',
    'terminated',
  ]),
  appeal: vocabulary('reporting.appeals', ['full', 'annulment', 'urgent', 'cassation']),
  judgment: JUDGMENT_OUTCOMES,
  no_application: without('reporting.no-applications', NO_APPLICATION_REASONS, ['not_known']),
  aid: AIDS,
  return_step: vocabulary('reporting.return-steps', [
    'informed',
    'counselled',
    'applied',
    'planned',
    'left',
    'withdrawn',
    'cancelled',
  ]),
  programme: PROGRAMMES,
  doubt: DOUBTS,
  referral: REFERRAL_KINDS,
  urgency: URGENCIES,
  referral_result: vocabulary('reporting.referral-results', [
    'accepted',
    'declined',
    'person_declined',
    'no_capacity',
    'no_answer',
    'waiting',
    'outcome',
  ]),
  body: vocabulary('reporting.bodies', ['not_listed']),
  consent: vocabulary('reporting.consents', ['yes', 'no', 'not_valid', 'not_asked']),
  activity_way: ACTIVITY_WAYS,
  enquiry_way: ENQUIRY_WAYS,
} as const satisfies Readonly<Partial<Record<ShippedId, Vocabulary<string>>>>

/** Values in a fixed order, whatever is in the table; the others are ordered by their label. */
export const ORDERED: Readonly<Partial<Record<ShippedId, readonly string[]>>> = {
  ...Object.fromEntries(Object.entries(VALUES).map(([id, { codes }]) => [id, codes])),
  age: AGE_BANDS.map(([band]) => band),
  severity: ['critical', 'serious', 'watch', 'info'],
}
